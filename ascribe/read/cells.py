"""A cell of a sheet as plain text. Nothing is ever reckoned: a formula is what is written, or the link or the words that it shows."""

from __future__ import annotations

import re
from datetime import date, datetime

#: What exports put an apostrophe before, so that no spreadsheet runs it. Our own does (`export/csv.py`).
ESCAPED = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
LINK = re.compile(r"""=\s*HYPERLINK\(\s*"([^"]+)"\s*(?:[,;].*)?\)\s*""", re.IGNORECASE | re.DOTALL)
WORDS = re.compile(r'=\s*"((?:[^"]|"")*)"\s*', re.DOTALL)


def plain(value: object) -> str:
    """The value as text: a day as ISO writes it, a link as its address, what was escaped as it was before."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    written = str(value).strip()
    if ESCAPED.match(written):
        return written[1:]
    if link := LINK.fullmatch(written):
        return link[1].strip()
    words = WORDS.fullmatch(written)
    return words[1].replace('""', '"') if words else written
