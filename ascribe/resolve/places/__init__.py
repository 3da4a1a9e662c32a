"""Where: which words name a place, and which place they mean."""
