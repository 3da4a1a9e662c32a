"""The commands on a case file. `cli` puts them on the command line."""
