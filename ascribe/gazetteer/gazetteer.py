"""The gazetteer: which places bear a name, and where the data files say that they are.

It reads an index that is built once on each machine (`indexfolder`) and the layers that the user has installed beside it (`userlayers`).
All are opened read-only. Every point comes from a data file; an entry whose file gives none has no coordinates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ascribe.gazetteer.entries import Entry, Layer, Places, distinct, enclosing, standing
from ascribe.gazetteer.keys import NameKind, Sieve, digest, hashed, normalise, variants
from ascribe.gazetteer.shelf import Shelf
from ascribe.model.places import Level

__all__ = ["Entry", "Gazetteer", "Layer", "MemoryGazetteer", "Places", "Sieve", "digest", "normalise"]

#: An entry, and how it bears the name that it was found under.
Found = tuple[Entry, NameKind]


class Gazetteer:
    """The places of the world by name, read from the index on disk.

    `path` is the index; left out, it is the one in the user's cache folder, which is built now where there is none. The layers that the
    user installed lie beside it: an entry of theirs stands for the one that comes with the program where both have the same GeoNames
    number. The object may be handed to other processes: each opens the files for itself.
    """

    def __init__(self, path: Path | None = None, progress: Callable[[str], None] | None = None) -> None:
        from ascribe.gazetteer import indexfolder, userlayers

        self.path = path or indexfolder.ensure(progress)
        self._index = Shelf(self.path)
        self._added = tuple(Shelf(file) for file in userlayers.index_files(self.path.parent))
        self._claims = self._index.claims()
        self._lookup = lru_cache(maxsize=4096)(self._read)
        self._area = lru_cache(maxsize=4096)(self._read_area)
        self._area_name = lru_cache(maxsize=4096)(self._index.area_name)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return type(self), (self.path,)

    def lookup(self, name: str, /) -> tuple[Entry, ...]:
        """The places of that name, the best known first; last those that bore it once."""
        for key in variants(normalise(name)):
            number = digest(key)
            if self._index.may_have(number) or any(shelf.may_have(number) for shelf in self._added):
                found = self._lookup(number)
                if found:
                    return found
        return ()

    def area(self, code: str, /) -> Entry | None:
        """The first- or second-order area with that GeoNames code."""
        return self._area(code)

    def country(self, iso2: str, /) -> Entry | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        return self._area(iso2)

    def enclosing(self, entry: Entry, /) -> Entry | None:
        """The smallest known area with a point that the place lies in."""
        return enclosing(self, entry)

    def has_prefix(self, word: str, /) -> bool:
        """Whether a known name may begin with that word: never a false no, seldom a false yes."""
        key = normalise(word)
        if not key:
            return False
        number = digest(key.split(" ", 1)[0])
        return self._index.may_begin(number) or any(shelf.may_begin(number) for shelf in self._added)

    def named(self, key: str) -> list[Found]:
        """The places of that compared name and no variant of it, each with how it bears the name; the best known first."""
        number = digest(key)
        found = self._index.find(number)
        if self._added:
            found = list(self._joined(found, number))
        return sorted(found, key=lambda one: (one[1] is NameKind.HISTORIC, standing(one[0])))

    def knows(self, key: str) -> bool:
        """Whether a place bears that compared name."""
        number = hashed(key)
        return any(shelf.may_have(number) and shelf.find(number) for shelf in (self._index, *self._added))

    def layers(self) -> tuple[Layer, ...]:
        """What the gazetteer was made of: the layers of the program, then those that the user installed."""
        own = [replace(layer, path=str(shelf.path)) for shelf in self._added for layer in shelf.layers()]
        return (*self._index.layers(), *own)

    def _read(self, number: int) -> tuple[Entry, ...]:
        found = self._index.find(number)
        if not self._added:
            return distinct(sorted((entry for entry, _ in found), key=standing))
        joined = sorted(self._joined(found, number), key=lambda one: (one[1] is NameKind.HISTORIC, standing(one[0])))
        return distinct(entry for entry, _ in joined)

    def _joined(self, found: list[Found], number: int) -> Iterator[Found]:
        """What the index and the added layers have under a name. An entry of the index gives way to the added one of its number."""
        finer = self._finer([entry.gazetteer_id for entry, _ in found if entry.gazetteer_id])
        for entry, kind in found:
            yield (_refined(entry, finer[entry.gazetteer_id]) if entry.gazetteer_id in finer else entry), kind
        for shelf in reversed(self._added):
            for entry, kind in shelf.find(number):
                yield self._complete(entry), kind

    def _finer(self, numbers: list[str]) -> dict[str | None, Entry]:
        """The added entries with these GeoNames numbers; the layer that was installed last counts."""
        found: dict[str | None, Entry] = {}
        for shelf in self._added:
            found.update((entry.gazetteer_id, self._complete(entry)) for entry in shelf.numbered(numbers))
        return found

    def _complete(self, entry: Entry) -> Entry:
        """An added entry with what the index knows of the areas that it lies in: their names, and who claims them."""
        first, second = entry.admin1_name, entry.admin2_name
        if first is None and entry.admin1:
            first = self._area_name(entry.admin1)
        if second is None and entry.admin2:
            second = self._area_name(entry.admin2)
        claimed = self._claims.get(entry.admin1 or "") or self._claims.get(entry.country or "") or ()
        if claimed or first is not entry.admin1_name or second is not entry.admin2_name:
            return replace(entry, admin1_name=first, admin2_name=second, disputed=claimed)
        return entry

    def _read_area(self, code: str) -> Entry | None:
        entry = self._index.area(code)
        if entry is not None and self._added and entry.gazetteer_id:
            finer = self._finer([entry.gazetteer_id])
            return _refined(entry, finer[entry.gazetteer_id]) if finer else entry
        if entry is None:
            for shelf in reversed(self._added):
                if (added := shelf.area(code)) is not None:
                    return self._complete(added)
        return entry


class MemoryGazetteer:
    """A gazetteer of the given entries and nothing else, with the same face: for tests and for small worlds.

    `aliases` maps further names to the name of an entry.
    """

    def __init__(self, entries: Iterable[Entry], aliases: dict[str, str] | None = None) -> None:
        self._names: dict[str, list[Entry]] = {}
        self._areas: dict[str, Entry] = {}
        for entry in entries:
            self._names.setdefault(normalise(entry.name), []).append(entry)
            if entry.level in {Level.ADMIN1, Level.ADMIN2, Level.COUNTRY} and entry.code:
                self._areas.setdefault(entry.code, entry)
        for alias, name in (aliases or {}).items():
            self._names.setdefault(normalise(alias), []).extend(self._names[normalise(name)])

    def lookup(self, name: str, /) -> tuple[Entry, ...]:
        """The places of that name, the best known first."""
        for key in variants(normalise(name)):
            if key in self._names:
                return tuple(sorted(self._names[key], key=standing))
        return ()

    def area(self, code: str, /) -> Entry | None:
        """The first- or second-order area with that GeoNames code."""
        return self._areas.get(code)

    def country(self, iso2: str, /) -> Entry | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        return self._areas.get(iso2)

    def enclosing(self, entry: Entry, /) -> Entry | None:
        """The smallest known area with a point that the place lies in."""
        return enclosing(self, entry)

    def has_prefix(self, word: str, /) -> bool:
        """Whether a known name begins with that word."""
        first = normalise(word).split(" ", 1)[0]
        return any(key.split(" ", 1)[0] == first for key in self._names)


def _refined(entry: Entry, added: Entry) -> Entry:
    """An entry of the index as an added layer has it. One that is kept by hand keeps its name, its level and who claims it."""
    population, capital = added.population or entry.population, added.capital or entry.capital
    disputed = entry.disputed or added.disputed
    if not entry.supplement:
        return replace(added, population=population, capital=capital, disputed=disputed)
    return replace(
        entry,
        latitude=added.latitude,
        longitude=added.longitude,
        population=population,
        capital=capital,
        disputed=disputed,
        admin2=entry.admin2 or added.admin2,
        admin2_name=entry.admin2_name or added.admin2_name,
        inferred=False,
    )
