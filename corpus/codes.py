"""Codes that annotations use and the model does not list: PLOVER's modes, tactics, sub-event labels, and the forms of texts."""

from __future__ import annotations

from ascribe.annotate import heads

#: The modes of each type.
MODES = heads.MODES_OF
TACTICS = frozenset(heads.TACTICS)
CASES = heads.CASES

FORMS = frozenset(
    {
        *("wire", "statement", "situation report", "local paper", "NGO report", "press review", "radio summary", "weekly summary"),
        *("court report", "feature", "interview", "analysis", "social media post", "diplomatic note", "upper-case wire", "other"),
    }
)
