"""What belongs to a verb: its objects, its prepositional phrases, and the noun that a relative stands for."""

from __future__ import annotations

from collections.abc import Sequence

from ascribe.annotate.chunks import Chunks
from ascribe.annotate.participles import HARM
from ascribe.model.grammar import Clause

#: Nouns that "who" does not stand for, though they stand nearer than the one it does.
_THINGS = frozenset(
    "city town village district province region state country area place street road gate house building hospital "
    "camp base post station office "
    "council government ministry army force group party movement agency organisation organization company "
    "university school mosque church court "
    "parliament attack war conflict raid clash blast day night week month year border front capital island coast "
    "valley mountain prison jail "
    "community family unit team committee command brigade division".split()
)
_STOPS = frozenset("()[]—–")


def antecedent(chunks: Chunks, relative: int) -> int | None:
    """The noun that a relative stands for: the nearest before it; for "who" the nearest that can be a person.

    "A member of the provincial council, who said": the member, since a council, or a lone name behind "of" or "in", is not a who.
    """
    if chunks.word(relative) in {"what", "how", "why"}:
        return None
    place = relative - 1
    while place >= 0 and (chunks.kinds[place] in {"RB", "P", "CC", "TM"} or (chunks.kinds[place] == "PU" and not chunks.hard(place))):
        if chunks.word(place) in {")", "]"}:
            while place > 0 and chunks.word(place) not in {"(", "["}:
                place -= 1
        place -= 1
    if (
        place < 0
        or chunks.kinds[place] != "NP"
        or chunks.tags[chunks.phrases[place].start] == "JJ" == chunks.tags[chunks.phrases[place].head]
    ):
        return None
    if any(chunks.quote(between) for between in range(place + 1, relative)) and chunks.kind(chunks.left(place)) == "VG":
        return None  # "people ask us, 'Where is it?'"
    if chunks.word(relative) in {"who", "whom", "whose"}:
        return _person(chunks, place)
    return place


def _person(chunks: Chunks, at: int) -> int:
    """The nearest noun phrase of a chain "X of Y in Z" that can be a person."""
    place = at
    while place >= 2 and chunks.kinds[place - 1] == "P" and chunks.kinds[place - 2] == "NP" and not _can_be_person(chunks, place):
        place -= 2
    return place if _can_be_person(chunks, place) else at


def _can_be_person(chunks: Chunks, at: int) -> bool:
    """A common noun that is no thing; a name unless a preposition of place stands before it."""
    head = chunks.phrases[at].head
    if chunks.tags[head] == "NNP":
        return (
            chunks.word(at - 1) not in {"of", "in", "at", "near", "from", "outside"}
            or chunks.phrases[at].end - chunks.phrases[at].start > 2
        )
    return chunks.tokens[head].lower not in _THINGS


def objects(chunks: Chunks, found: Sequence[Clause], number: int) -> tuple[int, ...]:
    """The noun phrases right behind the verb, less those that are subjects of what follows."""
    clause = found[number]
    taken = {place for later in found[number + 1 : number + 5] if _has_own_subject(later, chunks) for place in later.subjects}
    place = chunks.right(clause.verb)
    if chunks.kind(place) == "WH" and chunks.word(place) == "what":
        return _so_called(chunks, place)
    if chunks.kind(place) == "TM":
        place = chunks.right(place)
    if chunks.kind(place) == "CC" and _shares_object(chunks, found, number, place):
        return objects(chunks, found, number + 1)  # "abducted or killed thousands"
    if chunks.kind(place) != "NP" or place in taken or place in clause.subjects:
        return ()
    members = [member for member in chunks.list_right(place) if member not in taken]
    after = members[-1] + 1
    if len(members) == 1 and chunks.kind(after) == "NP" and after not in taken:
        members.append(after)  # "offered India its support"
    return tuple(members)


def _shares_object(chunks: Chunks, found: Sequence[Clause], number: int, conjunction: int) -> bool:
    """The next verb stands right behind the conjunction, and this one must have an object that does not stand here."""
    verb = chunks.phrases[found[number].verb]
    joined = number + 1 < len(found) and found[number + 1].verb == chunks.right(conjunction)
    return joined and verb.lemma in HARM and not verb.passive and verb.form != "participle"


def _has_own_subject(clause: Clause, chunks: Chunks) -> bool:
    """A finite clause that begins with its subject."""
    return chunks.phrases[clause.verb].form == "finite" and clause.link in {"", "complement"} and bool(clause.subjects)


def _so_called(chunks: Chunks, at: int) -> tuple[int, ...]:
    """The object is the description: "what it claimed were terrorist sites"."""
    verb = next((place for place in range(at + 1, min(at + 7, len(chunks))) if chunks.kinds[place] == "VG"), None)
    if verb is None:
        return ()
    place = verb + 1
    while place < len(chunks) and (
        chunks.kinds[place] in {"P", "RB", "SUB"}
        or chunks.quote(place)
        or (chunks.kinds[place] == "VG" and chunks.phrases[place].lemma == "be")
    ):
        place += 1
    return (place,) if chunks.kind(place) == "NP" else ()


def prepositions(chunks: Chunks, found: Sequence[Clause], number: int) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """The prepositional phrases that lead the clause in, those behind its subject and those behind its verb."""
    clause = found[number]
    behind = _behind(chunks, clause.verb, _next_start(chunks, found, number))
    if chunks.phrases[clause.verb].form != "finite" or clause.link not in {"", "complement"}:
        return tuple(behind)
    return (*_leading(chunks, clause), *behind)


def _next_start(chunks: Chunks, found: Sequence[Clause], number: int) -> int:
    """Where the next clause with a subject of its own begins."""
    verb = found[number].verb
    for later in found[number + 1 : number + 4]:
        if later.link in {"", "complement"} and later.subjects and verb < later.subjects[0] < later.verb:
            return _lead_in(chunks, later.subjects[0], verb)
    return len(chunks)


def _lead_in(chunks: Chunks, subject: int, low: int) -> int:
    """The conjunction that opens a clause, before the adverbials that lead it in: "and by evening a curfew"."""
    place = subject - 1
    while place > low and (chunks.kinds[place] in {"TM", "RB", "NP", "P"} or chunks.comma(place)):
        place -= 1
    return place if place > low and chunks.kinds[place] == "CC" else subject


def _behind(chunks: Chunks, at: int, end: int) -> list[tuple[int, tuple[int, ...]]]:
    """The prepositional phrases behind the verb, up to the next verb, subordinator or hard stop."""
    found: list[tuple[int, tuple[int, ...]]] = []
    place = at + 1
    while place < end:
        kind = chunks.kinds[place]
        if kind in {"VG", "SUB", "WH"} or chunks.hard(place) or (chunks.word(place) in _STOPS and kind == "PU"):
            break
        target = place + 1
        if kind == "P" and (chunks.kind(target) == "P" or chunks.quote(target)):  # "from inside the camp"
            target += 1
        if kind == "P" and chunks.kind(target) == "NP":
            members = tuple(member for member in chunks.list_right(target) if member < end)
            if members:
                found.append((place, members))
                place = members[-1]
        place += 1
    return found


def _leading(chunks: Chunks, clause: Clause) -> list[tuple[int, tuple[int, ...]]]:
    """Prepositional phrases before and behind the subject: "On Monday", "the attack in Kabul killed"."""
    first = min(clause.subjects, default=clause.verb)
    place = first - 1
    while place >= 0:
        if chunks.kinds[place] in {"VG", "SUB", "WH", "CC"} or chunks.hard(place) or chunks.word(place) in _STOPS:
            break
        place -= 1
    comma = first - 1
    while comma > place and chunks.quote(comma):
        comma -= 1
    if place >= 0 and chunks.kinds[place] == "VG" and chunks.comma(comma):
        place = comma
    found: list[tuple[int, tuple[int, ...]]] = []
    place += 1
    while place < clause.verb and chunks.kinds[place] != "VG":
        if chunks.kinds[place] == "P" and chunks.kind(place + 1) == "NP" and place + 1 < clause.verb:
            members = tuple(member for member in chunks.list_right(place + 1) if member not in clause.subjects and member < clause.verb)
            if members:
                found.append((place, members))
                place = members[-1]
        place += 1
    return found
