"""Fits how rules and encoder are weighed, and how sure a claim is, on the corpus' dev part; writes `ascribe/knowledge/decisions.json`.

python -m benchmarks.fit DATA [--choose] [--plots FOLDER] [--show]

DATA is the built dev part of the corpus, with its gold. Fitted by logistic regression, one after the other, for each hangs on those
before it: whose an account is, in which stance, which two accounts are of one event, and of claims whether all is right (happening,
source, stance, figures). Each document is coded and scored by what was fitted without its fold (ten folds); what is written was fitted on
all. Below which chance a claim is left out is the least that is nearly best for F1. `--choose` first tries other thresholds of the
combination, one after the other, and keeps what makes F1 better by a tenth of a point. `--plots` draws how well the chances hold. `--show`
prints a reliability table and writes nothing. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from ascribe.export.records import party_record
from ascribe.extract.code import Claims
from ascribe.extract.fused import Entry, signs_of
from ascribe.extract.marked import Marked
from ascribe.extract.sayings import Sayings
from ascribe.knowledge import decisions as kept
from ascribe.knowledge import words as word_lists
from ascribe.link.events import Events
from ascribe.model.decisions import Calibration, Choice, Decisions
from ascribe.model.parties import Party
from ascribe.model.reading import Reading
from ascribe.model.text import Span
from benchmarks.coding import readings
from benchmarks.fitting import FOLDS, fold, weighed
from benchmarks.lines import Line, read_lines
from benchmarks.metrics.reliability import drawn, expected_error, table
from benchmarks.metrics.tally import Tally, matched, total
from benchmarks.stance.__main__ import report as every_layer
from benchmarks.stance.__main__ import written
from benchmarks.stance.scores import Scored, same_source

#: How freely weights may grow (the inverse of what holds them back): of the parts, and of the confidence, where chances must hold.
FREE = 1.0
CAREFUL = 0.3
#: A claim is left out only where that makes F1 better by more than this: whoever reads the records can sift, and sees the chance.
NEARLY = 0.003
TITLES = {"rules": "rules alone", "both": "rules and encoder"}
#: What `--choose` tries for each threshold.
TRIED: dict[str, tuple[Any, ...]] = {
    "alone": (0.5, 0.6, 0.7, 0.8, 0.9),
    "told": (0.3, 0.5, 0.7, 0.85),
    "same": (0.2, 0.25, 0.3, 0.4, 0.5),
    "type_margin": (0.3, 0.6, 0.8, 0.95, 2.0),
    "kind_margin": (0.0, 0.3, 0.6, 0.9),
    "role": (0.4, 0.5, 0.6, 0.7),
    "cue": (0.4, 0.5, 0.6, 0.7, 0.8),
    "elsewhere": (0.3, 0.5, 0.7, 2.0),
    "about": (0.3, 0.5, 0.7),
}


@dataclass(frozen=True, slots=True)
class Recorder(Calibration):
    """Remembers the signs of every claim that it is asked about, in order."""

    seen: list[Mapping[str, float]] = field(default_factory=list)

    def chance(self, signs: Mapping[str, float]) -> float:
        """Even, for every claim."""
        self.seen.append(signs)
        return 0.5


@dataclass(frozen=True, slots=True)
class Coded:
    """One document: its gold, what was coded of it, and the signs of each claim."""

    scored: Scored
    signs: tuple[Mapping[str, float], ...]

    @property
    def right(self) -> list[bool]:
        """Of each claim, whether all of it is right."""
        met = {id(pair.found) for pair in self.scored.pairs if pair.right}
        return [id(claim) in met for claim in self.scored.found["claims"]]


#: What was fitted on the other folds, for each fold by its number: who speaks, how they stand to it, what is one event.
ByFold = Mapping[int, Decisions]


def coded(
    lines: Sequence[Line], marked: Sequence[Reading], choice: Choice, by_fold: ByFold | None = None, coder: type[Claims] = Claims
) -> list[Coded]:
    """Every document, coded anew from readings that have their marks, or none. `coder`: the step that makes claims."""
    made = []
    words, shipped = word_lists.load(), kept.load()
    recorder = Recorder()
    for line, reading in zip(lines, marked, strict=True):
        recorder.seen.clear()
        fitted_ = shipped if by_fold is None else by_fold[fold(line["docid"])]
        decided = replace(fitted_, choice=choice, rules=recorder, both=recorder)
        for step in (Sayings(words, choice), coder(words, "fit", decided), Events()):
            reading = step(reading)
        made.append(Coded(Scored.of(line, written(reading)), tuple(recorder.seen)))
    return made


@dataclass(frozen=True)
class Asked:
    """The accounts of a text before they are grouped, by what was fitted without it."""

    line: Line
    view: Marked
    entries: list[Entry]


Row = tuple[Mapping[str, float], bool]


def asked(lines: Sequence[Line], marked: Sequence[Reading], by_fold: ByFold, coder: type[Claims]) -> Iterator[Asked]:
    """The accounts of every text."""
    words = word_lists.load()
    for line, reading in zip(lines, marked, strict=True):
        decided = by_fold[fold(line["docid"])]
        yield Asked(line, *coder(words, "fit", decided).entries(Sayings(words, decided.choice)(reading)))


def speaking(text: Asked) -> Iterator[Row]:
    """Everybody who may be speaking at a word that gold gives to somebody: the signs, whether it is so."""
    for entry in text.entries:
        sources = [claim["attribution"]["source"] for claim in _resting(text.line, entry)] if entry.voices else []
        if sources:
            yield from ((voice.signs, any(_is_of(source, voice.source) for source in sources)) for voice in entry.voices)


def standing(text: Asked) -> Iterator[Row]:
    """Every stance that the source of an account may have, where gold has a claim by that source."""
    for entry in text.entries:
        told = {
            claim["attribution"]["stance"]
            for claim in _resting(text.line, entry)
            if _is_of(claim["attribution"]["source"], entry.account.source)
        }
        if told:
            yield from ((signs, stance.value in told) for stance, signs in entry.stances.items())


def meeting(text: Asked) -> Iterator[Row]:
    """Every two accounts of a text that gold knows: the signs that they are of one event, whether they are."""
    found = text.entries
    gold = [_event_at(text.line, entry) for entry in found]
    for b in range(len(found)):
        for a in range(b):
            if gold[a] is not None and gold[b] is not None:
                yield signs_of(found[a], found[b], text.view), gold[a] == gold[b]


def _words(entry: Entry) -> list[Span]:
    return [Span(word.start, word.end) for word in entry.account.mention.tellings]


def _event_at(line: Line, entry: Entry) -> str | None:
    """The gold event that the words of an account name."""
    mine = _words(entry)
    met = (event["id"] for event in line["events"] for word in event["words"] if any(Span(*word).overlaps(own) for own in mine))
    return next(met, None)


def _resting(line: Line, entry: Entry) -> list[Line]:
    """The gold claims that rest on the words of an account: they are about its event, and their quote holds the words."""
    event, mine = _event_at(line, entry), _words(entry)
    about = (claim for claim in line["claims"] if claim["event"] == event)
    return [claim for claim in about if any(Span(claim["quote"]["start"], claim["quote"]["end"]).overlaps(own) for own in mine)]


def _is_of(gold: Line | None, source: Party | None) -> bool:
    return same_source(gold, party_record(source))


Question = Callable[[Asked], Iterator[Row]]
#: The sums of `Decisions` in the order in which they are fitted, for each hangs on those before it, and what each is asked.
SUMS: dict[str, Question] = {"whose": speaking, "stands": standing, "same": meeting}


def parts(
    lines: Sequence[Line], marked: Sequence[Reading], choice: Choice, coder: type[Claims] = Claims, unfitted: str | None = None
) -> tuple[ByFold, Decisions]:
    """Who speaks, how they stand to it, what is one event: fitted without each fold, and on all. `unfitted` stays as it is by default."""
    by_fold, whole = dict.fromkeys(range(FOLDS), Decisions(choice)), Decisions(choice)
    for name, question in SUMS.items():
        if name == unfitted:
            continue
        rows = [(fold(text.line["docid"]), *row) for text in asked(lines, marked, by_fold, coder) for row in question(text)]
        by_fold = {held: _settled(decided, name, (row for row in rows if row[0] != held)) for held, decided in by_fold.items()}
        whole = _settled(whole, name, rows)
    return by_fold, whole


def _settled(decided: Decisions, name: str, rows: Iterable[tuple[int, Mapping[str, float], bool]]) -> Decisions:
    _, signs, right = zip(*rows, strict=True)
    settled: dict[str, Any] = {name: Calibration(weighed(signs, right, FREE))}
    return replace(decided, **settled)


def f1(documents: Sequence[Coded]) -> float:
    """F1 of claims, all of them kept."""
    return total(_tally(document, [1.0] * len(document.signs), 0.0) for document in documents).f1


def _tally(document: Coded, chances: Sequence[float], least: float) -> Tally:
    kept_ = [right for right, chance in zip(document.right, chances, strict=True) if chance >= least]
    return matched(sum(kept_), len(kept_), len(document.scored.gold["claims"]))


def choose(lines: Sequence[Line], marked: Sequence[Reading], choice: Choice, by_fold: ByFold) -> Choice:
    """One threshold after the other, the best for F1."""
    best = f1(coded(lines, marked, choice, by_fold))
    print(f"F1 {100 * best:.1f} with {choice}", flush=True)
    for name, values in TRIED.items():
        for value in values:
            tried = replace(choice, **{name: value})
            reached = f1(coded(lines, marked, tried, by_fold)) if tried != choice else 0.0
            if reached > best + 0.001:
                best, choice = reached, tried
        print(f"{name:14} {getattr(choice, name)!s:6}  F1 {100 * best:.1f}", flush=True)
    return choice


def fitted(documents: Sequence[Coded]) -> tuple[Calibration, list[list[float]]]:
    """The weights, the threshold, and for each document the chances that were fitted without it."""
    right = [is_right for document in documents for is_right in document.right]
    rows = [signs for document in documents for signs in document.signs]
    folds = [fold(document.scored.gold["docid"]) for document in documents for _ in document.signs]
    chances = [0.0] * len(right)
    for held in range(FOLDS):
        learn, ask = [n for n, f in enumerate(folds) if f != held], [n for n, f in enumerate(folds) if f == held]
        if ask:
            weights = Calibration(weighed([rows[n] for n in learn], [right[n] for n in learn], CAREFUL))
            for n in ask:
                chances[n] = weights.chance(rows[n])
    by_document, at = [], 0
    for document in documents:
        by_document.append(chances[at : at + len(document.signs)])
        at += len(document.signs)
    levels = [n / 100 for n in range(0, 70, 2)]
    reached = {least: total(map(_tally, documents, by_document, [least] * len(documents))).f1 for least in levels}
    least = min(level for level in levels if reached[level] >= max(reached.values()) - NEARLY)
    return Calibration(weighed(rows, right, CAREFUL), least), by_document


def report(name: str, documents: Sequence[Coded], calibration: Calibration, chances: Sequence[Sequence[float]]) -> list[tuple[float, bool]]:
    """Print what the claims that are kept are worth, and how well their chances hold; the chances with what came of them."""
    told = total(map(_tally, documents, chances, [calibration.least] * len(documents)))
    pairs = [
        (chance, right)
        for document, mine in zip(documents, chances, strict=True)
        for chance, right in zip(mine, document.right, strict=True)
        if chance >= calibration.least
    ]
    print(f"{name}: claims from {calibration.least:.2f} on: {told}; expected calibration error {100 * expected_error(pairs):.1f}")
    print(table(pairs))
    return pairs


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the built dev part")
    parser.add_argument("--choose", action="store_true", help="choose the thresholds of the combination, too, from those that ship on")
    parser.add_argument("--plots", type=Path, metavar="FOLDER", help="draw reliability plots there")
    parser.add_argument("--show", action="store_true", help="write nothing")
    args = parser.parse_args()
    lines = read_lines(args.data)
    choice = kept.load().choice
    marked = [reading for _, reading in readings(lines, "documents", "full")]
    bare = [replace(reading, marks=None) for reading in marked]
    by_fold, whole = parts(lines, marked, choice)
    if args.choose:
        choice = choose(lines, marked, choice, by_fold)
        by_fold, whole = parts(lines, marked, choice)
    made = {}
    for name, source in (("rules", bare), ("both", marked)):
        documents = coded(lines, source, choice, by_fold)
        made[name], chances = fitted(documents)
        pairs = report(name, documents, made[name], chances)
        every_layer([document.scored for document in documents])
        if args.plots:
            args.plots.mkdir(parents=True, exist_ok=True)
            path = args.plots / f"reliability-{name}.svg"
            path.write_text(drawn(f"{TITLES[name]}: {len(pairs)} claims, ten folds", pairs), encoding="utf-8")
    if not args.show:
        kept.FILE.write_text(kept.written(replace(whole, rules=made["rules"], both=made["both"])), encoding="utf-8")
        print(f"written: {kept.FILE} ({', '.join(f'{f.name} {getattr(choice, f.name)}' for f in fields(choice))})")


if __name__ == "__main__":
    main()
