"""Groups of articles in which neighbouring incidents are easily taken for one: how they are read, and what is wrong in form.

python -m corpus.confusables [FILE...] [--second PASS]

PASS is a second reading, `{group: {"document event": letter}}`: passages of one letter were thought to be of one happening by somebody who
saw the texts and the words, not the events; printed is how far it agrees, in pairs of passages. Without FILE every group in
`corpus/confusables` is checked; the exit status is 1 if anything is wrong. A group is one JSON file:

    id          the file's name
    confusion   what is easily taken for one, in a few words
    about       what happened, as the writer made it up or knew it
    events      {id, type, what, first, last, place, aggregate, encloses}: the happenings, with the days on which they truly were; an
                aggregate ("twelve attacks this month") is the same as no single one, and `encloses` those that lie inside it
    documents   {id, kind, copy_of, outlet, published, title, text, tells}: a reprint names what it is a copy of
    tells       {event, how, words}: every happening that the document speaks of, with the words that name it, each once in the text

The same happening is one incident in the world: claims of it, denials, corrected tolls, anniversaries and trials tell of that same one; an
arrest after it, a reprisal, a second attack an hour later are others.

Rule of the halves: by a hash of the group's name, fixed before anything was linked: `dev` may be read, of `held` totals only.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any

from ascribe.model.claims import EventType
from ascribe.model.text import Span
from benchmarks.lines import drawn, read_json
from benchmarks.metrics.tally import Tally
from corpus.gold import GoldError
from corpus.parts import HOME

FOLDER = HOME / "confusables"
HALVES = ("dev", "held")


class How(StrEnum):
    """In which manner a document speaks of a happening."""

    TOLD = "told"
    UPDATED = "updated"
    RECALLED = "recalled"
    DENIED = "denied"
    CLAIMED = "claimed"
    BLAMED = "blamed"


class Sort(StrEnum):
    """What sort of document it is."""

    REPORT = "report"
    REPRINT = "reprint"
    FOLLOW_UP = "follow_up"
    ANNIVERSARY = "anniversary"
    DENIAL = "denial"
    CLAIM = "claim"
    ROUND_UP = "round_up"
    SITUATION_REPORT = "situation_report"
    STATEMENT = "statement"
    TICKER = "ticker"


@dataclass(frozen=True, slots=True)
class Happening:
    """One incident in the world, or a sum of several that is told as one."""

    id: str
    type: EventType
    what: str
    first: date
    last: date
    place: str
    aggregate: bool
    encloses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """That a document speaks of a happening: how, and in which words."""

    event: str
    how: How
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One document of a group."""

    id: str
    sort: Sort
    copy_of: str | None
    outlet: str
    published: date
    title: str
    text: str
    tells: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are read together."""

    id: str
    confusion: str
    about: str
    happenings: tuple[Happening, ...]
    articles: tuple[Article, ...]

    @property
    def half(self) -> str:
        """`dev` or `held`."""
        return half_of(self.id)


def half_of(name: str) -> str:
    """The half of the group of this name."""
    return HALVES[drawn(f"ascribe {name}", 2)]


def groups(half: str | None = None) -> Iterator[Group]:
    """Every group, or those of one half, by name."""
    for path in sorted(FOLDER.glob("*.json")):
        if half is None or half_of(path.stem) == half:
            yield load(path)


def load(path: Path) -> Group:
    """The group in a file. What is no JSON or wrong in form raises `ValueError`."""
    group = read(json.loads(path.read_text(encoding="utf-8")))
    if group.id != path.stem:
        raise GoldError(f"its id is {group.id}")
    return group


def read(raw: dict[str, Any]) -> Group:
    """One group. What is wrong in form raises `GoldError` with a line for each fault."""
    try:
        group = Group(
            raw["id"],
            raw["confusion"],
            raw["about"],
            tuple(_happening(each) for each in raw["events"]),
            tuple(_article(each) for each in raw["documents"]),
        )
    except KeyError as error:
        raise GoldError(f"{error.args[0]} is missing") from error
    except (TypeError, ValueError) as error:
        raise GoldError(str(error)) from error
    wrong = list(problems(group))
    if wrong:
        raise GoldError("\n".join(wrong))
    return group


def _happening(raw: dict[str, Any]) -> Happening:
    first, last = date.fromisoformat(raw["first"]), date.fromisoformat(raw["last"])
    kind, encloses = EventType(raw["type"]), tuple(raw["encloses"])
    return Happening(raw["id"], kind, raw["what"], first, last, raw["place"], raw["aggregate"], encloses)


def _article(raw: dict[str, Any]) -> Article:
    text, published = raw["text"], date.fromisoformat(raw["published"])
    tells = tuple(Told(each["event"], How(each["how"]), tuple(_span(words, text) for words in each["words"])) for each in raw["tells"])
    return Article(raw["id"], Sort(raw["kind"]), raw["copy_of"], raw["outlet"], published, raw["title"], text, tells)


def _span(words: str, text: str) -> Span:
    if text.count(words) != 1:
        raise ValueError(f"{words!r} stands {text.count(words)} times in its text; enough words that it stands once are wanted")
    at = text.index(words)
    return Span(at, at + len(words))


def problems(group: Group) -> Iterator[str]:
    """A line for each thing that does not hold between the parts of a group."""
    known = {happening.id: happening for happening in group.happenings}
    if len(known) != len(group.happenings) or len({article.id for article in group.articles}) != len(group.articles):
        yield "an id stands twice"
    for happening in group.happenings:
        if happening.last < happening.first:
            yield f"{happening.id} ends before it begins"
        if happening.encloses and not happening.aggregate:
            yield f"{happening.id} encloses others and is no aggregate"
        yield from (f"{happening.id} encloses {name}, which is not there" for name in happening.encloses if name not in known)
    earlier: set[str] = set()
    for article in group.articles:
        if (article.copy_of is None) == (article.sort is Sort.REPRINT) or (article.copy_of or "") not in earlier | {""}:
            yield f"{article.id}: a reprint, and nothing else, is the copy of an earlier document"
        earlier.add(article.id)
        for told in article.tells:
            if told.event not in known:
                yield f"{article.id} tells of {told.event}, which is not there"
            elif told.how is not How.RECALLED and known[told.event].first > article.published:
                yield f"{article.id} tells of {told.event} before it was"
            if not told.words:
                yield f"{article.id}: no words for {told.event}"
        if len({told.event for told in article.tells}) != len(article.tells):
            yield f"{article.id}: a happening is listed twice"
    by = {name: {article.id for article in group.articles for told in article.tells if told.event == name} for name in known}
    yield from (f"{name} is told by no document" for name, articles in by.items() if not articles)
    if not any(len(articles) > 1 for articles in by.values()):
        yield "no happening is told by two documents"


def agreement(made: Iterable[Group], second: Mapping[str, Mapping[str, str]]) -> tuple[Tally, list[str]]:
    """How far a second reading puts the same passages together, over all pairs in its groups; and the groups in which it differs."""
    counted, differ = Tally(), []
    for group in made:
        letters = second.get(group.id)
        if letters is None:
            continue
        first = {f"{article.id} {told.event}": told.event for article in group.articles for told in article.tells}
        pairs = [(first[a] == first[b], letters[a] == letters[b]) for a, b in combinations(first, 2)]
        both = sum(same and again for same, again in pairs)
        counted += Tally(both, sum(again for _, again in pairs), both, sum(same for same, _ in pairs))
        if any(same != again for same, again in pairs):
            differ.append(group.id)
    return counted, differ


def main() -> None:
    """Check, and say what there is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", help="groups; without any, all of them")
    parser.add_argument("--second", type=Path, metavar="PASS", help="say how far a second reading agrees")
    asked = parser.parse_args()
    wrong = 0
    paths = asked.files or sorted(FOLDER.glob("*.json"))
    made: list[Group] = []
    for path in paths:
        try:
            made.append(load(path))
        except ValueError as error:
            wrong += 1
            print(f"{path.name}: {error}")
    articles = [article for group in made for article in group.articles]
    copies = sum(article.copy_of is not None for article in articles)
    happenings = sum(len(group.happenings) for group in made)
    print(f"{len(made)} groups, {len(articles)} documents ({copies} reprints), {happenings} happenings; {wrong} files with faults")
    if asked.second:
        told, differ = agreement(made, read_json(asked.second))
        print(f"same happening, pairs of passages: {told}; it differs in {len(differ)} groups: {', '.join(differ)}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
