"""PolNeAR: attributions in political news. The scores, and what the engine finds."""
