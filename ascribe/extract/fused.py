"""The accounts of the rules and those of the encoder, made one list, and grouped into happenings.

Rules. A word that both tell of makes one account: what the rules read in the grammar stands, and what they left open is filled from the
marks. Which of two different answers counts - type, granularity, modality - is decided by how much likelier the encoder thinks its own,
each field for itself (`Choice`); whose it is and in which stance, by all that speaks for each (`extract/voices.py`, `stances.py`). A word
that only one part has stays if that part is sure enough. Happenings are groups of accounts that are one event
on the average of their pairs, and do not lie apart in place or time (`extract/sameness.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ascribe.extract import stances
from ascribe.extract.accounts import Account, did_it
from ascribe.extract.grouping import Group, group
from ascribe.extract.marked import Marked, contested, mode_of
from ascribe.extract.nearby import Nearby, meets
from ascribe.extract.sameness import lie_apart, signs
from ascribe.extract.voices import Voice, likeliest, voices
from ascribe.model.claims import Casualty, Effect, EventType, Granularity, Modality, Stance
from ascribe.model.decisions import Choice, Decisions
from ascribe.model.marks import EventMark, best_of

#: How many accounts, in the order of the text, are grouped at a time: the work must not grow with the square of a long text.
TOGETHER = 120


@dataclass(slots=True)
class Entry:
    """An account with the number of the mark that it rests on, whether the rules made it, and the number of its group by their rules.

    `voices` are all who may be its source and `stances` all that may be its stance, with what speaks for each, where that was asked.
    """

    account: Account
    number: int | None
    by_rule: bool
    group: int = -1
    voices: Sequence[Voice] = ()
    stances: Mapping[Stance, Mapping[str, float]] = field(default_factory=dict)


def fused(rules: Sequence[Account], marked: Marked, decided: Decisions) -> list[Group]:
    """All accounts of a text in groups, each about one happening."""
    return [_group(cluster) for cluster in clusters(entries(rules, marked, decided), marked, decided)]


def clusters(found: Sequence[Entry], marked: Marked, decided: Decisions) -> list[list[Entry]]:
    """The accounts of each event together; a long text is grouped stretch by stretch."""
    stretches = (found[first : first + TOGETHER] for first in range(0, len(found), TOGETHER))
    return [cluster for part in stretches for cluster in _clusters(part, marked, decided)]


def entries(rules: Sequence[Account], marked: Marked, decided: Decisions) -> list[Entry]:
    """The accounts of both, in the order of the text."""
    choice = decided.choice
    marks = marked.marks.events
    of_rules = {id(account): number for number, several in enumerate(group(list(rules))) for account in several.accounts}
    found: list[Entry] = []
    taken: set[int] = set()
    for account in rules:
        numbers = _marks_of(account, marked)
        number = numbers[0] if numbers else None
        entry = Entry(account, number, True, of_rules.get(id(account), -1))
        if number is not None:
            taken.update(numbers)
            _settle(entry, numbers, marked, decided)
        if _holds(number, marks, choice, in_group=entry.group >= 0):
            found.append(entry)
    for number, mark in enumerate(marks):
        if number not in taken and mark.chance >= choice.alone and mark.told >= choice.told:
            mine = marked.account(number)
            if mine is not None:
                entry = Entry(mine, number, False)
                _attribute(entry, number, marked, decided)
                found.append(entry)
    found.extend(_borne(found, marked))
    return sorted(found, key=lambda entry: (entry.account.mention.start, entry.account.mention.end))


def signs_of(one: Entry, other: Entry, marked: Marked) -> dict[str, float]:
    """What speaks for and against one happening, of two accounts in the order of the text."""
    alike = None if one.number is None or other.number is None else marked.marks.alike(one.number, other.number)
    grouped = one.group == other.group >= 0 if one.by_rule and other.by_rule else None
    text = marked.document.text
    word, again = (text[entry.account.mention.start : entry.account.mention.end].lower() for entry in (one, other))
    return signs(Group([one.account]), other.account, alike, grouped=grouped, same_word=word == again)


def _borne(told: Sequence[Entry], marked: Marked) -> Iterator[Entry]:
    """What is said of an event without naming it, by cues that no account has yet."""
    speaking = (entry.account.speech.cue for entry in told if entry.account.speech is not None)
    taken = Nearby((cue for cue in speaking if cue is not None), lambda cue: [(cue.start, cue.end)])
    for number, mark in enumerate(marked.marks.cues):
        if not taken.at(mark.span.start, mark.span.end):
            borne = marked.borne(number)
            if borne is not None:
                yield Entry(borne[1], borne[0], False)


def _marks_of(account: Account, marked: Marked) -> list[int]:
    """The marks on its words, that of its first word first: "attacked a post, killing three" is one account, and has two.

    An account of what was told before ("the army denied it") rests on no word of its own.
    """
    mention = account.mention
    if mention.reference == "last":
        return []
    found = (marked.number_at(word.start, word.end) for word in mention.tellings)
    return list(dict.fromkeys(number for number in found if number is not None))


def _holds(number: int | None, marks: Sequence[EventMark], choice: Choice, *, in_group: bool) -> bool:
    """Whether an account of the rules stays: one that their grouping let go needs a sure mark."""
    return in_group or (number is not None and marks[number].chance >= choice.alone)


def _settle(entry: Entry, numbers: Sequence[int], marked: Marked, decided: Decisions) -> None:
    """What both tell of one word: the rules' account, with the marks' answers where those count. The first mark is the word's own."""
    account, mark = entry.account, marked.marks.events[numbers[0]]
    mention = account.mention
    account.mark, account.found_by = mark, "both"
    _settle_kind(account, mark, decided.choice)
    for number in numbers:
        _fill(account, marked.marks.events[number], marked)
    mention.stay_a_sum()
    if not account.hedged and mark.choices["certainty"]["hedged"] >= 0.5:
        account.hedged = True
        account.parts["certainty"] = "encoder"
    _attribute(entry, numbers[0], marked, decided)


def _fill(account: Account, mark: EventMark, marked: Marked) -> None:
    """What the rules left open, from the roles of a mark."""
    mention, theirs = account.mention, marked.mention(marked.scenes[mark.sentence], mark)
    filling = theirs.lists()
    for name, mine in mention.lists().items():
        if not mine and filling[name]:
            mine.extend(filling[name])
            account.parts[name] = "encoder"
    if mention.occurrences is None and theirs.occurrences is not None:
        mention.occurrences = theirs.occurrences
        account.parts["occurrences"] = "encoder"


def _attribute(entry: Entry, number: int, marked: Marked, decided: Decisions) -> None:
    """Whose account it is, and how the source stands to it. The words of a charge or a denial say themselves whose they are."""
    account, mark = entry.account, marked.marks.events[number]
    plain = account.stance in {Stance.REPORTED, Stance.CLAIMED}
    if plain or (account.source is None and account.speech is None and account.stance is not Stance.UNCLAIMED):
        entry.voices = voices(marked, number, account if entry.by_rule else None)
        voice = likeliest(entry.voices, decided.whose)
        if account.source is None or not voice.is_of(account.source):
            if voice.source is not account.source:
                account.parts["attribution"] = "encoder"
            account.source, account.speech = voice.source, voice.speech
            account.via = voice.speech.via if voice.speech is not None else ()
    own = did_it(account.source, account.mention)
    cue = marked.cue_at(account.speech) if account.speech is not None else None
    entry.stances = stances.every(account.stance if entry.by_rule else None, mark, cue, named=account.source is not None, own=own)
    stance = stances.likeliest(entry.stances, decided.stands)
    if stance is not account.stance or account.contests is None:
        account.contests = contested(stance, mark.choices["contests"], *([cue.choices["contests"]] if cue is not None else []))
    if stance is not account.stance and entry.by_rule:
        account.parts["stance"] = "encoder"
    account.stance = stance
    if stance is Stance.UNCLAIMED:
        account.source = None


def _settle_kind(account: Account, mark: EventMark, choice: Choice) -> None:
    """Type, granularity and modality, where the encoder thinks another much likelier than that of the rules.

    One happening is what the rules make of words that say nothing else; there the likeliest of the encoder is taken as it is.
    """
    mention = account.mention
    kind = EventType(_chosen(mark.choices["type"], mention.type, choice.type_margin))
    if mark.best("type") == mention.type:
        account.parts["event_type"] = "both"
    elif kind is not mention.type:
        mention.type, mention.mode = kind, mode_of(mark, kind)
        account.parts["event_type"] = "encoder"
    margin = 0.0 if mention.granularity is Granularity.SINGLE else choice.kind_margin
    granularity = Granularity(_chosen(mark.choices["granularity"], mention.granularity, margin))
    if granularity is not mention.granularity:
        mention.granularity = granularity
        account.parts["granularity"] = "encoder"
    modality = Modality(_chosen(mark.choices["modality"], mention.modality, choice.kind_margin))
    if modality is not mention.modality:
        mention.modality = modality
        account.parts["modality"] = "encoder"


def _chosen(chances: Mapping[str, float], rule: str, margin: float) -> str:
    """The rules' label, unless the encoder thinks another likelier by more than `margin`."""
    best = best_of(chances)
    return best if chances[best] - chances.get(rule, 0.0) > margin else rule


def _clusters(found: Sequence[Entry], marked: Marked, decided: Decisions) -> list[list[Entry]]:
    """Groups of accounts, joined the likeliest first, as long as the average of their pairs is likely enough.

    Two accounts that lie apart (`sameness.lie_apart`) are never in one group, not by way of a third either.
    """
    groups = {number: [entry] for number, entry in enumerate(found)}
    sums: dict[tuple[int, int], float] = {}
    apart: set[tuple[int, int]] = set()
    for b in groups:
        for a in range(b):
            told = signs_of(found[a], found[b], marked)
            sums[a, b] = decided.same.chance(told)
            if lie_apart(told):
                apart.add((a, b))

    def average(pair: tuple[int, int]) -> float:
        return sums[pair] / (len(groups[pair[0]]) * len(groups[pair[1]]))

    while (best := max((pair for pair in sums if pair not in apart), key=average, default=None)) is not None:
        if average(best) < decided.choice.same:
            break
        a, b = best
        del sums[best]
        for c in groups.keys() - best:
            kept, gone = (min(a, c), max(a, c)), (min(b, c), max(b, c))
            sums[kept] += sums.pop(gone)
            if gone in apart:
                apart.add(kept)
        groups[a] += groups.pop(b)
    return list(groups.values())


def _one_effect(cluster: Sequence[Entry]) -> None:
    """The same words do not tell of killed and of injured ("one killed, two wounded"): what the rules read stands, then what came first."""
    told: list[Casualty] = []
    for entry in sorted(cluster, key=lambda entry: not entry.by_rule):
        casualties = entry.account.mention.casualties
        casualties[:] = [mine for mine in casualties if not any(_contradict(mine, other) for other in told)]
        told += casualties


def _contradict(one: Casualty, other: Casualty) -> bool:
    return meets(one.count, other.count) and {one.effect, other.effect} == {Effect.KILLED, Effect.INJURED}


def _group(cluster: Sequence[Entry]) -> Group:
    """A cluster as a group of one type, that of most of its accounts."""
    ordered = sorted(cluster, key=lambda entry: (entry.account.mention.start, entry.account.mention.end))
    _one_effect(ordered)
    kinds = Counter(entry.account.mention.type for entry in ordered)
    kind = max(kinds, key=lambda kind: (kinds[kind], -[e.account.mention.type for e in ordered].index(kind)))
    for entry in ordered:
        if entry.account.mention.type is not kind:
            entry.account.mention.type, entry.account.mention.mode = kind, None
    return Group([entry.account for entry in ordered])
