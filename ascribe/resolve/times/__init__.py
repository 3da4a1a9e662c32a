"""When: expressions of time, as days."""
