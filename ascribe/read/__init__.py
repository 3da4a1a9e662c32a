"""Bytes become documents: plain text, web pages and PDF files, each told by its content.

What cannot be read is a `ReadError` that names the file, the reason and the remedy. What a reader of the data must know of a document that
could be read stands in its `notes`:

no_publication_date  nobody said when it was published, so that "on Monday" stays open
date_from_page       the publication date is the page's or the file's own statement, not the user's
not_english          the language is another, or cannot be told
lossy_decoding       some bytes meant nothing in the encoding and were replaced by U+FFFD
guessed_encoding     nothing told the encoding; it was read as Windows-1252
too_long             it is longer than one document may be
truncated            so only its first part stands in the text
long_line            it has a line so long that its paragraphs must be lost
pages_without_text   some pages of the PDF gave no text: pictures, perhaps
"""

from ascribe.read.files import documents, read_bytes, read_file
from ascribe.read.language import language

__all__ = ["documents", "language", "read_bytes", "read_file"]
