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
    "die go come happen occur arrive remain emerge erupt appear disappear exist belong fall escape surrender "
    "resign vanish collapse explode continue "
    "last return agree react respond live act rise arise depart survive insist vow refuse fail try seem begin "
    "start end stop pass stand sit "
    "lie participate cooperate march retreat withdraw advance struggle proceed look talk speak work wait move gather become climb flee "
    "apologise apologize consist fight walk land rage say add reply warn want need decide hope promise appeal".split()
)
#: Participles behind a noun when a preposition follows.
_STATES = frozenset("ally link affiliate base locate dub call name aim back arm accuse suspect equip situate entitle compose".split())
TIME_NOUNS = frozenset("day days week weeks hour hours month months year years minute minutes moment".split())
#: What is done to people: without an object these are passive, as in a headline.
HARM = frozenset(
    "kill wound injure displace arrest abduct kidnap detain destroy murder massacre behead execute evacuate rescue hospitalise "
    "hospitalize foil thwart log mention lynch assassinate slay oust sentence jail deport".split()
)
#: Verbs whose participle has a name behind it.
_NAMED = frozenset("call name dub nickname codename entitle".split())
_NOMINATIVES = frozenset({"he", "she", "they", "we", "i", "it", "who"})
#: "Suspected to be", "said to have": before an infinitive the past form is passive.
_SAID_TO = frozenset(
    "suspect believe think say report allege understand know deem estimate consider presume rumour order ask tell force".split()
)
_TWO_FACED = frozenset("since until till after before as".split())


def torn(chunks: Chunks) -> None:
    """Join "had on Tuesday declared" and "did the rebels come": the auxiliary becomes an adverb, the verb its tense."""
    for at, phrase in enumerate(chunks.phrases):
        if phrase.kind != "VG" or phrase.lemma not in {"have", "do", "be", "may"} or phrase.form != "finite":
            continue
        if chunks.tags[phrase.head] not in {"HAVE", "DO", "BE", "MD"}:
            continue
        place = _past_adverbials(chunks, at + 1)
        if place is None:
            continue
        verb = chunks.phrases[place]
        tag = chunks.tags[verb.head]
        fits = {
            "have": tag in {"VBN", "VBD"},
            "do": tag == "VB" or _is_base(chunks, place),
            "be": tag == "VBN" and place > at + 1,
            "may": tag in {"VB", "VBN"} and place > at + 1,
        }[phrase.lemma]
        if not fits or (verb.end - verb.start > 2 and phrase.lemma != "may"):
            continue
        inverted = any(chunks.kinds[between] == "NP" and chunks.kinds[between - 1] != "P" for between in range(at + 1, place))
        before = chunks.left(at)
        if inverted and not (
            before < 0
            or chunks.kinds[before] in {"WH", "PU"}
            or chunks.word(before) in {"nor", "neither", "so", "why", "how", "when", "where"}
        ):
            continue
        chunks.replace(at, replace(phrase, kind="RB"))
        chunks.replace(
            place,
            replace(
                verb,
                form="finite",
                passive=phrase.lemma == "be",
                negated=phrase.negated or verb.negated,
                modal=phrase.modal,
                perfect=phrase.lemma == "have" or phrase.perfect,
            ),
        )


def _is_base(chunks: Chunks, at: int) -> bool:
    """The form is a base form as well: come, hit, set."""
    reading = chunks.verbs.get(chunks.tokens[chunks.phrases[at].head].lower)
    return reading is not None and "VB" in reading[1]


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
    """Whether "since", "after" and their like open a clause when one follows and verbs enough are left for the subjects that wait."""
    if chunks.word(at) not in _TWO_FACED or chunks.kind(at + 1) not in {"NP", "TM"}:
        return False
    place = at + 1 if chunks.kind(at + 1) == "NP" else at + 2
    members = chunks.list_right(place) if chunks.kind(place) == "NP" else []
    if not members or not _verb_ahead(chunks, members[-1]):
        return False
    return not waiting or verbs_ahead(chunks, place) > waiting or chunks.head(at - 1) in TIME_NOUNS


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

    `waits`: a subject waits for this verb; `waits_below`: one waits outside the clause that is open; `has_verb`: that clause has its verb.
    """
    phrase = chunks.phrases[at]
    if phrase.form != "finite" or phrase.perfect or phrase.passive or phrase.end - phrase.start != 1 or not ambiguous(chunks, at):
        return False
    before, after = chunks.left(at), chunks.right(at)
    if chunks.kind(before) in {"WH", "CC"}:
        return False
    if chunks.word(after) == "by" and phrase.lemma not in _INTRANSITIVE and chunks.kind(after + 1) != "TM":
        return True
    if waits and chunks.word(after) == "and" and chunks.kind(after + 1) == "VG" and chunks.kind(after + 2) == "NP":
        return False  # "shot and killed a boy": both have the object
    has_object = (chunks.kind(after) == "NP" and not chunks.quote(at + 1)) or chunks.kind(after) == "WH"
    if chunks.kind(before) in {"P", "SUB"}:
        return not has_object
    if before < 0:
        return not has_object and phrase.lemma not in TAKERS
    if phrase.lemma in _INTRANSITIVE:
        return False
    if chunks.comma(before) and waits and not has_object and any(chunks.comma(place) for place in range(before)):
        return phrase.lemma not in TAKERS and finite_later(
            chunks, at
        )  # the comma may close an apposition: "the governor, Elias Larrahondo, described as cowardly ..."
    if chunks.comma(before):
        return not has_object and phrase.lemma not in TAKERS and (waits or not _list_of_verbs(chunks, at))
    if phrase.lemma in _NAMED and has_verb and not waits and not waits_below and chunks.kind(before) == "NP":
        return True  # "at his farm called El Limon"
    if chunks.kind(before) != "NP" or has_object or chunks.head(before) in _NOMINATIVES:
        return False
    if phrase.lemma in _SAID_TO and chunks.kind(after) == "VG" and chunks.phrases[after].form == "infinitive":
        return True
    if phrase.lemma in TAKERS and (chunks.kind(after) in {"SUB", "PU"} or chunks.quote(at + 1)):
        return False
    if phrase.lemma in _STATES and chunks.kind(after) == "P":
        return True
    if not waits and not has_verb and not waits_below:
        return verbs_ahead(chunks, at + 1) > 0
    if waits and phrase.lemma in HARM and not (chunks.kind(after) == "CC" and chunks.kind(after + 1) == "VG"):
        return True  # "three soldiers killed in ambush"
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


def _begins_anew(chunks: Chunks, at: int) -> bool:
    """What follows "and" is a clause with its own subject, or a verb that can only be finite."""
    if chunks.kind(at) == "NP":
        return not chunks.governed(at) and chunks.begins_clause(at)
    return chunks.finite(at) and not ambiguous(chunks, at)


def _object_of_verbal(chunks: Chunks, at: int) -> bool:
    """The noun phrase stands right behind an infinitive or an -ing form."""
    left = chunks.left(at)
    return chunks.kind(left) == "VG" and chunks.phrases[left].form in {"infinitive", "ing"}


def _list_of_verbs(chunks: Chunks, at: int) -> bool:
    """Verbs in a row: "attacked the post, killed two and fled"."""
    return any(chunks.finite(place) for place in range(at)) and any(kind == "CC" for kind in chunks.kinds[at : at + 4])


def finite_later(chunks: Chunks, at: int) -> bool:
    """Another finite verb that has no subject of its own follows in this clause."""
    relatives = 0
    fresh = False
    for place in range(at + 1, len(chunks)):
        kind = chunks.kinds[place]
        if kind == "SUB" or chunks.hard(place) or (kind == "P" and chunks.word(place) in _TWO_FACED and is_subordinator(chunks, place, 0)):
            return False
        if kind == "NP" and chunks.comma(place - 1) and not chunks.governed(place):
            fresh = True  # "... opened on Monday, 37 attacks on clinics have been recorded"
        if kind == "CC" and _begins_anew(chunks, place + 1):
            return False
        if kind == "WH":
            relatives += 1
        elif chunks.finite(place):
            if relatives:
                relatives -= 1
                continue
            before = chunks.left(place)
            if fresh and not chunks.comma(before):
                return False
            return chunks.kind(before) != "NP" or chunks.governed(before) or before < at or _object_of_verbal(chunks, before)
    return False
