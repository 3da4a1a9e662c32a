"""What a coded snippet is labelled as: its sub-event type, and whether it is relevant, an aggregate, of which types."""
