"""Names -> identities: parties, places, times."""
