"""Which past forms are finite verbs and which are participles; which words of two faces are prepositions; verb groups that were torn apart.

Rules, in plain words. A past form that can be a participle is one when "by" follows it; when it stands behind a preposition; between commas
when it has no object; behind a noun when it has no object and another finite verb without a subject comes later ("the men arrested on
Monday said"); and behind a noun that is already the object of a verb or of a preposition, unless a subject still waits for its verb.
"""

from __future__ import annotations

from dataclasses import replace

from ascribe.annotate.chunks import TAKERS, Chunks

#: Verbs without an object: their past form is never a participle behind a noun.
_INTRANSITIVE = frozenset(
    "die go come happen occur arrive remain emerge erupt appear disappear exist belong fall escape surrender resign vanish collapse explode continue "
    "last return agree react respond live act rise arise depart survive insist vow refuse fail try seem begin start end stop pass stand sit "
    "lie participate cooperate march retreat withdraw advance struggle proceed look talk speak work wait move gather become climb flee "
    "apologise apologize consist fight say add reply warn want need decide hope promise appeal".split()
)
#: Participles behind a noun when a preposition follows.
_STATES = frozenset("ally link affiliate base locate dub call name aim back arm accuse suspect equip situate entitle compose".split())
#: Verbs that say "X had Y done", "left Y dead": the past form behind their object is a participle.
_TIME_NOUNS = frozenset("day days week weeks hour hours month months year years minute minutes moment".split())
#: Past forms between commas without an object are participles of these verbs only if a subject waits.
_TWO_FACED = frozenset("since until till after before as".split())


def torn(chunks: Chunks) -> None:
    """Join "had on Tuesday declared" and "did the rebels come": the auxiliary becomes an adverb, the verb its tense."""
    for at, phrase in enumerate(chunks.phrases):
        if phrase.kind != "VG" or phrase.lemma not in {"have", "do", "be"} or phrase.form != "finite":
            continue
        if chunks.tags[phrase.head] not in {"HAVE", "DO", "BE"}:
            continue
        place = _past_adverbials(chunks, at + 1)
        if place is None:
            continue
        verb = chunks.phrases[place]
        tag = chunks.tags[verb.head]
        fits = {"have": tag in {"VBN", "VBD"}, "do": tag == "VB", "be": tag == "VBN" and place > at + 1}[phrase.lemma]
        if not fits or verb.end - verb.start > 2:
            continue
        inverted = any(chunks.kinds[between] == "NP" and chunks.kinds[between - 1] != "P" for between in range(at + 1, place))
        if inverted and not (chunks.left(at) < 0 or chunks.word(at - 1) in {"nor", "neither", "so", "why", "how", "when", "where"}):
            continue
        chunks.replace(at, replace(phrase, kind="RB"))
        chunks.replace(
            place,
            replace(verb, form="finite", passive=phrase.lemma == "be", negated=phrase.negated or verb.negated, modal=phrase.modal, perfect=phrase.lemma == "have" or phrase.perfect),
        )


def _past_adverbials(chunks: Chunks, at: int) -> int | None:
    """The verb group behind times, adverbs, one prepositional phrase and, in a question, a subject."""
    steps = 0
    while at < len(chunks) and steps < 4:
        kind = chunks.kinds[at]
        if kind == "VG":
            return at
        if kind in {"TM", "RB"}:
            at += 1
        elif kind == "P" and chunks.kind(at + 1) in {"NP", "TM", "RB", "VG"}:
            if chunks.kind(at + 1) == "VG":
                return at + 1
            at += 2
        elif kind == "NP" and steps == 0:
            at += 1
        else:
            return None
        steps += 1
    return None


def is_subordinator(chunks: Chunks, at: int, waiting: int) -> bool:
    """ "Since", "after" and their like open a clause when one follows and verbs enough are left for the subjects that wait."""
    if chunks.word(at) not in _TWO_FACED or chunks.kind(at + 1) not in {"NP", "TM"}:
        return False
    place = at + 1 if chunks.kind(at + 1) == "NP" else at + 2
    members = chunks.list_right(place) if chunks.kind(place) == "NP" else []
    if not members or not _verb_ahead(chunks, members[-1]):
        return False
    return not waiting or verbs_ahead(chunks, place) > waiting or chunks.head(at - 1) in _TIME_NOUNS


def _verb_ahead(chunks: Chunks, at: int) -> bool:
    """A finite verb belongs to this noun phrase, past what hangs on it and past a participle."""
    place = at + 1
    while place < len(chunks):
        kind = chunks.kinds[place]
        if kind == "VG":
            if chunks.phrases[place].form == "finite":
                return True
            place += 1
        elif kind in {"RB", "TM"}:
            place += 1
        elif kind == "P" and chunks.kind(place + 1) in {"NP", "TM"}:
            place += 2
        else:
            return False
    return False


def verbs_ahead(chunks: Chunks, at: int) -> int:
    """How many finite verbs come before the next hard stop, less those that a relative or a subordinator takes."""
    count = 0
    for place in range(at, len(chunks)):
        if chunks.hard(place):
            break
        if chunks.finite(place):
            count += 1
        elif chunks.kinds[place] in {"WH", "SUB"}:
            count -= 1
    return count


def is_participle(chunks: Chunks, at: int, *, waits: bool, waits_below: bool, has_verb: bool) -> bool:
    """Whether the bare past form at `at` is a participle; see the module's rules.

    `waits`: a subject waits for this verb; `waits_below`: one waits outside the clause that is open; `has_verb`: the open clause has its verb.
    """
    phrase = chunks.phrases[at]
    if phrase.form != "finite" or phrase.perfect or phrase.passive or phrase.end - phrase.start != 1 or not ambiguous(chunks, at):
        return False
    before, after = chunks.left(at), chunks.right(at)
    if chunks.kind(before) in {"WH", "CC"}:
        return False
    if chunks.word(after) == "by" and phrase.lemma not in _INTRANSITIVE and chunks.kind(after + 1) != "TM":
        return True
    has_object = chunks.kind(after) == "NP" and not chunks.quote(at + 1)
    if chunks.kind(before) in {"P", "SUB"}:
        return not has_object
    if before < 0:
        return not has_object and phrase.lemma not in TAKERS
    if phrase.lemma in _INTRANSITIVE:
        return False
    if chunks.comma(before):
        return not has_object and phrase.lemma not in TAKERS and (waits or not _list_of_verbs(chunks, at))
    if chunks.kind(before) != "NP" or has_object:
        return False
    if phrase.lemma in TAKERS and (chunks.kind(after) in {"SUB", "PU"} or chunks.quote(at + 1)):
        return False
    if phrase.lemma in _STATES and chunks.kind(after) == "P":
        return True
    if has_verb and not waits:
        return not waits_below or finite_later(chunks, at)
    return finite_later(chunks, at)


def ambiguous(chunks: Chunks, at: int) -> bool:
    """The form can be past and participle alike."""
    head = chunks.phrases[at].head
    if chunks.tags[head] not in {"VBD", "VBN"}:
        return False
    reading = chunks.verbs.get(chunks.tokens[head].lower)
    return reading is None or "VBN" in reading[1]


def _list_of_verbs(chunks: Chunks, at: int) -> bool:
    """ "Attacked the post, killed two and fled"."""
    return any(chunks.finite(place) for place in range(at)) and any(kind == "CC" for kind in chunks.kinds[at : at + 4])


def finite_later(chunks: Chunks, at: int) -> bool:
    """Another finite verb that has no subject of its own follows in this clause."""
    relatives = 0
    for place in range(at + 1, len(chunks)):
        kind = chunks.kinds[place]
        if kind == "SUB" or chunks.hard(place):
            return False
        if kind == "CC" and not (chunks.kind(place + 1) == "NP" and not chunks.begins_clause(place + 1)):
            if chunks.kind(place + 1) in {"NP", "VG"} and not chunks.finite(place + 1) or chunks.kind(place + 1) == "P":
                continue
            return False
        if kind == "WH":
            relatives += 1
        elif chunks.finite(place):
            if relatives:
                relatives -= 1
                continue
            before = chunks.left(place)
            return chunks.kind(before) != "NP" or chunks.governed(before) or before < at
    return False
