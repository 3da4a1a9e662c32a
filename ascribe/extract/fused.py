"""The accounts of the rules and those of the encoder, made one list, and grouped into happenings.

Rules. A word that both tell of makes one account: what the rules read in the grammar stands, and what they left open is filled from the
marks. Which of two different answers counts - type, stance, kind - is decided by how much likelier the encoder thinks its own, each field
for itself (`Choice`). A word that only one part has stays if that part is sure enough. Happenings are groups of accounts that are one event
on the average of their pairs: the encoder's chance where both accounts rest on marks, the rules' grouping elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ascribe.extract.accounts import Account
from ascribe.extract.grouping import Group, group
from ascribe.extract.marked import Marked, contested, mode_of
from ascribe.extract.mention import add_parties, add_spans
from ascribe.model.claims import EventType, Granularity, Modality, Stance
from ascribe.model.marks import EventMark


@dataclass(frozen=True, slots=True)
class Choice:
    """From which chance on a part counts alone, and whose answer counts where both have one."""

    alone: float = 0.7  # an event word of the encoder that the rules do not have
    told: float = 0.5
    doubted: float = 0.05  # a word of the rules that the encoder does not think an event
    same: float = 0.5  # two accounts of one event
    type_margin: float = 0.95  # by how much likelier the encoder's type must be than that of the rules, by its own chances
    stance_margin: float = 0.9
    kind_margin: float = 0.3  # granularity and modality
    find_source: bool = True
    unlike: float = 0.1
    like: float = 0.9


@dataclass(slots=True)
class _Entry:
    """An account with the mark that it rests on."""

    account: Account
    mark: int | None
    by_rule: bool
    group: int = -1
    fields: dict[str, float] = field(default_factory=dict)


def fused(rules: Sequence[Account], marked: Marked, choice: Choice | None = None) -> list[Group]:
    """All accounts of a text in groups, each about one happening."""
    choice = choice or Choice()
    marks = marked.marks.events
    of_rules = {id(account): number for number, several in enumerate(group(list(rules))) for account in several.accounts}
    entries: list[_Entry] = []
    taken: set[int] = set()
    for account in rules:
        number = _mark_of(account, marks)
        if number is not None:
            taken.add(number)
            _settle(account, marks[number], marked, choice)
        if not _holds(account, number, marks, choice, in_group=id(account) in of_rules):
            continue
        entries.append(_Entry(account, number, True, of_rules.get(id(account), -1)))
    for number, mark in enumerate(marks):
        if number not in taken and mark.chance >= choice.alone and mark.told >= choice.told:
            entries.extend(_Entry(account, number, False) for account in marked.accounts(number))
    entries.sort(key=lambda entry: (entry.account.mention.start, entry.account.mention.end))
    clusters = _clusters(entries, lambda a, b: _alike(a, b, marked, choice), choice.same)
    return [_group(cluster) for cluster in clusters]


def _mark_of(account: Account, marks: Sequence[EventMark]) -> int | None:
    """The mark on the word that an account rests on."""
    mention = account.mention
    if mention.reference == "last":
        return None
    words = [(mention.start, mention.end), *((other.start, other.end) for other in mention.absorbed)]
    for start, end in words:
        for number, mark in enumerate(marks):
            if mark.span.start < end and start < mark.span.end:
                return number
    return None


def _holds(account: Account, number: int | None, marks: Sequence[EventMark], choice: Choice, *, in_group: bool) -> bool:
    """Whether an account of the rules stays: one that their grouping let go needs a sure mark, any other a mark at all."""
    chance = 0.0 if number is None else marks[number].chance
    if not in_group:
        return chance >= choice.alone
    return account.mention.reference == "last" or chance >= choice.doubted


def _settle(account: Account, mark: EventMark, marked: Marked, choice: Choice) -> None:
    """What both tell of one word: the rules' account, with the marks' answers where those count."""
    mention = account.mention
    theirs = marked.mention(marked.scenes[mark.sentence], mark)
    kind = EventType(_chosen(mark.choices["type"], mention.type, choice.type_margin))
    if kind is not mention.type:
        mention.type, mention.mode = kind, mode_of(mark, kind)
    for mine, more in ((mention.actors, theirs.actors), (mention.recipients, theirs.recipients)):
        if not mine:
            add_parties(mine, more)
    for mine_, more_ in ((mention.targets, theirs.targets), (mention.weapons, theirs.weapons)):
        if not mine_:
            add_spans(mine_, more_)
    if not mention.places:
        add_spans(mention.places, theirs.places)
    if not mention.times:
        add_spans(mention.times, theirs.times)
    if not mention.casualties:
        mention.casualties[:] = theirs.casualties
    mention.occurrences = mention.occurrences or theirs.occurrences
    mention.granularity = Granularity(_chosen(mark.choices["granularity"], mention.granularity, choice.kind_margin))
    mention.modality = Modality(_chosen(mark.choices["modality"], mention.modality, choice.kind_margin))
    stance = Stance(_chosen(mark.choices["stance"], account.stance, choice.stance_margin))
    if stance is not account.stance:
        account.stance, account.contests = stance, contested(mark, stance)
        if stance is Stance.UNCLAIMED:
            account.source = None
    account.hedged = account.hedged or mark.choices["certainty"]["hedged"] >= 0.5
    if choice.find_source and account.source is None and account.speech is None:
        account.source, account.speech = marked.sources(mark, marked.scenes[mark.sentence])[0]


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
