"""The real run that the README shows.

python tools/readme.py          print what the README's command prints now
python tools/readme.py --write  put it into README.md
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "README.md"
RUN = re.compile(r"```console\n\$ echo (?P<text>\"[^\"]*\") \| ascribe (?P<arguments>[^\n]+)\n```\n```\n(?P<output>.*?)```\n", re.DOTALL)


def printed(match: re.Match[str]) -> str:
    """What the command prints, at 100 columns and without colour."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    text = shlex.split(match["text"])[0] + "\n"
    command = [sys.executable, "-m", "ascribe", *shlex.split(match["arguments"])]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True, env=environment, cwd=ROOT)
    return "\n".join(line.rstrip() for line in done.stdout.decode("utf-8").splitlines()).strip("\n") + "\n"


def page(text: str) -> str:
    """The page with a fresh run."""
    match = RUN.search(text)
    if match is None:
        raise SystemExit("README.md shows no run of the form that this tool knows")
    return text[: match.start("output")] + printed(match) + text[match.end("output") :]


def main() -> None:
    """Print or write."""
    text = PAGE.read_text(encoding="utf-8")
    if "--write" in sys.argv:
        PAGE.write_text(page(text), encoding="utf-8")
    else:
        match = RUN.search(text)
        sys.stdout.write(printed(match) if match else "")


if __name__ == "__main__":
    main()
