"""The case: what is done with documents that accumulate in one file. The verbs of the command line and of the workbench."""
