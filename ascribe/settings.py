"""One frozen tree of choices, with good defaults, filled from one TOML file and handed down as an argument."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ascribe.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice there is. `engine`: which engine codes; `cache`: where the gazetteer's index is kept, None for the user's cache folder."""

    engine: str = "fast"
    cache: str | None = None

    def coding(self) -> dict[str, Any]:
        """The choices that change what is coded: their hash stands in `made_by`."""
        return {"engine": self.engine}

    def as_dict(self) -> dict[str, Any]:
        """All choices by name."""
        return asdict(self)


def load(path: Path | None) -> Settings:
    """Settings from a TOML file; an unknown name is refused with its path and the names that there are."""
    if path is None:
        return Settings()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); name an existing TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    known = {field.name for field in fields(Settings)}
    for name in raw:
        if name not in known:
            raise ConfigError(f"$.{name}: no such setting; there are: {', '.join(sorted(known))}")
    return Settings(**raw)
