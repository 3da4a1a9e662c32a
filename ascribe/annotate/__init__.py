"""From text to sentences, tags, phrases and clauses."""
