"""The table of modules in docs/architecture.md, from the first line of each module's docstring.

python tools/rooms.py          print the table
python tools/rooms.py --write  put it into docs/architecture.md
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- rooms: begin -->", "<!-- rooms: end -->"


def table() -> str:
    """One row a module, in the order of the folders."""
    rows = ["| module | is about |", "|---|---|"]
    for path in sorted((ROOT / "ascribe").rglob("*.py"), key=lambda p: (len(p.relative_to(ROOT).parts), str(p))):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        if path.name == "__init__.py" and not docstring:
            continue
        first = docstring.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
        rows.append(f"| `{path.relative_to(ROOT).as_posix()}` | {first} |")
    return "\n".join(rows)


def page(text: str) -> str:
    """The page with a fresh table."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{table()}\n{END}{tail}"


def main() -> None:
    """Print or write."""
    if "--write" in sys.argv:
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        sys.stdout.write(table() + "\n")


if __name__ == "__main__":
    main()
