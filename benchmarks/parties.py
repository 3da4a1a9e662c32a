"""Whether each mention of a party gets the right entry of the register, or rightly none.

python -m benchmarks.parties DATA --predictions OUT.json [--misses]

DATA is a file of benchmarks/data/parties.md's layout; lines without mentions are read for their predictions only. A prediction is what the
shipped reading says of a stretch of text, up to and with the step that says whom phrases stand for. The answer for a mention is the
prediction with its span, an article before it left out of account, else the one that overlaps it most; between two, the one with an entry.
Intervals are over documents. `--misses` prints what went wrong, and refuses files with "held" in their names: they are not for reading.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ascribe.model.parties import Party
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import Step, fast
from ascribe.resolve.parties import PartyPhrases
from ascribe.resolve.register import Entry, Register
from benchmarks.command import answers, command
from benchmarks.intervals import bootstrap, f1, percent
from benchmarks.lines import Line, progress, read_lines

#: Phenomena in the order of the table; others follow.
PHENOMENA = ("name", "alias", "wing", "state", "metonym", "anaphora", "abbreviation", "homonym", "organisation", "none")
Predictions = dict[str, list[dict[str, Any]]]


def reading_steps() -> tuple[Step, ...]:
    """The shipped steps up to the one that says whom each phrase stands for."""
    steps = fast()
    last = next(at for at, step in enumerate(steps) if isinstance(step, PartyPhrases))
    return steps[: last + 1]


def predict(lines: Iterable[Line], register: Register) -> Predictions:
    """What the program finds, by the id of the line."""
    steps = reading_steps()
    predictions: Predictions = {}
    for line in lines:
        reading = Reading(Document.of(line["text"], published=line.get("published"), language="en"))
        for step in steps:
            reading = step(reading)
        predictions[line["id"]] = [_told(party, register) for party in _found(reading)]
    return predictions


def _found(reading: Reading) -> list[Party]:
    """One party a span: what a phrase stands for comes before a name as such, and one with an entry before one without."""
    best: dict[tuple[int, int], Party] = {}
    for party in (*reading.parties, *reading.names):
        span = (party.start, party.end)
        if span not in best or (best[span].id is None and party.id is not None):
            best[span] = party
    return [best[span] for span in sorted(best)]


def _told(party: Party, register: Register) -> dict[str, Any]:
    entry = register.entry(party.id) if party.id else None
    return {
        "start": party.start,
        "end": party.end,
        "name": party.name,
        "id": party.id,
        "ucdp_id": entry.ucdp_id if entry else None,
        "canonical": party.canonical,
        "kind": party.kind.value,
    }


def answer(mention: Mapping[str, Any], predictions: Sequence[Mapping[str, Any]], text: str) -> Mapping[str, Any] | None:
    """The prediction for a mention, or None."""
    start, end = _bare(mention, text)

    def fit(prediction: Mapping[str, Any]) -> tuple[bool, int, bool, int]:
        first, last = _bare(prediction, text)
        return (
            (first, last) == (start, end),
            min(last, end) - max(first, start),
            prediction.get("id") is not None,
            first - last,  # of two that cover it, the shorter
        )

    best = max(predictions, key=fit, default=None)
    return best if best is not None and fit(best)[1] > 0 else None


def _bare(span: Mapping[str, Any], text: str) -> tuple[int, int]:
    """Where it stands, without an article."""
    start, end = int(span["start"]), int(span["end"])
    for article in ("the ", "a ", "an "):
        if text[start:end].lower().startswith(article):
            return start + len(article), end
    return start, end


class Judge:
    """Says whether an answer is the gold one."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._ucdp = {entry.ucdp_id for entry in register.entries if entry.ucdp_id is not None}
        self._ids = {entry.id for entry in register.entries}
        self._names = {normal(name) for entry in register.entries for name in _names_of(entry)}

    def right(self, mention: Mapping[str, Any], got: Mapping[str, Any] | None) -> bool:
        """The answer is the gold one or one that is accepted."""
        return any(self._is(gold, got) for gold in (mention["gold"], *mention.get("accept", ())))

    def linked(self, got: Mapping[str, Any] | None) -> bool:
        """The answer is an entry."""
        return got is not None and got.get("id") is not None

    def listed(self, mention: Mapping[str, Any]) -> bool:
        """The register, or what is made from its states, has an entry for one of the right answers."""
        return any(self._lists(gold) for gold in (mention["gold"], *mention.get("accept", ())))

    def _lists(self, gold: Mapping[str, Any] | None) -> bool:
        if gold is None:
            return False
        if "ucdp" in gold:
            return gold["ucdp"] in self._ucdp
        if "id" in gold:
            return gold["id"] in self._ids or ("-" in gold["id"] and self.register.country(_state(gold["id"])) is not None)
        return normal(gold["name"]) in self._names

    def _is(self, gold: Mapping[str, Any] | None, got: Mapping[str, Any] | None) -> bool:
        if gold is None or got is None or got.get("id") is None:
            return gold is None and not self.linked(got)
        if "ucdp" in gold:
            return bool(got.get("ucdp_id") == gold["ucdp"])
        if "id" in gold:
            return bool(got["id"] == gold["id"])
        entry = self.register.entry(got["id"])
        names = _names_of(entry) if entry else (got.get("canonical") or "",)
        return normal(gold["name"]) in {normal(name) for name in names}


def _names_of(entry: Entry) -> tuple[str, ...]:
    """Every name of an entry, with those that a register may keep apart because they link in some texts only."""
    return (entry.canonical, *entry.aliases, *getattr(entry, "in_context", ()))


def _state(id: str) -> str:  # noqa: A002 - the column is called id
    """The ISO code in `gov-pk` and `pk-forces`."""
    first, last = id.split("-", 1)
    return (last if first == "gov" else first).upper()


@lru_cache(maxsize=1 << 16)
def normal(name: str) -> str:
    """A name without case, accents, spaces, marks and a leading article."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)).casefold()
    return "".join(letter for letter in plain.removeprefix("the ") if letter.isalnum())


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one mention. `due` says that it must be linked, `listed` that the register has its entry."""

    document: str
    phenomenon: str
    right: bool
    linked: bool
    due: bool
    listed: bool
    kind_right: bool | None
    mention: Mapping[str, Any]
    got: Mapping[str, Any] | None


def judge(lines: Iterable[Line], predictions: Predictions, register: Register) -> list[Verdict]:
    """A verdict for each mention that has a gold answer."""
    judging = Judge(register)
    verdicts = []
    for line in lines:
        for mention in line.get("mentions", ()):
            if "gold" not in mention:
                continue
            got = answer(mention, predictions.get(line["id"], ()), line["text"])
            kinds = {mention.get("kind"), *mention.get("accept_kind", ())} - {None}
            verdicts.append(
                Verdict(
                    document=line["id"],
                    phenomenon=mention.get("phenomenon", "name"),
                    right=judging.right(mention, got),
                    linked=judging.linked(got),
                    due=mention["gold"] is not None and None not in mention.get("accept", ()),
                    listed=judging.listed(mention),
                    kind_right=got["kind"] in kinds if got is not None and kinds else None,
                    mention=mention,
                    got=got,
                )
            )
    return verdicts


Share = tuple[float, tuple[float, float], int, int]


def share(
    verdicts: Sequence[Verdict], counts: Callable[[Verdict], bool] = lambda _: True, hit: Callable[[Verdict], bool] = lambda v: v.right
) -> Share:
    """The share of hits among the verdicts that count, its 95 % interval over documents, hits and how many count."""
    per: dict[str, list[int]] = {}
    for verdict in verdicts:
        if counts(verdict):
            tally = per.setdefault(verdict.document, [0, 0])
            tally[0] += hit(verdict)
            tally[1] += 1

    def figure(units: Sequence[list[int]]) -> float:
        return sum(unit[0] for unit in units) / max(1, sum(unit[1] for unit in units))

    units = list(per.values())
    return figure(units), bootstrap(units, figure), sum(unit[0] for unit in units), sum(unit[1] for unit in units)


def figures(verdicts: Sequence[Verdict]) -> dict[str, Share]:
    """Every figure of the report by its name."""
    found: dict[str, Share] = {"right entry or rightly none": share(verdicts)}
    named = Counter(verdict.phenomenon for verdict in verdicts)
    for phenomenon in (*(p for p in PHENOMENA if named[p]), *sorted(set(named) - set(PHENOMENA))):
        found[f"  {phenomenon}"] = share(verdicts, lambda v, p=phenomenon: v.phenomenon == p)  # type: ignore[misc]
    found["where the register has the entry"] = share(verdicts, lambda v: v.listed)
    found["precision of links"] = share(verdicts, lambda v: v.linked)
    found["recall of links"] = share(verdicts, lambda v: v.due, lambda v: v.right and v.linked)
    found["kind, of mentions with a prediction"] = share(verdicts, lambda v: v.kind_right is not None, lambda v: bool(v.kind_right))
    return found


def report(verdicts: Sequence[Verdict]) -> str:
    """The figures as a table."""
    found = figures(verdicts)
    rows = [f"{name:36} {percent(value, interval):24} {hits} of {of}" for name, (value, interval, hits, of) in found.items()]
    of_links = f1(found["precision of links"][0], found["recall of links"][0])
    documents = len({verdict.document for verdict in verdicts})
    return "\n".join([f"{len(verdicts)} mentions in {documents} texts", *rows, f"{'F1 of links':36} {percent(of_links)}"])


def misses(verdicts: Iterable[Verdict], lines: Iterable[Line]) -> str:
    """What went wrong, mention by mention."""
    texts = {line["id"]: line["text"] for line in lines}
    rows = []
    for verdict in verdicts:
        if not verdict.right:
            got = f"{verdict.got['id']} ({verdict.got['name']}, {verdict.got['kind']})" if verdict.got else "nothing"
            rows.append(f"{verdict.document} [{verdict.phenomenon}] {verdict.mention['name']!r}: {verdict.mention['gold']}, got {got}")
            rows.append(f"    {texts[verdict.document]}")
    return "\n".join(rows)


def main(given: Sequence[str] | None = None) -> None:
    """Predict, and judge where there is gold."""
    parser = command(__doc__)
    parser.add_argument("--misses", action="store_true", help="print what went wrong; not for held-back files")
    asked = parser.parse_args(given)
    if asked.misses and "held" in asked.data.name:
        parser.error(f"{asked.data.name} is held back: its misses are not shown")
    lines = read_lines(asked.data)
    register = Register.load()
    predictions = answers(asked, lines, lambda rows: predict(progress(rows, "texts"), register))
    verdicts = judge(lines, predictions, register)
    if verdicts:
        print(report(verdicts))
        if asked.misses:
            print(misses(verdicts, lines))
    else:
        print(f"{len(lines)} texts read, none with gold")


if __name__ == "__main__":
    main()
