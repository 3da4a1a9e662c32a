"""The words by which a place is known in running text, read from `place_words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ascribe.model.lexicon import PlaceWords
from ascribe.model.places import Level

#: The features that a name is preceded or followed by, and the level that each speaks for. `site`, `nature` and `loose` speak for none.
SPEAKS_FOR = {
    "admin1": Level.ADMIN1,
    "admin2": Level.ADMIN2,
    "town": Level.TOWN,
    "country": Level.COUNTRY,
    "sea": Level.SEA,
}


@cache
def place_words() -> PlaceWords:
    """The lists, read once."""
    raw = tomllib.loads(files("ascribe.knowledge").joinpath("place_words.toml").read_text(encoding="utf-8"))

    def words(table: str, name: str = "words") -> frozenset[str]:
        return frozenset(raw[table][name].split())

    prefixes = frozenset(raw["features"].pop("prefixes").split())
    landforms = frozenset(raw["features"].pop("landforms").split())
    features = {word: kind for kind, listed in raw["features"].items() for word in listed.split()}
    return PlaceWords(
        locative=words("locative"),
        firm=words("locative", "firm"),
        near=words("locative", "near"),
        done=words("locative", "done"),
        done_firmly=words("locative", "done_firmly"),
        skipped=words("skipped"),
        directions=words("skipped", "directions"),
        features=features,
        prefixes=prefixes | landforms,
        landforms=landforms,
        dwellers=words("skipped", "dwellers"),
        outskirts=words("near", "nouns"),
        kilometres=words("near", "units_km"),
        miles=words("near", "units_mile"),
        titles=words("person", "titles"),
        capital_only=words("person", "capital_only"),
        speech=words("person", "speech"),
        kin=words("person", "kin"),
        never=words("never"),
        never_names=frozenset(name.strip() for name in raw["never"]["names"].split(",")),
        not_after_in=words("never", "unknown"),
        peoples=words("never", "peoples") - words("never", "sure"),
        bodies=words("bodies"),
        days=_days(),
        states=dict(pair.split("=") for pair in raw["states"]["usa"].split()),
    )


def _days() -> frozenset[str]:
    """The names of days and months, as times.toml has them: no part of a place's name."""
    values = tomllib.loads(files("ascribe.knowledge").joinpath("times.toml").read_text(encoding="utf-8"))["values"]
    return frozenset(word.rstrip(".") for table in ("MONTH", "WEEKDAY", "WDAY") for word in values[table])
