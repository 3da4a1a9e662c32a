"""The case file: one SQLite file in which documents, claims, judgements and events accumulate. `schema.sql` says what stands in it.

All writing is done in transactions of one document, one judgement, one linking: whatever stops the program, a case is whole.
"""
