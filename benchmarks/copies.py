"""How well copies of one text are found, how often other texts are taken for copies, and what looking costs.

python -m benchmarks.copies
python -m benchmarks.copies --wrong
python -m benchmarks.copies --scale 10000 --scale 30000
python -m benchmarks.copies --texts DATA --apart topic

The texts are the groups of `corpus/confusables` of the development half. Copies are every reprint and its original, and reprints of one
original; all other pairs of a group are others, and so is every pair across groups that the keys put forward, with a sample of the rest.
`--wrong` lists what was missed and what was taken wrongly. `--held` prints the totals of the half that is not looked at, and nothing else
of it: seldom, and counted.

`--scale N` makes N documents of 400 words, one in five a cut reprint of an earlier one, and looks for their copies; memory is the most that
the process held, the texts counted in. The words of each sentence of the corpus are shuffled, so that documents share words and names, and
no stretch but what was reprinted.

`--texts DATA` has third-party lines `{docid, text, ...}`. Told is how many pairs are copies; with `--apart FIELD` how many of them are
of two values of that field, which are no copies.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from ascribe.knowledge.words import table
from ascribe.link.agencies import Agencies, credit
from ascribe.link.copies import Copying, Likeness, copy_of, origins
from ascribe.link.fingerprints import Fingerprint, fingerprint, pairs
from ascribe.link.overlaps import compared
from ascribe.link.wording import words
from benchmarks.lines import read_lines
from benchmarks.lookups import peak_mb
from benchmarks.metrics.tally import Tally
from corpus.confusables import Article, Group, groups

#: So many pairs of two groups are compared although no key puts them forward.
SAMPLE = 20_000
_WORDS = 400


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs of texts: how many there are, which the keys put forward, and what was said of those that were compared."""

    texts: int
    forward: frozenset[tuple[str, str]]
    said: Mapping[tuple[str, str], Likeness]

    def copies(self, *, forward: bool = True) -> set[tuple[str, str]]:
        """The pairs that were found to be copies; those that no key put forward are not found, unless `forward` is False."""
        return {pair for pair, said in self.said.items() if said.copying is Copying.COPY and (pair in self.forward or not forward)}


def texts(made: Sequence[Group]) -> dict[str, str]:
    """The text of every article, by group and id."""
    return {f"{group.id} {article.id}": article.text for group in made for article in group.articles}


def wanted(made: Sequence[Group]) -> set[tuple[str, str]]:
    """The pairs that are copies: a reprint and its original, and reprints of one original."""
    return {
        _pair(f"{group.id} {one.id}", f"{group.id} {other.id}")
        for group in made
        for one, other in combinations(group.articles, 2)
        if _original(one, group) == _original(other, group)
    }


def found(made: Sequence[Group], sample: int = SAMPLE, seed: int = 1) -> Found:
    """Every pair inside a group, every pair that the keys put forward, and a sample of the rest, compared."""
    named = texts(made)
    forward = frozenset(pairs({name: fingerprint(text) for name, text in named.items()}))
    inside = {_pair(f"{g.id} {one.id}", f"{g.id} {other.id}") for g in made for one, other in combinations(g.articles, 2)}
    chance, names = random.Random(seed), sorted(named)
    across = {_pair(*chance.sample(names, 2)) for _ in range(sample)} if len(names) > 1 else set()
    return Found(len(names), forward, {(a, b): copy_of(compared(named[a], named[b])) for a, b in sorted(forward | inside | across)})


def report(made: Sequence[Group], *, wrong: bool = False) -> None:
    """Print how well the copies of these groups are found."""
    gold, result = wanted(made), found(made)
    copies = result.copies()
    told = Tally(len(copies & gold), len(copies), len(copies & gold), len(gold))
    every = result.texts * (result.texts - 1) // 2
    print(f"{len(made)} groups, {result.texts} documents, {len(gold)} pairs of copies")
    print(
        f"copies: recall {told.found:.0f}/{told.wanted:.0f}, false copies {len(copies - gold)} of {len(result.said) - len(gold)} compared"
    )
    print(f"keys: {len(result.forward)} of {every} pairs put forward, with {len(result.forward & gold)} of the {len(gold)} that are copies")
    others = Counter(said.copying for pair, said in result.said.items() if pair not in gold)
    print("other pairs: " + ", ".join(f"{count} {copying}" for copying, count in sorted(others.items())))
    _report_credits(made)
    if wrong:
        named = texts(made)
        for pair in sorted(gold ^ copies):
            print(f"\n{'missed' if pair in gold else 'taken wrongly'}: {' / '.join(pair)}: {result.said[pair].says}")
            print(*(f"  {named[name]!r}" for name in pair), sep="\n")


def _report_credits(made: Sequence[Group]) -> None:
    """How many reprints are found to credit somebody."""
    agencies = Agencies.of(table("agencies"))
    articles = [article for group in made for article in group.articles if article.copy_of]
    credited = sum(credit(article.text, None, agencies) is not None for article in articles)
    print(f"credits: {credited} of {len(articles)} reprints name their origin in a way that is read")


def _original(article: Article, group: Group) -> str:
    while article.copy_of is not None:
        article = next(other for other in group.articles if other.id == article.copy_of)
    return article.id


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def invented(count: int, sentences: Sequence[str], seed: int = 1) -> Iterator[tuple[str, str]]:
    """Documents of about 400 words, and the name of the one that each reprints, which may be itself. One in five is a reprint."""
    chance = random.Random(seed)
    own: list[tuple[str, list[str]]] = []
    for number in range(count):
        name = f"{number:07}"
        if own and chance.random() < 0.2:
            original, told = chance.choice(own)
            start = chance.randint(0, len(told) // 3)
            yield f"{_shuffled(chance, sentences)} {' '.join(told[start : start + len(told) // 2])}", original
            continue
        told = []
        while sum(len(each.split()) for each in told) < _WORDS:
            told.append(_shuffled(chance, sentences))
        own.append((name, told))
        yield " ".join(told), name


def _shuffled(chance: random.Random, sentences: Sequence[str]) -> str:
    drawn = words(chance.choice(sentences))  # without quotation marks, which shuffled would put anything in quotes
    chance.shuffle(drawn)
    return " ".join(drawn) + "."


def scaled(count: int) -> str:
    """One line: seconds and memory to fingerprint, pair and compare so many invented documents, and how many reprints were found."""
    sentences = [each for group in groups("dev") for article in group.articles for each in article.text.split(". ")]
    made = {f"{number:07}": each for number, each in enumerate(invented(count, sentences))}
    begun = time.process_time()
    prints: dict[str, Fingerprint] = {name: fingerprint(text) for name, (text, _) in made.items()}
    printed = time.process_time()
    forward = list(pairs(prints))
    paired = time.process_time()
    copies = [(a, b) for a, b in forward if copy_of(compared(made[a][0], made[b][0])).copying is Copying.COPY]
    done = time.process_time()
    group = {name: members[0] for members in origins(made, copies) for name in members}
    reprints = {name: original for name, (_, original) in made.items() if original != name}
    right = sum(group[name] == group[original] for name, original in reprints.items())
    wrong = sum(made[a][1] != made[b][1] for a, b in copies)
    keys = sum(len(each.keys) for each in prints.values()) / count
    return (
        f"{count} documents: fingerprints {printed - begun:.1f} s ({count / (printed - begun):.0f} a second, {keys:.0f} keys each), "
        f"pairing {paired - printed:.1f} s, comparing {len(forward)} pairs {done - paired:.1f} s; {peak_mb():.0f} MB at most; "
        f"{right}/{len(reprints)} reprints found, {wrong} false copies"
    )


def report_texts(path: Path, apart: str | None) -> None:
    """Print what is found in third-party texts."""
    lines = {str(line["docid"]): line for line in read_lines(path)}
    forward = list(pairs({name: fingerprint(line["text"]) for name, line in lines.items()}))
    said = {(a, b): copy_of(compared(lines[a]["text"], lines[b]["text"])) for a, b in forward}
    counted = Counter(likeness.copying for likeness in said.values())
    told = ", ".join(f"{counted[copying]} {copying}" for copying in Copying)
    print(f"{path.name}: {len(lines)} documents, {len(forward)} of {len(lines) * (len(lines) - 1) // 2} pairs put forward: {told}")
    if apart:
        over = Counter(likeness.copying for (a, b), likeness in said.items() if lines[a][apart] != lines[b][apart])
        print(f"of two values of {apart}: " + ", ".join(f"{over[copying]} {copying}" for copying in Copying))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list what was missed and what was taken wrongly (development half only)")
    parser.add_argument("--held", action="store_true", help="totals of the half that is not looked at, instead")
    parser.add_argument("--scale", type=int, action="append", metavar="N", help="cost with N invented documents, in a process each")
    parser.add_argument("--texts", type=Path, metavar="DATA", help="copies in third-party texts")
    parser.add_argument("--apart", metavar="FIELD", help="with --texts: lines of two values of this field are no copies")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(scaled(asked.one))
    elif asked.scale:
        for count in asked.scale:  # a process each, so that the memory is that of one size alone
            subprocess.run([sys.executable, "-m", "benchmarks.copies", "--one", str(count)], check=True)
    elif asked.texts:
        report_texts(asked.texts, asked.apart)
    else:
        report(list(groups("held" if asked.held else "dev")), wrong=asked.wrong and not asked.held)


if __name__ == "__main__":
    main()
