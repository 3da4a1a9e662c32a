"""Metrics of the field, written anew from their definitions. Plain values in, plain figures out."""
