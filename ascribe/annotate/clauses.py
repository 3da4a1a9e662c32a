"""Phrases -> clauses: which noun phrase is subject, which object, what hangs on what.

Rules, in plain words. The subject of a finite verb is the nearest noun phrase to its left that no preposition governs, past any
parenthesis between commas; behind "and" it is the subject of the verb before; behind "who" or "which" it is the noun before. A past form
that could be a participle is one when "by" follows it, or when it has no object and another finite verb without a subject comes
later ("the soldiers killed in the raid were ..."). The object is the noun phrase right behind the verb, with what "and" and commas add to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ascribe.model.grammar import Clause, Phrase
from ascribe.model.reading import Token

_QUOTES = frozenset("\"“”")
_STOPS = frozenset(";:()[]—–")
#: Verbs whose past form without an object is a participle: what is killed does not kill.
_TRANSITIVE = frozenset(
    "kill wound injure abduct kidnap arrest detain destroy damage carry claim blame attribute stage launch plant aim hold take lose use see find "
    "name call seize capture conduct believe suspect know base displace accuse identify arm back hurt leave make release free send support target train "
    "publish post issue record report describe carry broadcast circulate air quote cite read sign broker mediate deploy fire torch burn loot "
    "involve locate back ally link affiliate dub organize organise lead head command form found hijack trap bury force".split()
)


def clauses(tokens: Sequence[Token], tags: Sequence[str], phrases: Sequence[Phrase]) -> tuple[list[Phrase], list[Clause]]:
    """The phrases with their participles told apart, and the clauses they make."""
    settled = _participles(tokens, tags, _subordinators(tokens, list(phrases)))
    found: list[Clause] = []
    by_verb: dict[int, int] = {}
    for at, phrase in enumerate(settled):
        if phrase.kind != "VG":
            continue
        clause = _clause(tokens, tags, settled, at, found, by_verb)
        by_verb[at] = len(found)
        found.append(clause)
    return settled, found


def _subordinators(tokens: Sequence[Token], phrases: list[Phrase]) -> list[Phrase]:
    """ "Since", "after" and their like are subordinators when a clause follows them, else prepositions."""
    for at, phrase in enumerate(phrases[:-1]):
        if phrase.kind == "P" and tokens[phrase.start].lower in _TWO_FACED and phrases[at + 1].kind == "NP" and _begins_clause(tokens, phrases, at + 1):
            phrases[at] = replace(phrase, kind="SUB")
    return phrases


_TWO_FACED = frozenset("since until till after before as than like".split())
#: Past forms that are participles behind a noun when a preposition follows.
_ALWAYS = frozenset("ally link affiliate base locate dub call name aim back arm loyal accuse suspect equip".split())


def _participles(tokens: Sequence[Token], tags: Sequence[str], phrases: list[Phrase]) -> list[Phrase]:
    """Decide for each bare past form whether it is finite."""
    for at, phrase in enumerate(phrases):
        if phrase.kind != "VG" or phrase.form != "finite" or phrase.end - phrase.start != 1 or tags[phrase.head] != "VBD":
            continue
        before = phrases[at - 1] if at else None
        after = phrases[at + 1] if at + 1 < len(phrases) else None
        if _is_participle(tokens, phrases, at, phrase, before, after):
            phrases[at] = replace(phrase, form="participle", passive=True)
    return phrases


def _is_participle(
    tokens: Sequence[Token], phrases: Sequence[Phrase], at: int, phrase: Phrase, before: Phrase | None, after: Phrase | None
) -> bool:
    if before is None or before.kind == "P":
        return phrase.lemma in _TRANSITIVE and (after is None or after.kind != "NP")
    if before.kind == "WH":
        return False
    if after is not None and after.kind == "P" and tokens[after.start].lower == "by" and phrase.lemma not in {"stand", "go", "pass", "stop"}:
        return True
    if before.kind == "PU" and tokens[before.start].text == ",":
        has_object = after is not None and after.kind == "NP"
        return not has_object and phrase.lemma in _TRANSITIVE and not _joined_verb(tokens, phrases, at)
    if phrase.lemma in _ALWAYS and before.kind == "NP" and after is not None and after.kind == "P":
        return True
    if after is not None and after.kind in {"NP", "SUB", "VG"}:
        return False
    if phrase.lemma not in _TRANSITIVE or before.kind != "NP":
        return False
    if at >= 2 and phrases[at - 2].kind == "WH":
        return False
    follows_that = after is not None and after.kind == "PU" and tokens[after.start].text in _QUOTES
    return not follows_that and (_finite_later(tokens, phrases, at) or _finite_before(phrases, at))


def _joined_verb(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> bool:
    """A list of verbs: "attacked the post, killed two and fled"."""
    return any(p.kind == "VG" and p.form == "finite" for p in phrases[:at]) and any(p.kind == "CC" for p in phrases[at : at + 4])


def _finite_later(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> bool:
    """Another finite verb that has no subject of its own follows in this clause."""
    for place in range(at + 1, len(phrases)):
        phrase = phrases[place]
        if phrase.kind in {"SUB", "WH", "CC"} or (phrase.kind == "PU" and tokens[phrase.start].text in _STOPS):
            return False
        if phrase.kind == "VG" and phrase.form == "finite":
            before = phrases[place - 1]
            governed = place >= 2 and phrases[place - 2].kind == "P"
            return before.kind != "NP" or governed
    return False


def _finite_before(phrases: Sequence[Phrase], at: int) -> bool:
    """The noun before is already the object of a finite verb or of a preposition."""
    if at < 2:
        return False
    governor = phrases[at - 2]
    return governor.kind == "P" or (governor.kind == "VG" and governor.form == "finite" and governor.lemma not in _COMPLEMENT_TAKERS)


_COMPLEMENT_TAKERS = frozenset("say tell claim report announce state add confirm believe think deny allege insist note warn hear know".split())


def _clause(
    tokens: Sequence[Token], tags: Sequence[str], phrases: Sequence[Phrase], at: int, found: list[Clause], by_verb: dict[int, int]
) -> Clause:
    verb = phrases[at]
    subjects, parent, link = _subject(tokens, tags, phrases, at, found, by_verb)
    objects, stop = _objects(tokens, phrases, at)
    preps = _preps(tokens, phrases, at, stop)
    if verb.form == "finite" and link in {"", "complement"}:
        preps = [*_leading(tokens, phrases, at, subjects), *preps]
    return Clause(at, tuple(subjects), tuple(objects), tuple(preps), parent, link)


def _governed(phrases: Sequence[Phrase], at: int) -> bool:
    """A preposition stands before this noun phrase (or before the list it is in)."""
    return at > 0 and phrases[at - 1].kind == "P"


def _subject(
    tokens: Sequence[Token], tags: Sequence[str], phrases: Sequence[Phrase], at: int, found: list[Clause], by_verb: dict[int, int]
) -> tuple[list[int], int | None, str]:
    """The subjects of the verb at `at`, the clause it hangs on, and how."""
    verb = phrases[at]
    before = _left(phrases, at, {"RB", "TM"})
    last_verb = next((place for place in range(at - 1, -1, -1) if phrases[place].kind == "VG"), None)
    while last_verb is not None and phrases[last_verb].lemma in _COMPLEMENT_TAKERS and _parenthetical(tokens, phrases, last_verb):
        last_verb = next((place for place in range(last_verb - 1, -1, -1) if phrases[place].kind == "VG"), None)
    parent = by_verb.get(last_verb) if last_verb is not None else None
    if verb.form in {"ing", "participle"}:
        return _participle_subject(tokens, phrases, at, before, found, parent, verb)
    if verb.form == "infinitive":
        inherited = list(found[parent].objects or found[parent].subjects) if parent is not None else []
        if parent is not None and not found[parent].objects:
            inherited = list(found[parent].subjects)
        return inherited, parent, "infinitive"
    if before is not None and phrases[before].kind == "WH":
        antecedent = _antecedent(tokens, phrases, before)
        return ([antecedent] if antecedent is not None else []), parent, "relative"
    if before is not None and before >= 2 and phrases[before].kind == "NP" and phrases[before - 1].kind == "WH":
        if tokens[phrases[before - 1].start].lower == "whose":
            return [before], parent, "relative"
        return _list_left(tokens, phrases, before), parent, "relative"
    coordinated = _coordinated(tokens, phrases, at, before, last_verb)
    if coordinated and parent is not None:
        base = _same_tense(tokens, tags, phrases, at, found, parent)
        while base.link in {"participle", "infinitive"} and base.parent is not None and phrases[base.verb].form != "finite":
            base = found[base.parent]
        return list(base.subjects), found.index(base), "and"
    subject = _scan_left(tokens, phrases, at)
    link = ""
    if subject is not None and parent is not None:
        link = "complement" if _is_complement(phrases, last_verb, subject) else ""
    if subject is None and parent is not None:
        return list(found[parent].subjects), parent, "and"
    if subject is None:  # "..., said a police officer": the subject follows
        follows = at + 1 < len(phrases) and phrases[at + 1].kind == "NP"
        return ([at + 1] if follows else []), None, "inverted"
    return _list_left(tokens, phrases, subject), parent, link


def _same_tense(
    tokens: Sequence[Token], tags: Sequence[str], phrases: Sequence[Phrase], at: int, found: list[Clause], parent: int
) -> Clause:
    """The clause whose verb the one at `at` is joined to: a past joins a past ("demanded that X act and withdrew ...")."""
    tense = _tense(tags, phrases[at])
    for clause in reversed(found[: parent + 1]):
        if clause.link == "relative" and clause is not found[parent]:
            continue
        if phrases[clause.verb].form == "finite" and _tense(tags, phrases[clause.verb]) == tense:
            return clause
    return found[parent]


def _tense(tags: Sequence[str], verb: Phrase) -> str:
    """Past or present, from the first word of the group."""
    tag = tags[verb.start]
    if tag in {"VBD", "VBN"}:
        return "past"
    return "present" if tag in {"VB", "VBZ"} else "aux"


def _parenthetical(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> bool:
    """The verb at `at` is a bare attribution between commas: ", police said,"."""
    place = at - 1
    while place > 0 and phrases[place].kind in {"NP", "P", "TM"}:
        place -= 1
    return _is_comma(tokens, phrases, place) and (_is_comma(tokens, phrases, at + 1) or (at + 2 < len(phrases) and phrases[at + 1].kind == "TM" and _is_comma(tokens, phrases, at + 2)))


def _left(phrases: Sequence[Phrase], at: int, skip: set[str]) -> int | None:
    place = at - 1
    while place >= 0 and phrases[place].kind in skip:
        place -= 1
    return place if place >= 0 else None


def _participle_subject(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    at: int,
    before: int | None,
    found: list[Clause],
    parent: int | None,
    verb: Phrase,
) -> tuple[list[int], int | None, str]:
    """A participle right behind a noun describes it; behind a comma it goes with the subject of its clause."""
    if before is not None and phrases[before].kind == "NP":
        return [before], parent, "participle"
    if verb.form == "participle" and before is not None and phrases[before].kind == "PU" and before >= 1 and phrases[before - 1].kind == "NP":
        return [before - 1], parent, "participle"
    if parent is not None:
        return list(found[parent].subjects), parent, "participle"
    following = next((p for p in range(at + 1, len(phrases)) if phrases[p].kind == "PU" and tokens[phrases[p].start].text == ","), None)
    if following is not None and following + 1 < len(phrases) and phrases[following + 1].kind == "NP":
        return [following + 1], None, "participle"  # "Firing into the air, the gunmen ..."
    return [], None, "participle"


def _antecedent(tokens: Sequence[Token], phrases: Sequence[Phrase], relative: int) -> int | None:
    """The noun phrase that a relative stands for: the nearest before it; for "in which" the one before the preposition."""
    place = relative - 1
    while place >= 0 and (phrases[place].kind in {"PU", "RB", "P", "CC"}):
        place -= 1
    if place < 0 or phrases[place].kind != "NP":
        return None
    return place


def _coordinated(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int, before: int | None, last_verb: int | None) -> bool:
    """The verb shares the subject of the verb before it: "and" or a comma stands directly before."""
    if last_verb is None or before is None:
        return False
    if phrases[before].kind == "CC":
        return True
    return phrases[before].kind == "PU" and tokens[phrases[before].start].text == "," and (
        before - last_verb >= 1 and not _governs_subject(tokens, phrases, before, last_verb)
    )


def _governs_subject(tokens: Sequence[Token], phrases: Sequence[Phrase], comma: int, last_verb: int) -> bool:
    """The comma before the verb closes a parenthesis whose subject stands before it ("X, wounded in the raid, died")."""
    inner = phrases[last_verb]
    if inner.form in {"participle", "ing"}:
        return True
    between = phrases[:last_verb]
    return bool(between) and any(p.kind == "WH" for p in phrases[max(0, last_verb - 2) : last_verb])


def _scan_left(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> int | None:
    """The nearest free noun phrase to the left, past parentheses; see the module's rule."""
    place = at - 1
    candidate: int | None = None
    while place >= 0:
        phrase = phrases[place]
        if phrase.kind == "NP":
            first = _list_left(tokens, phrases, place)[0]
            if not _governed(phrases, first):
                apposition_of = _apposed_to(tokens, phrases, first) if _is_comma(tokens, phrases, at - 1) else None
                if apposition_of is None:
                    return place if candidate is None else candidate
                candidate = apposition_of
                place = apposition_of
                if not _governed(phrases, place):
                    return place
                place -= 1
                continue
            place = first - 1
            if phrases[place].kind == "P" and place >= 1 and phrases[place - 1].kind == "P":
                place -= 1
            continue
        if phrase.kind == "VG" and phrase.form == "finite":
            relative = place >= 1 and (phrases[place - 1].kind == "WH" or (place >= 2 and phrases[place - 2].kind == "WH"))
            if not relative:
                return candidate
            place -= 1
            while place >= 0 and phrases[place].kind != "WH":
                place -= 1
        elif phrase.kind in {"SUB"} or (phrase.kind == "PU" and tokens[phrase.start].text in ";:"):
            return candidate
        place -= 1
    return candidate


def _is_comma(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> bool:
    if 0 < at < len(phrases) and _is_quote(tokens, phrases[at]):
        at -= 1
    return 0 <= at < len(phrases) and phrases[at].kind == "PU" and tokens[phrases[at].start].text in ",—–"


def _apposed_to(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> int | None:
    """The noun phrase that this one, between commas, describes: "X, a spokesman for the group, said"."""
    if at < 2 or phrases[at - 1].kind != "PU" or tokens[phrases[at - 1].start].text != ",":
        return None
    left = phrases[at - 2]
    if left.kind != "NP":
        return None
    before = at - 2
    while before >= 2 and phrases[before - 1].kind == "P" and phrases[before - 2].kind == "NP":
        before -= 2
    if _governed(phrases, before):
        return None  # "In Kabul, the army said"
    return before


def _list_left(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> list[int]:
    """The members of the list that ends at this noun phrase: "A, B and C"."""
    members = [at]
    place = at
    seen_and = False
    while place >= 2:
        joint = phrases[place - 1]
        word = tokens[joint.start].lower
        step = 2
        if joint.kind == "CC" and word in {"and", "or", "&"} and not seen_and:
            seen_and = True
            if place >= 3 and phrases[place - 2].kind == "PU" and tokens[phrases[place - 2].start].text == ",":
                step = 3
        elif not (joint.kind == "PU" and word == "," and seen_and):
            break
        if phrases[place - step].kind != "NP" or place - step < 0:
            break
        place -= step
        members.insert(0, place)
    return members


def _objects(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> tuple[list[int], int]:
    """The noun phrases right behind the verb, and where to look on from."""
    place = at + 1
    while place < len(phrases) and (phrases[place].kind == "RB" or _is_quote(tokens, phrases[place])):
        place += 1
    if place < len(phrases) and phrases[place].kind == "WH" and tokens[phrases[place].start].lower == "what":
        return _so_called(tokens, phrases, place)
    if place >= len(phrases) or phrases[place].kind != "NP":
        return [], at + 1
    members, place = _list_right(tokens, phrases, place)
    if _begins_clause(tokens, phrases, members[-1]) and len(members) > 1:
        place = members[-1] - 1
        members = members[:-1]
    elif len(members) == 1 and _begins_clause(tokens, phrases, members[0]):
        return [], at + 1
    if place < len(phrases) and phrases[place].kind == "NP" and len(members) == 1 and not _begins_clause(tokens, phrases, place):
        members.append(place)  # "offered India its support"
        place += 1
    return members, place


def _so_called(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> tuple[list[int], int]:
    """ "What it claimed were terrorist sites": the object is the description."""
    verb = next((p for p in range(at + 1, min(at + 7, len(phrases))) if phrases[p].kind == "VG"), None)
    if verb is None:
        return [], at + 1
    place = verb + 1
    while place < len(phrases) and (
        phrases[place].kind in {"P", "RB", "SUB"} or _is_quote(tokens, phrases[place]) or (phrases[place].kind == "VG" and phrases[place].lemma == "be")
    ):
        place += 1
    return ([place], place + 1) if place < len(phrases) and phrases[place].kind == "NP" else ([], at + 1)


def _is_quote(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.kind == "PU" and tokens[phrase.start].text in _QUOTES


def _begins_clause(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> bool:
    """A finite verb follows this noun phrase, or the prepositional phrases behind it: it is that verb's subject, not an object."""
    place = at + 1
    while place < len(phrases):
        kind = phrases[place].kind
        if kind == "VG":
            return phrases[place].form == "finite"
        if kind in {"RB", "TM"}:
            place += 1
        elif kind == "P" and place + 1 < len(phrases) and phrases[place + 1].kind in {"NP", "TM"}:
            place += 2
        else:
            return False
    return False


def _list_right(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> tuple[list[int], int]:
    """The members of the list that begins at this noun phrase, and the place behind it."""
    members = [at]
    place = at + 1
    while place + 1 < len(phrases):
        joint = phrases[place]
        step = 1
        is_comma = joint.kind == "PU" and tokens[joint.start].text == ","
        if is_comma and phrases[place + 1].kind == "CC" and place + 2 < len(phrases):
            if tokens[phrases[place + 1].start].lower not in {"and", "or"} or len(members) < 2:
                break
            step = 2
        elif is_comma:
            if phrases[place + 1].kind != "NP" or not _list_goes_on(tokens, phrases, place + 1):
                break
        elif not (joint.kind == "CC" and tokens[joint.start].lower in {"and", "or", "&", "as well as", "plus"}):
            break
        if phrases[place + step].kind != "NP":
            break
        members.append(place + step)
        place += step + 1
    return members, place


def _list_goes_on(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int) -> bool:
    """An "and" comes within the next few members of the list."""
    place = at + 1
    while place < len(phrases) and place < at + 14:
        phrase = phrases[place]
        if phrase.kind == "CC":
            return True
        if not (phrase.kind == "PU" and tokens[phrase.start].text == ",") and phrase.kind != "NP":
            return False
        place += 1
    return False


def _preps(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int, place: int) -> list[tuple[int, tuple[int, ...]]]:
    """The prepositional phrases behind the verb, up to the next verb, subordinator or hard stop."""
    found: list[tuple[int, tuple[int, ...]]] = []
    while place < len(phrases):
        phrase = phrases[place]
        if phrase.kind in {"VG", "SUB", "WH"} or (phrase.kind == "PU" and tokens[phrase.start].text in _STOPS):
            break
        if phrase.kind == "CC" and place + 1 < len(phrases) and phrases[place + 1].kind in {"NP", "VG"} and _begins_clause(
            tokens, phrases, place + 1
        ):
            break
        if phrase.kind == "P" and place + 1 < len(phrases):
            target = place + 1
            if phrases[target].kind == "P" and target + 1 < len(phrases):  # "from inside the camp"
                target += 1
            if phrases[target].kind == "TM":
                place = target + 1
                continue
            if phrases[target].kind == "NP":
                members, after = _list_right(tokens, phrases, target)
                found.append((place, tuple(members)))
                place = after
                continue
        place += 1
    return found


def _leading(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int, subjects: list[int]) -> list[tuple[int, tuple[int, ...]]]:
    """Prepositional phrases before and behind the subject: "On Monday", "the attack in Kabul killed"."""
    stop = at
    start = min(subjects) if subjects else at
    place = start - 1
    while place >= 0:
        phrase = phrases[place]
        if phrase.kind in {"VG", "SUB", "WH"} or (phrase.kind == "PU" and tokens[phrase.start].text in ";:"):
            break
        place -= 1
    found: list[tuple[int, tuple[int, ...]]] = []
    place += 1
    while place < stop:
        if phrases[place].kind == "P" and place + 1 < stop and phrases[place + 1].kind == "NP":
            members, after = _list_right(tokens, phrases, place + 1)
            members = [member for member in members if member not in subjects]
            if members:
                found.append((place, tuple(members)))
            place = max(place + 2, min(after, stop))
            continue
        if phrases[place].kind == "VG":
            break
        place += 1
    return found


def _is_complement(phrases: Sequence[Phrase], last_verb: int | None, subject: int) -> bool:
    """The subject stands behind the verb before: this clause is what that verb says."""
    return last_verb is not None and subject > last_verb
