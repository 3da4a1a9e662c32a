"""The project's corpus: who says so, in texts on armed conflict. Its data, and what reads, checks, shows and compares them."""
