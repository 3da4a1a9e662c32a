"""Benchmarks: one command each. Figures and how they were obtained stand in docs/benchmarks.md."""
