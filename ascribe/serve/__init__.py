"""The workbench: pages and an interface for programs over one case file, where people look, judge and correct."""
