"""MUC-4: templates of incidents in news of 1988 to 1991. The key, the templates made of claims, the scores."""
