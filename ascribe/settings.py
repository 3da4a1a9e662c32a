"""One frozen tree of choices, with good defaults, filled from one TOML file and handed down as an argument.

Nothing is read while this is imported. What is not named in the file keeps its default; what is not known is refused, with its path.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any

from ascribe.errors import ConfigError

ENGINES = ("auto", "full", "fast")
FORMATS = ("table", "json", "jsonl", "csv", "html")


def _choice(default: Any, says: str, **limits: Any) -> Any:
    """A setting: its default, what it does, and what it may be."""
    return field(default=default, metadata={"says": says, **limits})


@dataclass(frozen=True, slots=True)
class Output:
    """How the command line writes what was coded. Nothing here changes what is coded."""

    format: str = _choice("table", "what is printed: table, json, jsonl, csv or html", among=FORMATS)
    processes: int = _choice(1, "how many documents are coded at the same time", least=1)


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice there is."""

    engine: str = _choice(
        "auto",
        "which engine codes: fast, the rules alone; full, with the encoder; auto, with it where a text may be of conflict",
        among=ENGINES,
    )
    weights: str | None = _choice(None, "folder of an encoder that ascribe train wrote; not set: the one that ships", kind=str)
    cache: str | None = _choice(None, "folder of the index of places; not set: ASCRIBE_CACHE, else the user's cache folder", kind=str)
    output: Output = field(default_factory=Output)

    def coding(self) -> dict[str, Any]:
        """The choices that change what is coded: their hash stands in `made_by`."""
        return {"engine": self.engine}

    def as_dict(self) -> dict[str, Any]:
        """All choices by name."""
        return asdict(self)

    def as_toml(self) -> str:
        """All choices as a settings file that says the same; one that is not set stands in a comment."""
        return "\n".join(_toml(self)) + "\n"


def load(path: Path | None) -> Settings:
    """Settings from a TOML file. An unknown name, a wrong type and a value that cannot be are refused with their path."""
    return Settings() if path is None else _filled(Settings, _read(path), "$")


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); name an existing TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error


def _filled(kind: type[Any], raw: Mapping[str, Any], path: str) -> Any:
    known = {entry.name: entry for entry in fields(kind)}
    for name in raw:
        if name not in known:
            raise ConfigError(f"{path}.{name}: no such setting; there are: {', '.join(sorted(known))}")
    return kind(**{name: _value(known[name], value, f"{path}.{name}") for name, value in raw.items()})


def _value(entry: Any, value: object, path: str) -> object:
    """The value as the setting takes it. The defaults say which type that is."""
    default = entry.default_factory() if callable(entry.default_factory) else entry.default
    if is_dataclass(default):
        if not isinstance(value, dict):
            raise ConfigError(f"{path}: is a group of settings, not {_shown(value)}; write [{path[2:]}] and its settings below it")
        return _filled(type(default), value, path)
    wanted = entry.metadata.get("kind", type(default))
    if type(value) is not wanted:
        raise ConfigError(f"{path}: {_shown(value)} is not {_KINDS[wanted]}; {entry.metadata['says']}")
    among, least = entry.metadata.get("among"), entry.metadata.get("least")
    if among is not None and value not in among:
        raise ConfigError(f"{path}: {_shown(value)} is not one of {', '.join(among)}")
    if least is not None and isinstance(value, int) and value < least:
        raise ConfigError(f"{path}: {_shown(value)} is less than {least}; {entry.metadata['says']}")
    return value


_KINDS = {str: "a text in quotation marks", int: "a whole number", bool: "true or false"}


def _toml(node: Any, path: str = "") -> Iterator[str]:
    groups = [entry for entry in fields(node) if is_dataclass(getattr(node, entry.name))]
    for entry in fields(node):
        value = getattr(node, entry.name)
        if entry not in groups:
            yield f"# {entry.metadata['says']}"
            yield f"# {entry.name} = " if value is None else f"{entry.name} = {_shown(value)}"
    for entry in groups:
        inner = f"{path}{entry.name}"
        yield f"\n[{inner}]"
        yield from _toml(getattr(node, entry.name), f"{inner}.")


def _shown(value: object) -> str:
    """A value as TOML has it. Its strings are those of JSON, but for the one control character that JSON leaves as it is."""
    return json.dumps(value, ensure_ascii=False, default=str).replace("\x7f", "\\u007f")
