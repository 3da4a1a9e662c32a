"""The agencies in `agencies.toml`: the names under which texts credit them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("agencies.toml")


@cache
def table() -> dict[str, Any]:
    """`{name: {country, also: [name...], sign_off: pattern or absent}}`."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
