"""The pages: each module is one, with its routes in `ROUTES`."""
