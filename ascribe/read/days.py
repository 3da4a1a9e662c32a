"""A day that a date plainly states. Nothing is guessed: 12/05/2025 is two days, and "Tuesday" fifty-two a year."""

from __future__ import annotations

import re
from datetime import date

_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {"sept": 9} | {written: number for number, name in enumerate(_NAMES, 1) for written in (name, name[:3])}
MAIL_DATE = re.compile(r"(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:\s.*)?", re.IGNORECASE | re.ASCII | re.DOTALL)
ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T\s].*)?", re.ASCII | re.DOTALL)


def stated_day(written: str) -> str | None:
    """The day as ISO writes it, of "2025-05-12T10:00:00Z" or "Mon, 12 May 2025 10:00:00 +0300"; None where something must be guessed.

    It is the day as it is written, in whatever zone: that is what its publisher calls the day of publication.
    """
    written = written.strip()
    if match := ISO_DATE.fullmatch(written):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif match := MAIL_DATE.fullmatch(written):
        year, month, day = int(match[3]), MONTHS.get(match[2].lower(), 0), int(match[1])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
