"""Who says so: the speakers of a sentence, what of it each of them says, and how they stand to it.

Rules. A verb of speaking with a speaker as its subject attributes what follows it, up to the end of the sentence or to the next speaker; between
commas or at the end ("..., police said") it attributes what stands before it. "According to X" attributes the rest of its sentence. The
innermost speaker is the source, those through whom it came are `via` ("residents told Reuters", "Tass quoted the ministry as saying").
A quotation that goes on into the next sentence stays with its speaker. What nobody is said to have said is the document's own voice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ascribe.extract.scene import Scene
from ascribe.model.claims import Certainty, Contests, Stance
from ascribe.model.grammar import Clause
from ascribe.model.lexicon import SpeechVerb
from ascribe.model.parties import Kind, Party
from ascribe.model.text import Quote
from ascribe.model.times import TimeInterval

_PASSIVE_SPEECH = frozenset("say report believe think allege tell know fear suspect understand quote describe claim presume estimate rumour rumor".split())
#: Verbs that speak only with a complement or as ", X said"; with a plain object they do something else ("found a body", "recorded a win").
_NEEDS_COMPLEMENT = frozenset(
    "find show put add note reveal release publish record register list point observe learn understand stress read write broadcast describe recall "
    "indicate suggest warn count conclude disclose document cite quote comment believe think argue post inform brief tally relate underline "
    "state hold test certify announce".split()
)
_ANIMATE = frozenset(Kind) - {Kind.BUSINESS}
_SPEAKING_THINGS = frozenset(
    "statement communique communiqué report reports release bulletin message video letter pamphlet leaflet document documents note post tweet "
    "broadcast recording dispatch dispatches account accounts investigation inquiry study survey data figures records website channel eyewitnesses "
    "newspaper daily radio television agency intelligence sources source media tally log caller callers ruling verdict indictment panel rescuers".split()
)


@dataclass(slots=True)
class Speech:
    """One speaker's words in one sentence. `start` to `end` is what is said; `verb_start` to `verb_end` the clause that says who."""

    source: Party | None
    stance: Stance
    start: int
    end: int
    verb_start: int
    verb_end: int
    cue: Quote | None = None
    verb: str = ""
    kind: str = "say"
    via: tuple[Party, ...] = ()
    channel: str | None = None
    said: TimeInterval | None = None
    hedged: bool = False
    negated: bool = False
    clause: int | None = None
    contests: Contests | None = None

    def covers(self, offset: int) -> bool:
        """What stands at this offset is said by this speaker."""
        return self.start <= offset < self.end and not (self.verb_start <= offset < self.verb_end)

    @property
    def certainty(self) -> Certainty:
        """How sure the way of saying it is."""
        return Certainty.HEDGED if self.hedged else Certainty.STATED


def speeches(scene: Scene, before: Speech | None) -> list[Speech]:
    """Every speaker in one sentence. `before` is the last speaker of the sentence before, whose quotation may go on."""
    found = [speech for number, clause in enumerate(scene.parse.clauses) if (speech := _of_clause(scene, number, clause)) is not None]
    found.extend(_according_to(scene))
    found.extend(_as_saying(scene, found))
    _fold_media(found)
    if not found and before is not None and _goes_on(scene):
        found.append(
            replace(before, start=scene.sentence.start, end=scene.sentence.end, verb_start=-1, verb_end=-1, cue=None, clause=None, said=before.said)
        )
    return sorted(found, key=lambda speech: speech.verb_start)


def innermost(found: list[Speech], offset: int) -> Speech | None:
    """The speaker who says what stands at this offset: the one whose words are the shortest stretch around it."""
    covering = [speech for speech in found if speech.covers(offset)]
    return min(covering, key=lambda speech: (speech.end - speech.start, -speech.verb_start), default=None)


def _goes_on(scene: Scene) -> bool:
    """The sentence lies inside quotation marks that were opened before, or is one quotation with no speaker."""
    tokens = scene.tokens
    marks = "\"“”«»"
    return scene.sentence.quoted or (tokens[0].text in marks and tokens[-1].text in marks) or tokens[0].text in "“\""


def _speech_verb(scene: Scene, clause: Clause) -> SpeechVerb | None:
    verb = scene.phrase(clause.verb)
    speech = scene.words.speech
    for words, found in speech.phrasal.get(verb.lemma, ()):
        if scene.follows(verb.head, words, 3):
            return found
    return speech.verbs.get(verb.lemma)


def _of_clause(scene: Scene, number: int, clause: Clause) -> Speech | None:
    """The speech of one clause, if its verb speaks and its subject can."""
    verb = scene.phrase(clause.verb)
    how = _speech_verb(scene, clause)
    if how is None or verb.form in {"infinitive"} and not verb.perfect:
        return None
    if verb.lemma == "charge" and not _has_prep(scene, clause, {"with"}) and not _has_complement(scene, clause):
        return None
    if verb.passive or verb.form == "participle":
        return _passive(scene, number, clause, how)
    if verb.lemma in _NEEDS_COMPLEMENT and not _has_complement(scene, clause) and not _trailing(scene, clause) and how.name == "say":
        return None
    speaker = _speaker(scene, clause)
    if speaker is None:
        return None
    start, end = _said(scene, clause)
    first, last = _bounds(scene, clause)
    cue = scene.quote(verb.start, _cue_end(scene, clause))
    speech = Speech(speaker if speaker.name else None, how.stance, start, end, first, last, cue, verb.lemma, how.name, clause=number)
    speech.hedged = how.hedges
    speech.negated = verb.negated
    speech.channel = channel(scene, clause)
    speech.said = _when(scene, clause)
    _told(scene, clause, speech)
    return speech


def _cue_end(scene: Scene, clause: Clause) -> int:
    """The cue is the verb with the words that make it: "claimed responsibility for", "accused", "stated that"."""
    verb = scene.phrase(clause.verb)
    end = verb.end
    words = [token.lower for token in scene.tokens[end : end + 3]]
    if words[:1] == ["responsibility"] or words[:1] == ["credit"]:
        return end + (2 if words[1:2] == ["for"] else 1)
    if words[:1] == ["that"]:
        return end + 1
    return end


def _speaker(scene: Scene, clause: Clause) -> Party | None:
    """The party that speaks: the subject, when it can speak."""
    for at in clause.subjects:
        party = scene.party(at)
        if party is not None and party.kind in _ANIMATE:
            if scene.head(at) in {"statement", "communique", "communiqué"} and scene.head(at) in scene.words.roles.spokes and not party.canonical:
                return _author(scene, at) or party
            of_whom = _author(scene, at) if scene.head(at) in scene.words.roles.spokes and not party.id else None
            return of_whom or party
        words = scene.lowers(at)
        if words[-1] in _SPEAKING_THINGS or scene.head(at) in _SPEAKING_THINGS or scene.head(at) in scene.words.roles.spokes:
            return _author(scene, at) or _plain(scene, at)
        if scene.head(at) in scene.words.roles.kinds:
            return _plain(scene, at)
        if words[0] in {"he", "she", "they", "it", "we", "i"}:
            return Party(scene.text(at), *scene.extent(at), inferred=True) if words[0] != "it" or len(scene.parse.phrases) > 3 else None
        if words[0] in scene.words.speech.nobody:
            return _plain(scene, at)
        tags = scene.parse.tags[scene.phrase(at).start : scene.phrase(at).end]
        if "NNP" in tags and scene.event(at) is None:
            return _plain(scene, at, Kind.PERSON if len(tags) <= 3 and scene.place(at) is None else Kind.UNKNOWN)
    return None


def _plain(scene: Scene, at: int, kind: Kind = Kind.UNKNOWN) -> Party:
    start, end = scene.extent(at)
    return Party(scene.text(at), start, end, scene.words.roles.kinds.get(scene.head(at), kind))


def _author(scene: Scene, at: int) -> Party | None:
    """Whose statement it is: "a statement from the ministry", "a spokesman for the Taliban", "an army statement"."""
    for word, members in scene.chain(at)[:2]:
        if word in {"from", "by", "of", "for", "at", "in", "with", "inside"}:
            for member in members:
                party = scene.party(member)
                if party is not None:
                    start, _ = scene.extent(at)
                    _, end = scene.extent(member)
                    return replace(party, name=scene.reading.document.text[start:end], start=start, end=end, inferred=True)
    phrase = scene.phrase(at)
    for place in range(phrase.start, phrase.head):
        owner = next((p for (_, stop), p in scene.owners.items() if stop == scene.tokens[place].end), None)
        if owner is not None:
            start, end = scene.extent(at)
            return replace(owner, name=scene.text(at), start=start, end=end, inferred=True)
    apposed = at + 1
    phrases = scene.parse.phrases
    if apposed + 1 < len(phrases) and phrases[apposed].kind == "PU" and phrases[apposed + 1].kind == "NP":
        return None
    return None


def _has_complement(scene: Scene, clause: Clause) -> bool:
    """A clause or a quotation follows the verb."""
    phrases = scene.parse.phrases
    place = clause.verb + 1
    while place < len(phrases) and phrases[place].kind in {"RB", "TM"}:
        place += 1
    if place >= len(phrases):
        return False
    if phrases[place].kind == "SUB" or (phrases[place].kind == "PU" and scene.tokens[phrases[place].start].text in "\"“‘:'"):
        return True
    if phrases[place].kind == "PU" and scene.tokens[phrases[place].start].text == "," and place + 1 < len(phrases):
        return scene.tokens[phrases[place + 1].start].text in "\"“‘"
    if phrases[place].kind == "NP":
        return any(
            c.verb > place and scene.phrase(c.verb).form == "finite" and any(s >= place for s in c.subjects) and c.link in {"complement", ""}
            for c in scene.parse.clauses
        )
    return phrases[place].kind == "VG"


def _has_prep(scene: Scene, clause: Clause, words: set[str]) -> bool:
    return any(scene.preposition(prep) in words for prep, _ in clause.preps)


def _bounds(scene: Scene, clause: Clause) -> tuple[int, int]:
    """The stretch that says who speaks: subject and verb."""
    verb = scene.phrase(clause.verb)
    first = min([scene.phrase(at).start for at in clause.subjects if abs(at - clause.verb) < 8] + [verb.start])
    last = max([scene.phrase(at).end for at in clause.subjects if at > clause.verb] + [verb.end])
    return scene.tokens[first].start, scene.tokens[last - 1].end


def _trailing(scene: Scene, clause: Clause) -> bool:
    """What is said stands before: "..., police said." or "...," said the minister."""
    phrases = scene.parse.phrases
    first = min([at for at in clause.subjects if at < clause.verb] + [clause.verb])
    place = first - 1
    while place >= 0 and phrases[place].kind in {"RB", "P", "NP"} and not _is_mark(scene, place, ","):
        if phrases[place].kind == "NP" and place == 0:
            break
        place -= 1
    if place < 0 or not (_is_mark(scene, place, ",") or _is_mark(scene, place, "”") or _is_mark(scene, place, '"') or _is_mark(scene, place, "—")):
        return False
    if not any(phrase.kind == "VG" or scene.event(n) is not None for n, phrase in enumerate(phrases[:place])):
        return False
    after = clause.verb + 1
    while after < len(phrases) and phrases[after].kind in {"RB", "TM", "P", "NP"}:
        after += 1
    if clause.objects and scene.phrase(clause.verb).lemma not in {"tell", "quote", "brief", "inform", "say", "add"}:
        inverted = all(at in clause.subjects for at in clause.objects)
        if not inverted:
            return False
    return after >= len(phrases) or scene.tokens[phrases[after].start].text in ".,;\"”—–'" or (
        phrases[after].kind in {"CC", "SUB"} and scene.tokens[phrases[after].start].lower in {"as", "while", "and", "but"}
    )


def _is_mark(scene: Scene, at: int, mark: str) -> bool:
    return scene.phrase(at).kind == "PU" and scene.tokens[scene.phrase(at).start].text == mark


def _said(scene: Scene, clause: Clause) -> tuple[int, int]:
    """What is said, as a stretch of the sentence."""
    verb = scene.phrase(clause.verb)
    if _trailing(scene, clause):
        return scene.sentence.start, scene.sentence.end
    start = scene.tokens[verb.end - 1].end
    return start, _until(scene, verb.end)


def _until(scene: Scene, first: int) -> int:
    """Where what is said ends: at a semicolon, at the end, or before "but" or "while" with a speaker of its own."""
    for at in range(first, len(scene.tokens)):
        token = scene.tokens[at]
        if token.text == ";":
            return token.start
        if token.lower in {"but", "while", "although", "though", "whereas"} and at > first:
            later = [
                c for c in scene.parse.clauses
                if scene.phrase(c.verb).start > at and _speech_verb(scene, c) is not None and any(scene.phrase(s).start > at for s in c.subjects)
            ]  # fmt: skip
            if later and min(scene.phrase(s).start for s in later[0].subjects) - at <= 3:
                return token.start
    return scene.sentence.end


def _when(scene: Scene, clause: Clause) -> TimeInterval | None:
    """When it was said: a time right behind the verb, its hearers or the speaker ("police said on Tuesday")."""
    phrases = scene.parse.phrases
    place = clause.verb + 1
    while place < len(phrases) and phrases[place].kind in {"RB", "P", "TM", "NP"}:
        if phrases[place].kind == "NP" and place not in clause.objects and place not in clause.subjects:
            break
        if phrases[place].kind == "TM":
            offset = scene.tokens[phrases[place].start].start
            return next((t for t in scene.times if t.start_offset is not None and t.end_offset is not None and t.start_offset <= offset < t.end_offset), None)
        place += 1
    before = min([at for at in clause.subjects if at < clause.verb] + [clause.verb]) - 1
    while before >= 0 and (phrases[before].kind in {"P"} or _is_mark(scene, before, ",")):
        before -= 1
    if before == 0 and phrases[before].kind == "TM" and scene.phrase(clause.verb).lemma not in {"claim", "accuse", "blame", "deny"}:
        offset = scene.tokens[phrases[before].start].start
        return next((t for t in scene.times if t.start_offset == offset or t.start_offset is not None and t.start_offset <= offset < (t.end_offset or 0)), None)
    return None


def _told(scene: Scene, clause: Clause, speech: Speech) -> None:
    """ "Told Reuters": the hearer through whom it came."""
    if speech.verb not in {"tell", "say", "inform", "brief", "confirm", "write"}:
        return
    heard = [*(clause.objects if speech.verb in {"tell", "inform", "brief"} else ()), *(m for p, ms in clause.preps if scene.preposition(p) in {"to", "on"} for m in ms)]
    for at in heard:
        party = scene.party(at)
        if party is not None and party.kind is Kind.MEDIA:
            speech.via = (*speech.via, party)
        elif scene.head(at) in {"television", "radio", "newspaper", "tv"} and speech.channel is None:
            speech.channel = scene.text(at)


def channel(scene: Scene, clause: Clause) -> str | None:
    """Through what it was said: a press statement, Telegram, state television."""
    first = min([clause.verb, *clause.subjects])
    members = [m for p, ms in clause.preps if scene.preposition(p) in {"in", "on", "via", "through", "at", "by", "over", "during", "to"} for m in ms]
    for at in [*members, *clause.subjects]:
        words = " ".join(scene.lowers(at))
        for name in scene.words.speech.channels:
            if words == name or words.endswith(" " + name) or (" " + name + " ") in f" {words} ":
                if at in clause.subjects and name not in {"statement", "communique", "communiqué", "bulletin", "video", "press statement", "press release", "daily bulletin", "written statement", "joint statement", "message", "audio message"}:
                    continue
                phrase = scene.phrase(at)
                start = phrase.start
                while start < phrase.head and scene.parse.tags[start] in {"D", "PP"}:
                    start += 1
                del first
                return scene.quote(start, phrase.end).exact
    return None


def _passive(scene: Scene, number: int, clause: Clause, how: SpeechVerb) -> Speech | None:
    """ "Was said to have", "is believed to", "blamed on X by Y", "was claimed by X"."""
    verb = scene.phrase(clause.verb)
    speakers = [scene.party(m) for p, ms in clause.preps if scene.preposition(p) == "by" for m in ms]
    speaker = next((party for party in speakers if party is not None), None)
    if how.name in {"claim", "accuse", "deny", "dispute", "confirm"} and (speaker is not None or how.name == "accuse"):
        first, last = scene.tokens[verb.start].start, scene.tokens[verb.end - 1].end
        speech = Speech(speaker, how.stance, scene.sentence.start, scene.sentence.end, first, last, scene.quote(verb.start, verb.end), verb.lemma, how.name, clause=number)
        speech.hedged = how.hedges
        speech.channel = channel(scene, clause)
        speech.negated = verb.negated
        return speech
    if verb.lemma in _PASSIVE_SPEECH and verb.passive and speaker is None:
        return None
    return None


def _according_to(scene: Scene) -> list[Speech]:
    """ "According to X": the rest of the sentence."""
    found = []
    tokens = scene.tokens
    for at in range(len(tokens) - 2):
        if tokens[at].lower != "according" or tokens[at + 1].lower != "to":
            continue
        phrase = next((n for n, p in enumerate(scene.parse.phrases) if p.kind == "NP" and p.start >= at + 2), None)
        if phrase is None:
            continue
        source = scene.party(phrase)
        if source is None or scene.head(phrase) in scene.words.roles.spokes:
            source = _author(scene, phrase) or source or _plain(scene, phrase)
        end = scene.tokens[scene.parse.phrases[phrase].end - 1].end
        chain = scene.chain(phrase)
        if chain and source.end > end:
            end = source.end
        speech = Speech(
            source, Stance.REPORTED, scene.sentence.start, scene.sentence.end, tokens[at].start, end, scene.quote(at, at + 2), "according", "say"
        )
        found.append(speech)
    return found


def _as_saying(scene: Scene, known: list[Speech]) -> list[Speech]:
    """ "Tass quoted the ministry as saying", "citing officials": the quoted one is the source, the one who quotes is via."""
    found = []
    for number, clause in enumerate(scene.parse.clauses):
        verb = scene.phrase(clause.verb)
        if verb.lemma not in {"quote", "cite"}:
            continue
        if verb.passive:
            cited = list(clause.subjects)
            outlets = [m for p, ms in clause.preps if scene.preposition(p) == "by" for m in ms]
        else:
            cited = list(clause.objects)
            outlets = list(clause.subjects)
        source = next((scene.party(at) or _plain(scene, at) for at in cited), None)
        if source is None:
            continue
        via = tuple(party for at in outlets if (party := scene.party(at)) is not None and party.key != source.key)
        as_saying = any(token.lower == "as" and scene.tokens[n + 1].lower in {"saying", "telling", "reporting"} for n, token in enumerate(scene.tokens[:-1]) if n > verb.head)
        start = scene.tokens[verb.end - 1].end if as_saying and not verb.passive else scene.sentence.start
        first = scene.tokens[verb.start].start
        last = max(source.end, scene.tokens[verb.end - 1].end)
        for speech in list(known):
            if speech.clause == number:
                known.remove(speech)
        for speech in known:
            if speech.source is not None and any(speech.source.key == party.key for party in via) and not as_saying:
                speech.via, speech.source = (*speech.via, speech.source), source
                break
        else:
            found.append(Speech(source, Stance.REPORTED, start, scene.sentence.end, first, last, scene.quote(verb.start, verb.end), verb.lemma, "say", via, clause=number))
    return found


def _fold_media(found: list[Speech]) -> None:
    """An outlet that reports what another says is via, not a source of its own: "Tass reported that the ministry said"."""
    for outer in found:
        if outer.source is None or outer.source.kind is not Kind.MEDIA or outer.kind != "say":
            continue
        for inner in found:
            if inner is outer or inner.source is None or inner.source.kind is Kind.MEDIA:
                continue
            nested = outer.start <= inner.verb_start and inner.verb_start < outer.end
            if nested and all(party.key != outer.source.key for party in inner.via):
                inner.via = (*inner.via, outer.source)
