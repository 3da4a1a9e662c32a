"""What the program knows: word lists, the register, the gazetteer, and what reads them."""
