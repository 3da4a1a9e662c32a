"""Marked sentences -> claims: who says that who did what to whom."""
