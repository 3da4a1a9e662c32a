"""Annotated texts -> examples: windows with what each head should say of them.

Each kind of text has layers of its own: the project's corpus (attributions, events, claims), the keys of MUC-4 (fillers of roles,
incidents), snippets (a label for the whole), PolNeAR (attributions). What a text has no layer for is left open, and no head learns from it
there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ascribe.annotate import heads
from ascribe.annotate.sentences import sentences
from ascribe.annotate.windows import Pieces, Window
from ascribe.model.reading import Reading
from ascribe.model.text import Document

Line = dict[str, Any]
Pair = tuple[int, int]


@dataclass(slots=True)
class Example:
    """A window and its gold. Words are numbers in the window; what a head is not asked of here is not listed.

    `tags`: for each word 0 none, 1 begins, 2 goes on. `choices`: (head, word, label). `several`: (head, word, labels). `anchored`: (head,
    anchor, [(role, word)]). `pairs`: (head, word, word, same). `whole`: (head, labels). `whole_choices`: (head, label).
    """

    window: Window
    origin: str
    tags: dict[str, list[int]] = field(default_factory=dict)
    choices: list[tuple[str, int, int]] = field(default_factory=list)
    several: list[tuple[str, int, tuple[int, ...]]] = field(default_factory=list)
    anchored: list[tuple[str, int, list[Pair]]] = field(default_factory=list)
    pairs: list[tuple[str, int, int, bool]] = field(default_factory=list)
    whole: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    whole_choices: list[tuple[str, int]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Nothing of what is looked for is in it."""
        return not any(any(row) for row in self.tags.values())


class _Words:
    """The words of a window by their place in the text."""

    def __init__(self, window: Window) -> None:
        self.starts = [token.start for token in window.tokens]
        self.ends = [token.end for token in window.tokens]

    def of(self, start: int, end: int) -> range:
        """The words that a stretch of text touches."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def windows(pieces: Pieces, text: str, origin: str) -> list[Example]:
    """The windows of a text, with nothing asked of them yet."""
    reading = sentences(Reading(Document.of(text)))
    return [Example(window, origin) for window in pieces.windows(reading.sentences)]


def _mark(row: list[int], stretches: Iterable[range]) -> None:
    """Mark these stretches in a row of words. Where two lie over each other the longer stays: "criminal terrorists", not "terrorists"."""
    for words in sorted(stretches, key=lambda words: (-len(words), words.start)):
        if not any(row[at] for at in words):
            for at in words:
                row[at] = 1 if at == words[0] else 2


# --- the project's own corpus --------------------------------------------------------------------------------------------------------


def own(pieces: Pieces, line: Line) -> list[Example]:
    """Examples of one document of the corpus, as `python -m corpus.build` writes it."""
    made = windows(pieces, line["text"], line["docid"])
    for example in made:
        words = _Words(example.window)
        _sayings(example, words, line)
        _events(example, words, line)
        example.whole.append(("claims", (int(any(example.tags["event"])),)))
    return made


def _sayings(example: Example, words: _Words, line: Line) -> None:
    claims = [claim for claim in line["claims"] if claim["attribution"]["cue"]]
    said: list[_Said] = []
    for saying in line["attributions"]:
        source = [(saying["source"]["start"], saying["source"]["end"])] if saying["source"] else []
        said.append((source, saying["cue"], saying["content"]))
        cue = words.of(*saying["cue"][0]) if saying["cue"] else range(0)
        if cue:
            _of_the_cue(example, words, cue[0], [claim for claim in claims if _rests_on(claim, saying)], line["events"])
    _attributions(example, words, said)


#: The pieces of a source, of a cue and of a content, as places in the text.
_Said = tuple[Sequence[Sequence[int]], Sequence[Sequence[int]], Sequence[Sequence[int]]]


def _attributions(example: Example, words: _Words, said: Iterable[_Said]) -> None:
    """The words of sources and cues, and which source and content go with a cue: they are asked at its first word."""
    size = len(example.window.tokens)
    sources: list[range] = []
    every_cue: list[range] = []
    roles: dict[int, set[Pair]] = {}
    for source, cue, content in said:
        its_source, cues = [words.of(*piece) for piece in source], [words.of(*piece) for piece in cue]
        sources.extend(its_source)
        every_cue.extend(cues)
        if cues and cues[0]:
            anchor = roles.setdefault(cues[0][0], set())
            anchor |= {(0, at) for piece in its_source for at in piece}
            anchor |= {(1, at) for piece in content for at in words.of(*piece)}
    example.tags |= {"source": [0] * size, "cue": [0] * size}
    _mark(example.tags["source"], sources)
    _mark(example.tags["cue"], every_cue)
    example.anchored.extend(("cue", anchor, sorted(roles[anchor])) for anchor in sorted(roles))


def _rests_on(claim: Line, saying: Line) -> bool:
    """Whether this is the attribution that a claim is made by."""
    cue, source, whose = claim["attribution"]["cue"], claim["attribution"]["source"], saying["source"]
    same = source is whose is None or (source is not None and whose is not None and _meet(source, (whose["start"], whose["end"])))
    return same and any(_meet(cue, piece) for piece in saying["cue"])


def _meet(quote: Line, piece: Sequence[int]) -> bool:
    return bool(quote["start"] < piece[1] and piece[0] < quote["end"])


def _of_the_cue(example: Example, words: _Words, cue: int, claims: Sequence[Line], events: Sequence[Line]) -> None:
    """Whether claims rest on a cue, how they stand to their event, and which words of the window name it."""
    named = {event["id"]: event["words"] for event in events}
    elsewhere = [claim for claim in claims if not any(_meet(claim["quote"], word) for word in named[claim["event"]])]
    example.several.append(("tells", cue, (int(bool(claims)), int(bool(elsewhere)))))
    if not claims:
        return
    nearest = min(elsewhere or claims, key=lambda claim: claim["quote"]["end"] - claim["quote"]["start"])
    for head, name in heads.AT_CUES.items():
        example.choices.append((head, cue, heads.CHOICES[head].index(nearest["attribution"][name] or "none")))
    if elsewhere:
        _roles_at(example, words, cue, elsewhere)
    about = {claim["event"] for claim in claims}
    firsts = ((its[0], event) for event, spans in named.items() for its in (words.of(*span) for span in spans) if its)
    example.pairs.extend(("about", cue, word, event in about) for word, event in firsts if word != cue)


def _events(example: Example, words: _Words, line: Line) -> None:
    every: list[range] = []
    named: list[tuple[int, str]] = []
    for event in line["events"]:
        for start, end in event["words"]:
            its = words.of(start, end)
            every.append(its)
            if its:
                named.append((its[0], event["id"]))
                _of_the_event(example, its[0], event)
                _of_the_claims(example, words, its[0], (start, end), [c for c in line["claims"] if c["event"] == event["id"]])
    example.tags["event"] = [0] * len(example.window.tokens)
    _mark(example.tags["event"], every)
    named.sort()
    example.pairs.extend(("event", a, b, one == other) for n, (b, other) in enumerate(named) for a, one in named[:n] if a != b)


def _of_the_event(example: Example, word: int, event: Line) -> None:
    mode = f"{event['type']} {event['mode']}" if event["mode"] else "none"
    values = {"type": event["type"], "mode": mode, "granularity": event["granularity"], "modality": event["modality"]}
    if event.get("case"):
        values["case"] = event["case"]
    for head, label in values.items():
        example.choices.append((head, word, heads.CHOICES[head].index(label)))
    example.several.append(("tactics", word, tuple(int(tactic in event["tactics"]) for tactic in heads.TACTICS)))


def _of_the_claims(example: Example, words: _Words, word: int, span: Pair, claims: Sequence[Line]) -> None:
    """What the claims say that rest on this word: those in whose quote it stands."""
    resting = [c for c in claims if c["quote"]["start"] <= span[0] and span[1] <= c["quote"]["end"]]
    example.several.append(("told", word, (int(bool(resting)),)))
    if not resting:
        return
    nearest = min(resting, key=lambda claim: _distance(claim, span))
    said = nearest["attribution"]
    voice = "source" if said["source"] else "document"
    values = {"stance": said["stance"], "certainty": said["certainty"], "contests": said["contests"] or "none", "voice": voice}
    for head, label in values.items():
        example.choices.append((head, word, heads.CHOICES[head].index(label)))
    whose = [piece for claim in resting if (piece := claim["attribution"]["cue"])]
    cues = ((anchor, example.window.tokens[anchor]) for head, anchor, _ in example.anchored if head == "cue" and anchor != word)
    example.pairs.extend(("said", cue, word, any(_meet(piece, (token.start, token.end)) for piece in whose)) for cue, token in cues)
    _roles_at(example, words, word, resting)


def _roles_at(example: Example, words: _Words, anchor: int, claims: Sequence[Line]) -> None:
    """The words that play a role in these claims. The stand-off part has no times, places and things, and is not asked."""
    if any("targets" in claim and claim.get("time") for claim in claims):
        roles = {(role, at) for claim in claims for role, start, end in _roles(claim) for at in words.of(start, end)}
        example.anchored.append(("event", anchor, sorted(roles)))


def _distance(claim: Line, span: Pair) -> tuple[bool, int]:
    """The claim whose attributed content is the shortest stretch around the word; those of the document last."""
    content = claim["attribution"]["content"]
    inside = content is not None and content["start"] <= span[0] and span[1] <= content["end"]
    return (not inside, content["end"] - content["start"] if inside else claim["quote"]["end"] - claim["quote"]["start"])


_LISTED = {"actors": "actor", "recipients": "recipient", "targets": "target", "weapons": "weapon", "places": "place"}


def _roles(claim: Line) -> Iterator[tuple[int, int, int]]:
    """(role, start, end) of every value of a claim that has words."""
    names = heads.ANCHORED["event"]
    for field_, role in _LISTED.items():
        yield from ((names.index(role), item["start"], item["end"]) for item in claim[field_])
    time = claim.get("time")
    if time and time["text"] is not None:
        yield names.index("time"), time["start_offset"], time["end_offset"]
    for entry in claim["casualties"]:
        if entry["effect"] in heads.EFFECTS:
            yield names.index(entry["effect"]), entry["count"]["start"], entry["count"]["end"]
    for total, effect in zip(("fatalities", "injured", "abducted", "arrested", "displaced"), heads.EFFECTS, strict=True):
        if claim[total]:
            yield names.index(effect), claim[total]["start"], claim[total]["end"]
    if claim["occurrences"]:
        yield names.index("occurrences"), claim["occurrences"]["start"], claim["occurrences"]["end"]
    source = claim["attribution"]["source"]
    if source:
        yield names.index("source"), source["start"], source["end"]


# --- the keys of MUC-4 ---------------------------------------------------------------------------------------------------------------


def muc4(pieces: Pieces, line: Line) -> list[Example]:
    """Examples of one document of MUC-4: where its fillers stand, of which incident each is, and how firmly organisations are named."""
    made = windows(pieces, line["text"], line["docid"])
    for example in made:
        _fillers(example, _Words(example.window), line)
    return made


def _fillers(example: Example, words: _Words, line: Line) -> None:
    size = len(example.window.tokens)
    example.tags |= {role: [0] * size for role in heads.FILLERS}
    at_word: dict[int, set[int]] = {}
    every: dict[str, list[range]] = {role: [] for role in heads.FILLERS}
    for number, template in enumerate(line["templates"]):
        kinds = [kind.lower() for filler in template["slots"]["incident_type"]["fillers"] for kind in filler["alternatives"]]
        for role, slot in heads.FILLERS.items():
            for filler in template["slots"][slot]["fillers"]:
                for start, end in _places(filler, line):
                    its = words.of(start, end)
                    if not its:
                        continue
                    every[role].append(its)
                    at_word.setdefault(its[0], set()).add(number)
                    if kinds and kinds[0] in heads.INCIDENTS:
                        example.choices.append(("incident", its[0], heads.INCIDENTS.index(kinds[0])))
                    if role == "PerpOrg" and (firm := _firmness(template, filler)) is not None:
                        example.choices.append(("firmness", its[0], firm))
    for role, stretches in every.items():
        _mark(example.tags[role], stretches)
    found = sorted(at_word)
    example.pairs.extend(("filler", a, b, bool(at_word[a] & at_word[b])) for n, b in enumerate(found) for a in found[:n])
    example.whole.append(("incident", (int(bool(found)),)))


def _places(filler: Line, line: Line) -> Iterable[Pair]:
    """Where the words of a filler stand in the body of the text."""
    return [(start, end) for places in filler.get("spans") or () for start, end in places or () if start >= line["body_start"]]


def _firmness(template: Line, filler: Line) -> int | None:
    named = {re.sub(r"\s+", " ", words).upper() for words in filler["alternatives"]}
    for value in template["slots"]["perp_organization_confidence"]["fillers"]:
        about = {re.sub(r"\s+", " ", words).upper() for words in value.get("xref") or ()}
        if (not about or about & named) and value["alternatives"][0] in heads.FIRMNESS:
            return heads.FIRMNESS.index(value["alternatives"][0])
    return None


# --- snippets ------------------------------------------------------------------------------------------------------------------------


def snippet(pieces: Pieces, row: Line) -> list[Example]:
    """The example of one snippet: its kind, whether relevant, whether a sum, of which types."""
    made = windows(pieces, row["text"], row["id"])[:1]
    for example in made:
        example.whole_choices.append(("snippet", heads.CASES.index(row["case"])))
        example.whole.append(("relevant", (int(row["relevant"]), int(row["aggregate"]))))
        if row["relevant"]:
            example.whole.append(("types", tuple(int(kind in row["types"]) for kind in heads.TYPES_OF_RELEVANT)))
    return made


# --- PolNeAR ------------------------------------------------------------------------------------------------------------------------


def polnear(pieces: Pieces, line: Line) -> list[Example]:
    """Examples of one annotation file of PolNeAR: attributions, and nothing else."""
    made = windows(pieces, line["text"], line["docid"])
    said = [(saying["source"], saying["cue"], saying["content"]) for saying in line["attributions"]]
    for example in made:
        _attributions(example, _Words(example.window), said)
    return made
