"""Who says so: the speakers of a sentence, what of it each of them says, and how they stand to it.

Rules. A verb of speaking with a speaker as its subject attributes what follows it, up to the end of the sentence or to the next speaker;
between
commas or at the end ("..., police said", "..., said the mayor") it attributes what stands before it. "According to X" attributes its
sentence.
The innermost speaker is the source, those through whom it came are `via` ("residents told Reuters", "Tass quoted the ministry as saying").
A quotation that goes on into the next sentence stays with its speaker. What nobody is said to have said is the document's own voice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ascribe.extract.channels import carriers, channel, spoken
from ascribe.extract.idioms import idiom
from ascribe.extract.labels import labelled
from ascribe.extract.pronouns import name_pronouns
from ascribe.extract.scene import Scene
from ascribe.extract.scope import fronted, has_complement, inverted, said, share, tells_object, trails
from ascribe.extract.speakers import ALOUD, speaker, speakers_beside, subjects
from ascribe.extract.speech import Speech as Speech
from ascribe.extract.speech import innermost as innermost
from ascribe.model.claims import Stance
from ascribe.model.grammar import Clause, Phrase
from ascribe.model.lexicon import SpeechVerb
from ascribe.model.parties import Kind, Party

#: Verbs that speak only with a complement or as ", X said"; with a plain object they do something else ("found a body", "recorded a win").
_NEEDS_COMPLEMENT = frozenset(
    "find show put add note reveal release publish record register list point observe learn understand stress read "
    "write broadcast describe recall "
    "indicate suggest warn count conclude disclose document cite quote comment believe think argue post inform brief "
    "tally relate underline "
    "state hold test certify announce declare".split()
)
#: Of these, the ones for which a clause without "that" is no sign: "found work", "read books".
_NEEDS_THAT = frozenset("find show read put write describe register list observe test hold declare".split())
#: Of these, the ones that tell of a happening or a number that is their object: "recorded 34 attacks", "announced the death of nine".
_TELLS_OBJECT = frozenset("record report announce document count register list tally verify disclose reveal note".split())


def speeches(scene: Scene, before: Speech | None) -> list[Speech]:
    """Every speaker in one sentence. `before` is the last speaker of the sentence before, whose quotation may go on."""
    found = [speech for number, clause in enumerate(scene.parse.clauses) if (speech := _of_clause(scene, number, clause)) is not None]
    found = [speech for speech in found if speech.source is None or speech.source.name.lower() not in {"i", "you"}]
    found.extend(_according_to(scene))
    found.extend(labelled(scene))
    found.extend(_as_saying(scene, found))
    share(found)
    _fold_media(found)
    name_pronouns(scene, found, before)
    found.sort(key=lambda speech: speech.verb_start)
    going_on = _going_on(scene, found, before)
    return [*found, going_on] if going_on is not None else found


# --- quotations of several sentences ------------------------------------------------------------------------------------------------------


def _going_on(scene: Scene, found: list[Speech], before: Speech | None) -> Speech | None:
    """The speaker of a quotation of several sentences: named before, or only where the quotation ends.

    A sentence that begins inside a quotation is its speaker's up to the closing mark; what speakers inside it say is theirs.
    """
    if any(not scene.sentence.quoted or _outside(scene, speech) for speech in found):
        return None
    if not _is_quoted(scene):
        return None
    spoken_by = before if scene.sentence.quoted else _ahead(scene) or before
    if spoken_by is None:
        return None
    end = _closing(scene)
    return replace(spoken_by, start=scene.sentence.start, end=end, verb_start=-1, verb_end=-1, cue=None, clause=None, trailing=False)


def _outside(scene: Scene, speech: Speech) -> bool:
    """The speaker is named outside the quotation."""
    return speech.verb_start >= _closing(scene) or speech.verb_start < 0


def _is_quoted(scene: Scene) -> bool:
    """The sentence lies inside quotation marks that were opened before, or begins with one."""
    return scene.sentence.quoted or scene.tokens[0].text in {'"', "“", "«", "''"}


def _closing(scene: Scene) -> int:
    """Where the quotation in which the sentence begins is closed."""
    for token in scene.tokens[0 if scene.sentence.quoted else 1 :]:
        if token.text in {'"', "”", "»", "''"}:
            return token.start
    return scene.sentence.end


def _ahead(scene: Scene) -> Speech | None:
    """The speaker who is named only where a quotation that begins here ends, some sentences on."""
    if _closing(scene) < scene.sentence.end:
        return None
    reading = scene.reading
    for number in range(scene.number + 1, min(scene.number + 6, len(reading.sentences))):
        sentence = reading.sentences[number]
        if not sentence.quoted:
            return None
        times = tuple(t for t in reading.times if t.start_offset is not None and sentence.start <= t.start_offset < sentence.end)
        later = replace(scene, number=number, sentence=sentence, parse=reading.parses[number], times=times, _events={}, _clause_times=None)
        for place, clause in enumerate(later.parse.clauses):
            speech = _of_clause(later, place, clause)
            if speech is not None and speech.kind == "say" and _outside(later, speech):
                return speech
    return None


# --- one clause ---------------------------------------------------------------------------------------------------------------------------


def _speech_verb(scene: Scene, clause: Clause) -> SpeechVerb | None:
    """How the verb of a clause attributes: with the words behind it, as a phrase of the word list, or alone."""
    verb = scene.phrase(clause.verb)
    speech = scene.words.speech
    found = idiom(scene, verb)
    if found is not None:
        return found
    for words, how in speech.phrasal.get(verb.lemma, ()):
        if scene.follows(verb.head, words, 3):
            return how
    return speech.verbs.get(verb.lemma)


def _of_clause(scene: Scene, number: int, clause: Clause) -> Speech | None:
    """The speech of one clause, if its verb speaks and its subject can."""
    verb = scene.phrase(clause.verb)
    how = _speech_verb(scene, clause)
    if how is None or (verb.form == "infinitive" and not verb.perfect and not _telephoned(scene, clause, how)):
        return None
    if verb.lemma == "blame" and scene.tokens[verb.head - 1].lower == "to":
        return None  # "was not to blame"
    if verb.lemma == "charge" and not _has_prep(scene, clause, {"with"}) and not has_complement(scene, clause):
        return None
    if (verb.passive or verb.form == "participle") and not active(scene, verb, clause):
        return _passive(scene, number, clause, how)
    if (
        verb.modal in {"would", "could", "might", "should", "can", "may"}
        and how.name != "say"
        and not (verb.negated and how.name == "confirm")
    ):
        return None
    behind = inverted(scene, clause)
    trailing = behind is not None or trails(scene, clause)
    if not trailing and not _speaks(scene, clause, how):
        return None
    speaking = (behind,) if behind is not None else subjects(scene, clause)
    who = speaker(scene, speaking, verb.lemma in ALOUD)
    if who is None and verb.lemma in ALOUD and behind is None:
        speaking = _goes_on(scene, number)
        who = speaker(scene, speaking, aloud=True)
    if who is None:
        return None
    start, end = said(scene, clause, trailing)
    if how.name != "say" and not trailing and fronted(scene, clause):
        start = scene.sentence.start  # "As for the raid, the mission suspects the rebels"
    first, last = _bounds(scene, clause, behind)
    cue = scene.quote(verb.start, _cue_end(scene, clause))
    speech = Speech(
        who if who.name else None, how.stance, start, end, first, last, cue, verb.lemma, how.name, clause=number, trailing=trailing
    )
    speech.others = speakers_beside(scene, speaking[0], who) if who.name and (behind is not None or speaking[0] < clause.verb) else ()
    speech.hedged = how.hedges
    speech.negated = verb.negated
    speech.channel = channel(scene, clause)
    speech.said = spoken(scene, clause)
    speech.via = carriers(scene, clause, speech.source)
    return speech


def _goes_on(scene: Scene, number: int) -> tuple[int, ...]:
    """The subjects of the second of two verbs: "denied that homes had been hit and accused the rebels" is said by who denied."""
    first = scene.phrase(scene.parse.clauses[number].verb).start
    if not any(token.lower == "and" for token in scene.tokens[max(0, first - 2) : first]):
        return ()
    for clause in reversed(scene.parse.clauses[:number]):
        if scene.phrase(clause.verb).lemma in ALOUD and scene.phrase(clause.verb).form == "finite":
            return subjects(scene, clause)
    return ()


def _telephoned(scene: Scene, clause: Clause, how: SpeechVerb) -> bool:
    """As in "Telephoned a newspaper to claim responsibility"."""
    if how.name != "claim" or clause.parent is None:
        return False
    return scene.phrase(scene.parse.clauses[clause.parent].verb).lemma in {"telephone", "phone", "call", "ring", "contact", "write", "fax"}


def active(scene: Scene, verb: Phrase, clause: Clause) -> bool:
    """A lone past form with a subject and no clause above it is active, whatever its tag: "The council called on the rebels"."""
    behind = scene.tokens[verb.end].lower if verb.end < len(scene.tokens) else ""
    if verb.lemma == "call" and behind in {"on", "upon", "for"} and clause.subjects:
        return scene.tokens[verb.start].lower == "called" and verb.end - verb.start == 1
    before = {token.lower for token in scene.tokens[max(0, verb.start - 3) : verb.start]}
    alone = (
        verb.form == "participle"
        and verb.end - verb.start == 1
        and clause.parent is None
        and not before & {"been", "be", "being", "was", "were", "is", "are"}
    )
    return alone and bool(clause.subjects) and not _has_prep(scene, clause, {"by"})


def _speaks(scene: Scene, clause: Clause, how: SpeechVerb) -> bool:
    """The verb has what makes it speak: a clause or a quotation behind it, or an object that tells."""
    verb = scene.phrase(clause.verb)
    if how.name != "say" or verb.lemma not in _NEEDS_COMPLEMENT or idiom(scene, verb) is not None:
        return True
    return has_complement(scene, clause, verb.lemma in _NEEDS_THAT) or (verb.lemma in _TELLS_OBJECT and tells_object(scene, clause))


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


def _has_prep(scene: Scene, clause: Clause, words: set[str]) -> bool:
    return any(scene.preposition(prep) in words for prep, _ in clause.preps)


def _bounds(scene: Scene, clause: Clause, behind: int | None) -> tuple[int, int]:
    """The stretch that says who speaks: subject and verb."""
    verb = scene.phrase(clause.verb)
    if behind is not None:
        return scene.tokens[verb.start].start, scene.tokens[scene.phrase(behind).end - 1].end
    first = min([scene.phrase(at).start for at in clause.subjects if abs(at - clause.verb) < 8] + [verb.start])
    last = max([scene.phrase(at).end for at in clause.subjects if at > clause.verb] + [verb.end])
    return scene.tokens[first].start, scene.tokens[last - 1].end


def _passive(scene: Scene, number: int, clause: Clause, how: SpeechVerb) -> Speech | None:
    """As in "Blamed on X by Y", "was claimed by X": only what takes a stance; "was said to have" is a doubt in the document's own voice."""
    verb = scene.phrase(clause.verb)
    agents = [m for p, ms in clause.preps if scene.preposition(p) == "by" for m in ms]
    who = speaker(scene, tuple(agents)) if agents else None
    if how.name not in {"claim", "accuse", "deny", "dispute", "confirm"} or (
        who is None and (how.name != "accuse" or verb.lemma == "allege")
    ):
        return None
    first, last = scene.tokens[verb.start].start, scene.tokens[verb.end - 1].end
    start, end = scene.sentence.start, scene.sentence.end
    if (verb.form == "participle" and not verb.passive) or clause.link in {"participle", "relative"}:
        start = end = first  # "a bomb claimed by the group killed nine": what else is told is not its word
    speech = Speech(who, how.stance, start, end, first, last, scene.quote(verb.start, verb.end), verb.lemma, how.name, clause=number)
    speech.hedged = how.hedges
    speech.channel = channel(scene, clause)
    speech.negated = verb.negated
    return speech


# --- speakers without a verb of their own
# ---------------------------------------------------------------------------------------------------


def accordings(scene: Scene) -> Iterator[tuple[int, int]]:
    """Each "according to": the token where it begins, and the noun phrase behind it."""
    tokens = scene.tokens
    for at in range(len(tokens) - 2):
        if tokens[at].lower == "according" and tokens[at + 1].lower == "to":
            phrase = next((n for n, p in enumerate(scene.parse.phrases) if p.kind == "NP" and p.start >= at + 2), None)
            if phrase is not None:
                yield at, phrase


def _according_to(scene: Scene) -> list[Speech]:
    """As in "According to X": the rest of the sentence."""
    found: list[Speech] = []
    tokens = scene.tokens
    for at, phrase in accordings(scene):
        source = speaker(scene, (phrase,)) or Party(scene.text(phrase), *scene.extent(phrase))
        end = scene.extent(phrase)[1]
        if scene.chain(phrase) and source.end > end:
            end = source.end
        speech = Speech(
            source, Stance.REPORTED, scene.sentence.start, scene.sentence.end, tokens[at].start, end, scene.quote(at, at + 2), "according"
        )
        speech.others = speakers_beside(scene, phrase, source)
        leads = at > 0 and tokens[at - 1].lower in _BEFORE_LEADING
        if leads:  # "..., but according to the colonel, there was no bombing"
            speech.start = tokens[at].start
            for earlier in found:
                earlier.end = min(earlier.end, speech.start)
        speech.trailing = at > 3 and not leads
        found.append(speech)
    return found


_BEFORE_LEADING = frozenset({"but", "and", "while", "that", "where", ";", "although", "whereas", "because"})


def _as_saying(scene: Scene, known: list[Speech]) -> list[Speech]:
    """As in "Tass quoted the ministry as saying", "Reuters reported, citing officials": who is quoted is the source, who quotes is via."""
    found = []
    for number, clause in enumerate(scene.parse.clauses):
        verb = scene.phrase(clause.verb)
        if verb.lemma not in {"quote", "cite"}:
            continue
        cited = list(clause.subjects if verb.passive else clause.objects)
        outlets = [m for p, ms in clause.preps if scene.preposition(p) == "by" for m in ms] if verb.passive else list(clause.subjects)
        source = speaker(scene, tuple(cited))
        if source is None or (source.kind is Kind.MEDIA and not verb.passive and not cited):
            continue
        via = tuple(
            party for at in outlets if (party := scene.party(at)) is not None and party.key != source.key and party.kind is Kind.MEDIA
        )
        saying = next(
            (
                n
                for n, token in enumerate(scene.tokens[:-1])
                if n > verb.head and token.lower == "as" and scene.tokens[n + 1].lower in {"saying", "telling"}
            ),
            None,
        )
        start = scene.sentence.start if saying is None else scene.tokens[saying + 1].end
        first = scene.tokens[verb.start].start
        last = max(source.end, scene.tokens[verb.end - 1].end)
        quoting = [s for s in known if s.clause == number or (saying is not None and s.clause is not None and _is_saying(scene, s, saying))]
        for speech in quoting:
            known.remove(speech)
        reporting = (
            next((s for s in known if s.source is not None and s.kind == "say"), None) if saying is None and verb.form != "finite" else None
        )
        if reporting is not None and reporting.source is not None:
            reporting.via, reporting.source = (*reporting.via, reporting.source), source
            continue
        found.append(
            Speech(
                source,
                Stance.REPORTED,
                start,
                scene.sentence.end,
                first,
                last,
                scene.quote(verb.start, verb.end),
                verb.lemma,
                "say",
                via,
                clause=number,
            )
        )
    return found


def _is_saying(scene: Scene, speech: Speech, saying: int) -> bool:
    """The speech hangs on the "saying" of "as saying"."""
    assert speech.clause is not None  # noqa: S101
    return scene.phrase(scene.parse.clauses[speech.clause].verb).head == saying + 1


def _fold_media(found: list[Speech]) -> None:
    """An outlet that reports what another says is via, not a source of its own: "Tass reported that the ministry said"."""
    for outer in found:
        if outer.source is None or outer.source.kind is not Kind.MEDIA or outer.kind != "say":
            continue
        for inner in found:
            if inner is outer or inner.source is None or inner.source.kind is Kind.MEDIA:
                continue
            nested = outer.start <= inner.verb_start < outer.end and not outer.trailing
            if nested and all(party.key != outer.source.key for party in inner.via):
                inner.via = (*inner.via, outer.source)
