"""Records as JSON: one object a line, or one object for reading. The contract of docs/codebook.md, names and order as it has them."""

from __future__ import annotations

import json
import re
from typing import Any

Record = dict[str, Any]

#: A half character has no form in UTF-8. JSON can write it as an escape, so that nothing is lost and the bytes stay valid.
_HALF = re.compile("[\ud800-\udfff]")


def line(record: Record) -> str:
    """One record on one line."""
    return _written(record, separators=(",", ":")) + "\n"


def page(record: Record) -> str:
    """One record, indented for reading."""
    return _written(record, indent=2) + "\n"


def _written(record: Record, **form: Any) -> str:
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, **form)
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
