"""The project's own corpus: who says so, how they stand to it, of which happening. Claims as a whole, and each layer."""
