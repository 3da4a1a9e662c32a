"""Imports point down: each folder knows the nouns, the errors and itself. See docs/architecture.md."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "ascribe"
STAGES = ("read", "annotate", "extract", "resolve", "link", "export")
MAY_IMPORT = {
    "model": set(),
    "knowledge": {"model", "errors"},
    "gazetteer": {"model", "errors"},
    **{stage: {"model", "errors"} for stage in STAGES},
    "resolve": {"model", "errors", "knowledge", "gazetteer"},
    "learn": {"model", "errors", "annotate"},
    "store": {"model", "errors"},
    "serve": {"model", "errors", "store", "export", "case", "knowledge", "gazetteer", "settings"},
}


def imports(path: Path) -> set[str]:
    """The rooms of the house that a module imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        found |= {name.split(".")[1] for name in names if name.startswith("ascribe.")}
    return found


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_knows_only_what_stands_below_it(room):
    for path in sorted((HOUSE / room).rglob("*.py")):
        assert imports(path) <= MAY_IMPORT[room] | {room}, path


def test_only_the_top_knows_the_stages():
    tops = {path.stem for path in HOUSE.glob("*.py") if imports(path) & set(STAGES)}

    assert tops <= {"pipeline", "cli", "__init__", "api"}  # and the rooms `case` and `commands`, which put the stages to use


def test_nouns_need_only_the_standard_library():
    for path in (HOUSE / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] in {
                    "__future__",
                    "collections",
                    "dataclasses",
                    "datetime",
                    "enum",
                    "hashlib",
                    "math",
                    "typing",
                    "ascribe",
                    "functools",
                }, path


def modules() -> dict[str, set[str]]:
    """Every module of the house -> those that it imports, wherever the import stands."""
    names = {".".join(path.relative_to(HOUSE.parent).with_suffix("").parts): path for path in HOUSE.rglob("*.py")}
    graph: dict[str, set[str]] = {}
    for name, path in names.items():
        wanted: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                wanted |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                wanted |= {alias.name for alias in node.names}
        graph[name] = (wanted & names.keys()) - {name}
    return graph


def test_no_module_needs_one_that_needs_it():
    graph, done = modules(), set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join((*way[way.index(name) :], name))
        if name not in done:
            for other in sorted(graph[name]):
                walk(other, (*way, name))
            done.add(name)

    for name in sorted(graph):
        walk(name, ())
