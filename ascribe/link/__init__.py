"""Claims -> events: what several claims are about, and how far it is borne out."""
