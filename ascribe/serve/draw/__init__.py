"""Drawings that the server makes itself, as SVG: what pages show where a browser draws nothing better."""
