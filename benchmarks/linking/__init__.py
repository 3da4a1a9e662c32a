"""How reports of one happening are told from reports of others: passages made into reports, answers, scores."""
