"""Where and when, from the rest of the sentence: for what grammar did not tie to an event word.

Rule. A mention without a place takes that of the places of its sentence which speaks best for it (`whereabouts`), when no other mention
has it and it does not belong to who is speaking ("a spokesman in Kabul said"). A time goes to the nearest mention that still lacks one,
without those that say when somebody spoke. Where nothing in the sentence names a place, "the city" or "the town" stands for the one named
last, and the place that labels a paragraph ("2. MOSTAR.") is where its happenings were; both are `inferred`. Nothing else is taken from
another sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ascribe.extract.attribution import Speech
from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.extract.whereabouts import whereabouts_in
from ascribe.model.claims import EventType
from ascribe.model.parties import Kind
from ascribe.model.places import Level, Place
from ascribe.model.times import TimeInterval

_LOCATIVE = frozenset("in at near on outside inside across around along off over throughout between within of".split())
#: Deeds in words have no place but where they are said.
_PLACED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.RETREAT, EventType.MOBILIZE, EventType.AID})


def complete(scene: Scene, mentions: Sequence[Mention], speeches: Sequence[Speech]) -> None:
    """Give each mention that lacks a place or a time what its sentence has to spare."""
    for mention in mentions:
        if mention.type is EventType.SANCTION:
            _sanctioned(scene, mention)
    told = [m for m in mentions if m.type in _PLACED and _is_told(m) and not stands_apart(scene, m, mentions)]
    if not told:
        return
    taken = {place.start for mention in told for place in mention.places}
    free = [place for place in scene.places if place.start not in taken and not _spoken(place.start, speeches)]
    for mention in told:
        if not mention.places:
            mention.places.extend(whereabouts_in(scene.sentence, scene.parse, mention.start, free, scene.words.whereabouts))
    for mention in told:
        if not mention.places:
            mention.places.extend(_named_before(scene))
    spoken = {speech.said.start_offset for speech in speeches if speech.said is not None}
    used = {time.start_offset for mention in told for time in mention.times}
    for time in scene.times:
        if time.start_offset not in spoken | used and not _spoken(time.start_offset or 0, speeches):
            _give_time(told, time)


def _sanctioned(scene: Scene, mention: Mention) -> None:
    """Whom a sanction is against, when grammar does not say: the one other state that the sentence names."""
    if mention.recipients or not mention.actors:
        return
    start, end = scene.sentence.start, scene.sentence.end
    others = {
        party.key: party
        for party in scene.parties.values()
        if start <= party.start < end and party.kind is Kind.GOVERNMENT and party.id
        if not any(party.same_side(actor) for actor in mention.actors)
    }
    if len(others) == 1:
        mention.recipients.extend(others.values())


def _named_before(scene: Scene) -> list[Place]:
    """What "in the city" stands for; else the place that labels the paragraph."""
    for at, token in enumerate(scene.tokens[:-2]):
        if token.lower not in _LOCATIVE:
            continue
        stop = at + 1
        if scene.tokens[stop].lower != "the":
            continue
        word = next((n for n in range(stop + 1, min(stop + 3, len(scene.tokens))) if scene.tokens[n].lower in _AGAIN), None)
        if word is None or any(place.start < scene.tokens[word].end and place.end > token.start for place in scene.places):
            continue
        levels = _AGAIN[scene.tokens[word].lower]
        last = next((place for place in reversed(scene.reading.places) if place.start < token.start and place.level in levels), None)
        if last is not None:
            begin, end = scene.tokens[stop].start, scene.tokens[word].end
            return [replace(last, name=scene.reading.document.text[begin:end], start=begin, end=end, inferred=True)]
    label = scene.label()
    return [label] if label is not None else []


_TOWN = frozenset({Level.TOWN, Level.NEAR})
#: Words that stand for a place named before, and the levels that they fit.
_AGAIN = {
    "city": _TOWN, "town": _TOWN, "village": _TOWN, "capital": _TOWN, "port": _TOWN, "camp": _TOWN | {Level.SITE}, "neighbourhood": _TOWN
    | {Level.SITE}, "hamlet": _TOWN, "settlement": _TOWN, "province": frozenset({Level.ADMIN1}), "governorate": frozenset({Level.ADMIN1}),
    "district": frozenset({Level.ADMIN2, Level.ADMIN3}), "township": _TOWN | {Level.ADMIN2}, "island": frozenset({Level.REGION,
    Level.ADMIN1, Level.ADMIN2}),
}  # fmt: skip


def _is_told(mention: Mention) -> bool:
    """There is more to it than the word."""
    return bool(
        mention.actors or mention.recipients or mention.targets or mention.casualties or mention.weapons or mention.places or mention.times
    )


def _give_time(told: Sequence[Mention], time: TimeInterval) -> None:
    """To the nearest that has none."""
    lacking = [mention for mention in told if not mention.times]
    if lacking:
        min(lacking, key=lambda mention: abs(mention.start - (time.start_offset or 0))).times.append(time)


def _spoken(offset: int, speeches: Sequence[Speech]) -> bool:
    """The words stand in the clause that says who speaks."""
    return any(speech.verb_start <= offset < speech.verb_end for speech in speeches)


def stands_apart(scene: Scene, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """ "The bombing came two days after soldiers raided a camp": what stands behind "after" or "before" is another happening."""
    others = [other for other in mentions if other is not mention and not other.is_toll and other.type is mention.type]
    if not others:
        return False
    if mention.phrase is not None:
        return scene.governor(mention.phrase) in _AFTER
    if mention.clause is None:
        return False
    clause = scene.parse.clauses[mention.clause]
    first = min([*clause.subjects, clause.verb])
    return first > 0 and scene.tokens[scene.phrase(first - 1).start].lower in _AFTER


_AFTER = frozenset({"after", "before", "following", "since"})
