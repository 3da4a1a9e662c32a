"""The words that are written small in ordinary English, from a spelling list, for reading texts that are all in capitals.

python tools/derive_common_words.py /usr/share/dict/american-english [MORE...] > words.txt; gzip -9n words.txt

The list of Debian's package `wamerican` (SCOWL, Kevin Atkinson and others; free to use, copy, modify, distribute and sell with its notice,
see NOTICE) gives every word with and without a capital. A word is kept if it stands there in small letters, without an apostrophe.
"""

from __future__ import annotations

import sys
from pathlib import Path


def common(lines: list[str]) -> list[str]:
    """The words in small letters, each once, in order."""
    return sorted({line for line in lines if line.isalpha() and line.islower() and len(line) > 1})


def main() -> None:
    """Print the list."""
    lines = [line.strip() for name in sys.argv[1:] for line in Path(name).read_text(encoding="utf-8").splitlines()]
    sys.stdout.write("".join(f"{word}\n" for word in common(lines)))


if __name__ == "__main__":
    main()
