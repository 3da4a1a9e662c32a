"""What we talk about: small frozen nouns. Standard library only, no I/O."""
