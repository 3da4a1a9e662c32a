"""The accounts of the rules and those of the encoder, made one list, and grouped into happenings.

Rules. A word that both tell of makes one account: what the rules read in the grammar stands, and what they left open is filled from the
marks. Which of two different answers counts - type, stance, kind - is decided by how much likelier the encoder thinks its own, each field
for itself (`Choice`). A word that only one part has stays if that part is sure enough. Happenings are groups of accounts that are one event
on the average of their pairs: the encoder's chance where both accounts rest on marks, the rules' grouping elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ascribe.extract.accounts import Account, did_it
from ascribe.extract.grouping import Group, group
from ascribe.extract.marked import Marked, contested, mode_of
from ascribe.model.claims import EventType, Granularity, Modality, Stance
from ascribe.model.decisions import Choice
from ascribe.model.marks import EventMark

#: How many accounts, in the order of the text, are grouped at a time: the work must not grow with the square of a long text.
TOGETHER = 120


@dataclass(slots=True)
class _Entry:
    """An account with the mark that it rests on."""

    account: Account
    mark: int | None
    by_rule: bool
    group: int = -1


def fused(rules: Sequence[Account], marked: Marked, choice: Choice) -> list[Group]:
    """All accounts of a text in groups, each about one happening."""
    marks = marked.marks.events
    of_rules = {id(account): number for number, several in enumerate(group(list(rules))) for account in several.accounts}
    entries: list[_Entry] = []
    taken: set[int] = set()
    for account in rules:
        number = _mark_of(account, marked)
        if number is not None:
            taken.add(number)
            _settle(account, marks[number], marked, choice)
        if not _holds(number, marks, choice, in_group=id(account) in of_rules):
            continue
        entries.append(_Entry(account, number, True, of_rules.get(id(account), -1)))
    for number, mark in enumerate(marks):
        if number not in taken and mark.chance >= choice.alone and mark.told >= choice.told:
            entries.extend(_Entry(account, number, False) for account in marked.accounts(number))
    entries.sort(key=lambda entry: (entry.account.mention.start, entry.account.mention.end))
    near = [entries[first : first + TOGETHER] for first in range(0, len(entries), TOGETHER)]
    clusters = [cluster for part in near for cluster in _clusters(part, lambda a, b: _alike(a, b, marked, choice), choice.same)]
    return [_group(cluster) for cluster in clusters]


def _mark_of(account: Account, marked: Marked) -> int | None:
    """The mark on the word that an account rests on."""
    mention = account.mention
    if mention.reference == "last":
        return None
    found = (marked.number_at(word.start, word.end) for word in (mention, *mention.absorbed))
    return next((number for number in found if number is not None), None)


def _holds(number: int | None, marks: Sequence[EventMark], choice: Choice, *, in_group: bool) -> bool:
    """Whether an account of the rules stays: one that their grouping let go needs a sure mark."""
    return in_group or (number is not None and marks[number].chance >= choice.alone)


def _settle(account: Account, mark: EventMark, marked: Marked, choice: Choice) -> None:
    """What both tell of one word: the rules' account, with the marks' answers where those count."""
    mention, theirs = account.mention, marked.mention(marked.scenes[mark.sentence], mark)
    account.mark = mark
    account.parts["event_type"] = "both"
    _settle_kind(account, mark, choice)
    filling = theirs.lists()
    for name, mine in mention.lists().items():
        if not mine and filling[name]:
            mine.extend(filling[name])
            account.parts[name] = "encoder"
    mention.occurrences = mention.occurrences or theirs.occurrences
    account.hedged = account.hedged or mark.choices["certainty"]["hedged"] >= 0.5
    if account.source is None and account.speech is None and account.stance is not Stance.UNCLAIMED:
        account.source, account.speech = marked.sources(mark, marked.scenes[mark.sentence])[0]
        if account.source is not None:
            account.parts["attribution"] = "encoder"
    if account.stance is Stance.REPORTED and did_it(account.source, mention):
        account.stance = Stance.CLAIMED


def _settle_kind(account: Account, mark: EventMark, choice: Choice) -> None:
    """Type, granularity, modality and stance, where the encoder thinks another much likelier than that of the rules."""
    mention = account.mention
    kind = EventType(_chosen(mark.choices["type"], mention.type, choice.type_margin))
    if kind is not mention.type:
        mention.type, mention.mode = kind, mode_of(mark, kind)
        account.parts["event_type"] = "encoder"
    granularity = Granularity(_chosen(mark.choices["granularity"], mention.granularity, choice.kind_margin))
    modality = Modality(_chosen(mark.choices["modality"], mention.modality, choice.kind_margin))
    if (granularity, modality) != (mention.granularity, mention.modality):
        mention.granularity, mention.modality = granularity, modality
        account.parts["modality"] = "encoder"
    stance = Stance(_chosen(mark.choices["stance"], account.stance, choice.stance_margin))
    if stance is not account.stance:
        account.stance, account.contests = stance, contested(mark, stance)
        account.parts["stance"] = "encoder"
        if stance is Stance.UNCLAIMED:
            account.source = None


def _chosen(chances: Mapping[str, float], rule: str, margin: float) -> str:
    """The rules' label, unless the encoder thinks another likelier by more than `margin`."""
    best = max(chances, key=lambda label: chances[label])
    return best if chances[best] - chances.get(rule, 0.0) > margin else rule


def _alike(one: _Entry, other: _Entry, marked: Marked, choice: Choice) -> float | None:
    """The chance that two accounts are of one event; None where nothing says."""
    if one.mark is not None and other.mark is not None:
        return marked.marks.alike(one.mark, other.mark)
    if one.by_rule and other.by_rule:
        return choice.like if one.group == other.group >= 0 else choice.unlike
    return None


def _clusters(entries: Sequence[_Entry], alike: Callable[[_Entry, _Entry], float | None], least: float) -> list[list[_Entry]]:
    """Groups of entries, joined the likeliest first, as long as the average of their known pairs reaches `least`."""
    clusters = [[entry] for entry in entries]
    pairs = {(a, b): alike(entries[a], entries[b]) for b in range(len(entries)) for a in range(b)}
    sums = {pair: (0.0, 0) if chance is None else (chance, 1) for pair, chance in pairs.items()}
    alive = set(range(len(clusters)))
    while sums:
        (a, b), (total, known) = max(sums.items(), key=lambda item: item[1][0] / max(1, item[1][1]))
        if total < least * known or not known:
            break
        for c in alive - {a, b}:
            mine, more = sums[min(a, c), max(a, c)], sums.pop((min(b, c), max(b, c)))
            sums[min(a, c), max(a, c)] = (mine[0] + more[0], mine[1] + more[1])
        del sums[a, b]
        clusters[a] += clusters[b]
        alive.discard(b)
    return [clusters[at] for at in sorted(alive)]


def _group(cluster: Sequence[_Entry]) -> Group:
    """A cluster as a group of one type, that of most of its accounts."""
    ordered = sorted(cluster, key=lambda entry: (entry.account.mention.start, entry.account.mention.end))
    kinds = Counter(entry.account.mention.type for entry in ordered)
    kind = max(kinds, key=lambda kind: (kinds[kind], -[e.account.mention.type for e in ordered].index(kind)))
    for entry in ordered:
        if entry.account.mention.type is not kind:
            entry.account.mention.type, entry.account.mention.mode = kind, None
    return Group([entry.account for entry in ordered])
