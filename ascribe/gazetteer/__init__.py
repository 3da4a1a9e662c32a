"""The places of the world by name: the index that is made of the data files, layers of the user's own, and the search in both."""
