"""Marks of the encoder -> accounts: what each marked event word tells, with the parties, places, days and figures that were read before.

The encoder says which words play which role; who, where and when they are is taken from what the earlier steps found at these words, so
that a party of the register, a place and a day are always the same, whoever found the role. Words that no step knows stay words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ascribe.extract.accounts import Account
from ascribe.extract.counts import read_count
from ascribe.extract.cued import saying_of
from ascribe.extract.mention import Mention, add_parties, add_spans
from ascribe.extract.nearby import Nearby, Placed, meets
from ascribe.extract.scene import Scene
from ascribe.extract.speech import Speech
from ascribe.model.claims import Casualty, Contests, Count, Effect, EventType, Granularity, Modality, Side, Stance, Thing
from ascribe.model.decisions import Choice
from ascribe.model.lexicon import Frame
from ascribe.model.marks import Chances, CueMark, EventMark, Marks, RoleMark, best_of
from ascribe.model.parties import Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading, Token
from ascribe.model.sayings import Saying
from ascribe.model.text import Span
from ascribe.model.times import TimeInterval

#: A day or place that a later sentence names is of what is told there: of the corpus' events 2 in 100 have theirs behind them.
_SET_BEFORE = frozenset({"time", "place"})
#: Types in which all who take part are actors (records.md, on Claim).
_ALL_SIDES = frozenset({EventType.AGREE, EventType.CONSULT})
_EFFECTS = frozenset(Effect)


class Marked:
    """The marks of one text beside its scenes and those who speak in each, ready to be asked. `is_figure` knows figures of speech."""

    def __init__(
        self,
        reading: Reading,
        scenes: Sequence[Scene],
        speakers: Sequence[Sequence[Speech]],
        choice: Choice,
        is_figure: Callable[[Scene, Mention], bool],
    ) -> None:
        self.scenes, self.speakers, self.choice, self.is_figure = scenes, speakers, choice, is_figure
        self.marks, self.document = reading.marks or Marks(), reading.document
        self._begins = [scene.sentence.start for scene in scenes]
        self._numbers = Nearby(range(len(self.marks.events)), lambda number: [_stretch(self.marks.events[number].span)])
        self._parties = Nearby(reading.parties, lambda party: [_stretch(party)])
        self._names = Nearby(reading.names, lambda name: [_stretch(name)])
        self._places = Nearby(reading.places, lambda place: [_stretch(place)])
        said = [saying for saying in reading.sayings if saying.source is not None]
        self._sayings = Nearby(said, lambda saying: map(_stretch, saying.content))
        self._by_cue = Nearby(said, lambda saying: map(_stretch, saying.cue))
        self._cue_marks = Nearby(self.marks.cues, lambda cue: [_stretch(cue.span)])
        self._cues_of: dict[int, list[tuple[float, int]]] = {}
        self._about: dict[int, list[tuple[float, int]]] = {}
        for (cue, event), chance in self.marks.said.items():
            self._cues_of.setdefault(event, []).append((chance, cue))
        for (cue, event), chance in self.marks.about.items():
            self._about.setdefault(cue, []).append((chance, event))

    def number_at(self, start: int, end: int) -> int | None:
        """The first event mark at these words."""
        return next(iter(self._numbers.at(start, end)), None)

    def account(self, number: int) -> Account | None:
        """The account that rests on one event mark, nobody's yet (`extract/voices.py`). None for a figure of speech."""
        mark = self.marks.events[number]
        scene = self.scenes[mark.sentence]
        mention = self.mention(scene, mark)
        if self.is_figure(scene, mention):
            return None
        quote = self.document.quote(scene.sentence.start, scene.sentence.end)
        hedged = mark.choices["certainty"]["hedged"] >= 0.5
        account = Account(mention, None, Stance(mark.best("stance")), None, hedged, quote=quote, mark=mark, found_by="encoder")
        account.parts = _all_by_encoder(mention)
        return account

    def mention(self, scene: Scene, mark: EventMark) -> Mention:
        """What the mark tells: its kind and its roles."""
        kind = EventType(mark.best("type"))
        quote = self.document.quote(mark.span.start, mark.span.end)
        tactics = {name: quote for name, chance in mark.tactics.items() if chance >= 0.5}
        both = kind in _ALL_SIDES or "armed_clash" in tactics
        frame = Frame("marked", kind, mode_of(mark, kind), tuple(tactics), subject="sides" if both else "actor")
        mention = Mention(mark.sentence, mark.span.start, mark.span.end, frame, kind, frame.mode, reference="definite", tactics=tactics)
        mention.granularity = Granularity(mark.best("granularity"))
        mention.modality = Modality(mark.best("modality"))
        mention.extent = (mark.span.start, mark.span.end)
        for role in mark.roles:
            if role.chance >= self.choice.role:
                where = self.scene_at(role.span, scene)
                if role.role in _SET_BEFORE and where.sentence.start > scene.sentence.start:
                    continue
                span = _without_edges(where, role.span)
                if span is not None:
                    self.fill(mention, where, replace(role, span=span))
        mention.stay_a_sum()
        return mention

    def scene_at(self, span: Span, near: Scene) -> Scene:
        """The sentence that these words stand in."""
        scene = self.scenes[max(0, bisect_right(self._begins, span.start) - 1)]
        return scene if scene.sentence.start <= span.start < scene.sentence.end else near

    def fill(self, mention: Mention, scene: Scene, role: RoleMark) -> None:
        """Put the words of one role into the mention."""
        if role.role in _EFFECTS:
            self.count(mention, scene, role)
        elif role.role == "actor":
            add_parties(mention.actors, [self.whole(role.span)])
        elif role.role == "recipient":
            add_parties(mention.recipients, [self.whole(role.span)])
        elif role.role == "place":
            add_spans(mention.places, self.places(role.span))
        elif role.role == "time":
            add_spans(mention.times, [time for time in scene.times if _told_in(time, role.span)])
        elif role.role == "occurrences":
            mention.occurrences = mention.occurrences or self.read(scene, role.span)
        elif role.role in {"target", "weapon"}:
            add_spans(mention.targets if role.role == "target" else mention.weapons, [self.thing(scene, role)])

    def whole(self, span: Span) -> Party:
        """The party at these words, in all of them: the text says "the students of the college", not only "the students"."""
        party = self.party(span)
        fuller = span.start <= party.start and party.end <= span.end
        return replace(party, name=self.document.text[span.start : span.end], start=span.start, end=span.end) if fuller else party

    def party(self, span: Span) -> Party:
        """The party that was read at these words; else the words themselves."""
        at = self._parties.at(span.start, span.end)
        if at:
            return max(at, key=lambda party: (self._heads(party, span), min(party.end, span.end) - max(party.start, span.start)))
        named = self._names.at(span.start, span.end)
        if named:
            return named[-1]
        return Party(self.document.text[span.start : span.end], span.start, span.end, Kind.UNKNOWN)

    def _heads(self, party: Party, span: Span) -> bool:
        """The party is what a phrase is about: "a doctor" of "a doctor at the hospital", and not "the army" of "the army's spokesman"."""
        owns = self.document.text[party.end : party.end + 2] in {"'s", "’s"} or self.document.text[party.end : party.end + 1] in {"'", "’"}
        return party.start <= span.start and not (owns and party.end < span.end)

    def places(self, span: Span) -> list[Place]:
        """The places that were read in these words; a name that no gazetteer knows is unlocated."""
        known = self._places.at(span.start, span.end)
        if known:
            return known
        words = self.document.text[span.start : span.end]
        return [Place(words, span.start, span.end, Level.UNLOCATED)] if words[:1].isupper() and not words.isupper() else []

    def thing(self, scene: Scene, role: RoleMark) -> Thing:
        """A target or a weapon, with its category where the word lists have it."""
        table = "targets" if role.role == "target" else "weapons"
        known = next((thing for at in _phrases_at(scene, role.span) if (thing := scene.thing(at, table)) is not None), None)
        if known is not None:
            return known
        words = self.document.text[role.span.start : role.span.end]
        return Thing(words, "other", role.span.start, role.span.end)

    def read(self, scene: Scene, span: Span) -> Count | None:
        """The number in these words, with what stands before it in its phrase ("at least")."""
        phrase = next(_phrases_at(scene, span), None)
        if phrase is not None and (counted := scene.people_count(phrase)) is not None and meets(counted, span):
            return counted
        at = [number for number, token in enumerate(scene.tokens) if meets(token, span)]
        return read_count(scene.tokens, at[0], at[-1] + 1) if at else None

    def count(self, mention: Mention, scene: Scene, role: RoleMark) -> None:
        """A number of people to whom something was done. Words without a number count one if they are of one person."""
        counted = self.read(scene, role.span)
        words = self.document.text[role.span.start : role.span.end]
        if counted is None:
            if not _is_one(words):
                return
            counted = Count(1, 1, 1, words, role.span.start, role.span.end)
        phrase = next(_phrases_at(scene, role.span), None)
        who = scene.who(phrase) if phrase is not None else words
        effect = _told_effect(scene, role.span) or Effect(role.role)
        mention.casualties.append(Casualty(effect, who, Side.UNKNOWN, None, counted))

    # who says so

    def cues_of(self, number: int) -> Sequence[tuple[float, int]]:
        """The cues to whose source an event mark may be given, by number, each with its chance."""
        return self._cues_of.get(number, ())

    def sayings_around(self, mark: EventMark) -> list[Saying]:
        """The sayings in whose content a mark stands."""
        return [saying for saying in self._sayings.at(*_stretch(mark.span)) if any(piece.covers(mark.span) for piece in saying.content)]

    def cue_at(self, speech: Speech) -> CueMark | None:
        """The mark of the cue by which somebody speaks."""
        return next(iter(self._cue_marks.at(speech.cue.start, speech.cue.end)), None) if speech.cue is not None else None

    def speaker(self, cue: int) -> tuple[Party, Speech | None] | None:
        """Who speaks by a cue."""
        sayings = self._by_cue.at(*_stretch(self.marks.cues[cue].span))
        saying = sayings[0] if sayings else saying_of(self.marks.cues[cue], self.document.text)
        if saying is None or saying.source is None:
            return None
        return self.said(saying.source, saying)

    def borne(self, number: int) -> tuple[int, Account] | None:
        """The account that a cue makes of an event that is named elsewhere only ("the army denied it"), with the mark of that event."""
        cue = self.marks.cues[number]
        if cue.chance < self.choice.cue or cue.elsewhere < self.choice.elsewhere:
            return None
        chance, event = max(self._about.get(number, ()), default=(0.0, 0))
        speaker = self.speaker(number)
        if chance < self.choice.about or speaker is None:
            return None
        source, speech = speaker
        mark = self.marks.events[event]
        stance = Stance(best_of(cue.choices["stance"]))
        mention = self.mention(self.scenes[mark.sentence], replace(mark, roles=cue.claimed))
        mention.sentence, mention.reference = cue.sentence, "last"
        start, end = cue.span.start, cue.span.end
        if speech is not None:
            start, end = min(start, source.start, speech.start), max(end, source.end, speech.end)
        mark = replace(mark, choices={**mark.choices, **cue.choices})  # the stance was read at the cue, not at the word
        quote = self.document.quote(start, end)
        account = Account(mention, speech, stance, source, quote=quote, mark=mark, found_by="encoder")
        account.hedged = cue.choices["certainty"]["hedged"] >= 0.5
        account.contests = contested(stance, cue.choices["contests"])
        account.parts = _all_by_encoder(mention)
        return event, account

    def said(self, source: Span, saying: Saying) -> tuple[Party, Speech | None]:
        """The party behind the source of a saying, and its words as a speech."""
        party = self.party(source)
        if not saying.cue:
            return party, None
        cue = self.document.quote(saying.cue[0].start, saying.cue[-1].end)
        start, end = saying.content[0].start, saying.content[-1].end
        return party, Speech(party, Stance.REPORTED, start, end, cue.start, cue.end, cue)


def _all_by_encoder(mention: Mention) -> dict[str, str]:
    """Which part read each field, where the encoder read all of them."""
    filled = (name for name, values in mention.lists().items() if values)
    counted = ("occurrences",) if mention.occurrences is not None else ()
    return dict.fromkeys(("event_type", "granularity", "modality", "stance", "certainty", "attribution", *filled, *counted), "encoder")


#: Words that no phrase for a party, a place or a thing begins or ends with.
_EDGES = frozenset(
    "and or but from in of at by on to with for near into against after before who which that as was were is are than".split()
)
_ENDS = _EDGES | {"the", "a", "an", "its", "their", "his", "her"}


def _without_edges(scene: Scene, span: Span) -> Span | None:
    """The words without joiners at their edges: "a nurse from" is "a nurse". None if nothing is left."""
    at = _tokens_at(scene, span)
    while at and (at[-1].lower in _ENDS or not any(map(str.isalnum, at[-1].text))):
        at.pop()
    while at and (at[0].lower in _EDGES or not any(map(str.isalnum, at[0].text))):
        at.pop(0)
    return Span(at[0].start, at[-1].end) if at else None


def _tokens_at(scene: Scene, span: Span) -> list[Token]:
    return [token for token in scene.tokens if meets(token, span)]


def _is_one(words: str) -> bool:
    """Whether words without a number are of one person: "a nurse", "the driver's mate", a name; not "those dead", "about half"."""
    first, last = words.split()[0], words.split()[-1].lower()
    singular = not (last.endswith("s") or last in _MANY)
    return singular and (first.lower() in {"a", "an", "the", "another", "his", "her", "its", "their", "my", "our"} or first[:1].isupper())


_MANY = frozenset("people men women children dead police half rest majority most others personnel troops wounded injured".split())
#: Words right behind a number that say what befell them.
_BEHIND = {
    **dict.fromkeys(("wounded", "injured", "hurt"), Effect.INJURED),
    **dict.fromkeys(("dead", "killed"), Effect.KILLED),
}


def _told_effect(scene: Scene, span: Span) -> Effect | None:
    """What the next word says of the people counted: "eight wounded"."""
    behind = next((token for token in scene.tokens if token.start >= span.end), None)
    inside = _tokens_at(scene, span)
    last = _BEHIND.get(inside[-1].lower) if inside else None
    return last or (_BEHIND.get(behind.lower) if behind is not None else None)


def contested(stance: Stance, *told: Chances) -> Contests | None:
    """What a denial or a dispute is about, by all who have a say, the event word and the cue; nothing for any other stance."""
    if stance not in {Stance.DENIED, Stance.DISPUTED}:
        return None
    fitting = ("happening", "responsibility") if stance is Stance.DENIED else ("figure", "detail")
    return Contests(max(fitting, key=lambda label: sum(chances[label] for chances in told)))


def mode_of(mark: EventMark, kind: EventType) -> str | None:
    """The likeliest mode that this type has."""
    fitting = {label: chance for label, chance in mark.choices["mode"].items() if label == "none" or label.split()[0] == kind}
    best = best_of(fitting)
    return None if best == "none" else best.split()[1]


def _told_in(time: TimeInterval, span: Span) -> bool:
    """The words of a time meet these: "on Monday" and "Monday"."""
    if time.start_offset is None or time.end_offset is None:
        return False
    return time.start_offset < span.end and span.start < time.end_offset


def _phrases_at(scene: Scene, span: Span) -> Iterator[int]:
    """The noun phrases that share words with these."""
    for at, phrase in enumerate(scene.parse.phrases):
        if phrase.kind == "NP" and Span(*scene.extent(at)).overlaps(span):
            yield at


def _stretch(item: Placed) -> tuple[int, int]:
    return item.start, item.end
