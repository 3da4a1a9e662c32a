"""Who can speak, and for whom: the party behind the subject of a verb of speaking.

Rules. A person or a body speaks. A spokesman, a statement, a communique speak for the party whose they are ("a spokesman for the
Taliban", "an army
statement", "Zabihullah Mujahid, a Taliban spokesman"). Papers, broadcasts, sources and records speak though they are nobody.
"""

from __future__ import annotations

from dataclasses import replace

from ascribe.extract.scene import Scene
from ascribe.model.grammar import Clause
from ascribe.model.parties import Kind, Party

_ANIMATE = frozenset(Kind) - {Kind.BUSINESS}
_PRONOUNS = frozenset("he she they it we i".split())
#: Verbs that only a speaker is the subject of.
ALOUD = frozenset("say tell add explain recall accuse blame deny admit demand insist argue complain".split())
_STATEMENTS = frozenset({"statement", "communique", "communiqué"})
_OF_WHOM = frozenset({"from", "by", "of", "for", "at", "in", "with", "inside"})
_SPEAKING_THINGS = frozenset(
    "statement communique communiqué report reports release bulletin message video letter pamphlet leaflet document "
    "documents note post tweet "
    "broadcast recording dispatch dispatches account accounts investigation inquiry study survey data figures records "
    "website channel eyewitnesses "
    "newspaper daily radio television agency intelligence sources source media tally log caller callers ruling verdict "
    "indictment panel rescuers "
    "station paper network broadcaster coalition collective association council union league observatory monitors "
    "investigators lawyers lawyer "
    "prosecutor prosecutors judge judges tribunal court chamber bench commission committee institute foundation office monitor".split()
)


def pronoun(party: Party) -> bool:
    """The party is no more than a pronoun."""
    return party.id is None and party.canonical is None and party.name.lower() in _PRONOUNS


def named_last(scene: Scene, word: Party) -> Party | None:
    """The person whom "he" or "she" stands for when nobody spoke just before: the one named last, within the paragraph before."""
    if word.name.lower() not in {"he", "she"}:
        return None
    reading = scene.reading
    first = reading.sentences[max(0, scene.number - 3)].start
    for party in reversed(reading.parties):
        if party.end <= word.start and party.start >= first and _is_person(scene, party):
            return replace(party, name=word.name, start=word.start, end=word.end, inferred=True)
    return None


def _is_person(scene: Scene, party: Party) -> bool:
    """A person by kind, or an office, with a name or without: "Governor John Mbeki", "the director general"."""
    words = party.name.split()
    last, roles = words[-1].lower(), scene.words.roles
    if (last in roles.spokes and last not in _STATEMENTS) or last in _OFFICES:
        return True
    return (party.kind is Kind.PERSON and party.name[:1].isupper()) or (
        len(words) > 2 and words[0].lower() in _OFFICES and words[-1][:1].isupper()
    )


_OFFICES = frozenset(
    "governor president minister mayor general colonel captain commander prime king bishop senator ambassador chief sheikh".split()
)


def _beyond_relative(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The speaker of a verb that comes after a relative clause of its subject: "Residents who buried the dead said".

    The parse takes the last noun of the relative clause for the subject; the one before "who" speaks.
    """
    phrases = scene.parse.phrases
    between = 0
    for at in range(clause.verb - 1, 0, -1):
        kind = phrases[at].kind
        if kind == "VG":
            between += 1
        elif kind in {"SUB", "CC"} or (kind == "PU" and scene.tokens[phrases[at].start].text in '"“”;:'):
            return ()
        elif kind == "WH" and scene.tokens[phrases[at].start].lower in {"who", "which"} and between:
            break
    else:
        return ()
    if not between or not any(s > at for s in clause.subjects):
        return ()
    before = at - 2 if phrases[at - 1].kind == "PU" else at - 1
    while (
        before >= 2
        and phrases[before].kind == "NP"
        and scene.governor(before) in {"of", "for", "from", "in"}
        and phrases[before - 2].kind == "NP"
    ):
        before -= 2
    comma = phrases[at - 1].kind == "PU"
    closed = any(phrases[n].kind == "PU" and scene.tokens[phrases[n].start].text == "," for n in range(at, clause.verb))
    return (before,) if before >= 0 and phrases[before].kind == "NP" and comma == closed else ()


def subjects(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Who may speak a verb: its subject, the noun before a relative clause or between commas, else the noun right before the verb."""
    before = tuple(_past_hour(scene, at) for at in clause.subjects if at < clause.verb and not _quote_between(scene, at, clause.verb))
    aside = _aside_before(scene, clause)
    if aside:
        return aside
    across = _across_commas(scene, clause)
    if across and (not before or min(before) > across[0]):
        return across
    return _beyond_relative(scene, clause) or before or _nearest(scene, clause)


def _past_hour(scene: Scene, at: int) -> int:
    """Who speaks in "A message shortly before midnight said": not the hour."""
    if scene.head(at) not in _HOURS:
        return at
    return next((place for place in range(at - 1, max(-1, at - 5), -1) if scene.phrase(place).kind == "NP"), at)


_HOURS = frozenset("midnight noon midday dawn dusk daybreak nightfall sunrise sunset".split())


def _aside_before(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """As in "..., the ministry said, blaming the rebels": who spoke right before speaks on."""
    if clause.link != "participle" or clause.verb < 3 or not _is_comma(scene, clause.verb - 1) or scene.phrase(clause.verb).form != "ing":
        return ()
    said = next(
        (c for c in scene.parse.clauses if c.verb in {clause.verb - 2, clause.verb - 3} and scene.phrase(c.verb).form == "finite"), None
    )
    if said is None or scene.phrase(said.verb).lemma not in _SAID:
        return ()
    return tuple(at for at in said.subjects if at < said.verb)


_SAID = frozenset("say tell report add state announce confirm claim write explain declare".split())


def _across_commas(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """As in "Hezbollah, without whose leave few things are fired, denied": the noun before a parenthesis that closes right before the verb.

    It stands at the beginning, or behind a mark or a conjunction: 'position," Santos, a lawyer for the group, said'.
    """
    phrases = scene.parse.phrases
    if clause.verb < 4 or not _is_comma(scene, clause.verb - 1):
        return ()
    for mark in range(clause.verb - 2, 0, -1):
        if phrases[mark].kind == "PU" and scene.tokens[phrases[mark].start].text in _ENDS:
            return ()
        if not _is_comma(scene, mark) or phrases[mark - 1].kind != "NP":
            continue
        first = mark - 1
        while first >= 2 and phrases[first - 1].kind == "P" and phrases[first - 2].kind == "NP":
            first -= 2
        if first == 0 or phrases[first - 1].kind in {"PU", "CC", "SUB"}:
            named = mark + 1 == clause.verb - 2 and phrases[mark + 1].kind == "NP" and scene.parse.tags[phrases[mark + 1].head] == "NNP"
            return (mark + 1, first) if named and scene.parse.tags[phrases[first].head] != "NNP" else (first,)
    return ()


def _quote_between(scene: Scene, first: int, last: int) -> bool:
    """A quotation is opened or closed between two phrases: what stands inside it is no subject of what stands outside."""
    if (
        first > 0
        and scene.tokens[scene.phrase(first - 1).start].text in _QUOTES
        and scene.tokens[scene.phrase(first + 1).start].text in _QUOTES
    ):
        return False  # a name in quotation marks
    begin, end = scene.phrase(first).start, scene.phrase(last).start
    return sum(token.text in _QUOTES for token in scene.tokens[begin:end]) % 2 == 1


_QUOTES = frozenset({'"', "“", "”", "''"})
_ENDS = frozenset({'"', "”", "''", ";", ":", "“"})


def _is_comma(scene: Scene, at: int) -> bool:
    """The phrase is a comma or a dash."""
    return scene.phrase(at).kind == "PU" and scene.tokens[scene.phrase(at).start].text in {",", "—", "–", "--"}


def _nearest(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The noun phrase right before a verb for which the parse found no subject."""
    at = clause.verb - 1
    while at > 0 and scene.phrase(at).kind in {"RB", "TM"}:
        at -= 1
    return (at,) if at >= 0 and scene.phrase(at).kind == "NP" else ()


def speaker(scene: Scene, phrases: tuple[int, ...], aloud: bool = False) -> Party | None:
    """The party that speaks: the first of these noun phrases that can. `aloud`: the verb is one that only speakers are subjects of."""
    for at in phrases:
        if scene.governor(at) == "of" and at >= 2 and scene.phrase(at - 2).kind == "NP" and not scene.is_number(at - 2):
            at -= 2  # "the governor of Khartoum state": the governor speaks; of "three of the defendants", the defendants
        found = _speaker(scene, at) or (_anybody(scene, at) if aloud else None) or _of_several(scene, at)
        if found is not None:
            return found
    return None


def _of_several(scene: Scene, at: int) -> Party | None:
    """As in "three of the defendants": those of whom the number is, in all the words."""
    chain = scene.chain(at)
    if not scene.is_number(at) or not chain or chain[0][0] != "of":
        return None
    inner = _speaker(scene, chain[0][1][0]) or _anybody(scene, chain[0][1][0])
    start = scene.extent(at)[0]
    return replace(inner, name=scene.reading.document.text[start : inner.end], start=start) if inner is not None else None


def speakers_beside(scene: Scene, at: int, first: Party) -> tuple[Party, ...]:
    """Those who speak beside the speaker of this noun phrase: "police *and residents* said", "according to police *and a doctor*"."""
    phrases = scene.parse.phrases
    found: list[Party] = []
    place = at + 1
    inside = False
    while place + 1 < len(phrases):
        if phrases[place].kind == "P" and phrases[place + 1].kind == "NP" and scene.preposition(place) in _OF_WHOM:
            place, inside = place + 2, True  # what follows may belong to "the centre for control and co-ordination"
        elif phrases[place].kind == "CC" and scene.tokens[phrases[place].start].lower == "and" and phrases[place + 1].kind == "NP":
            other = _speaker(scene, place + 1) if not inside or scene.party(place + 1) is not None else None
            if other is None or pronoun(other) or other.key == first.key or _acts(scene, place + 1, at):
                return ()
            found.append(other)
            place += 2
        else:
            break
    return tuple(found)


def _acts(scene: Scene, at: int, speaker: int) -> bool:
    """The noun phrase is the subject of a verb of its own: "police said A died and residents fled"."""
    return any(at in clause.subjects and speaker not in clause.subjects and clause.verb > at for clause in scene.parse.clauses)


def _anybody(scene: Scene, at: int) -> Party | None:
    """Whoever says something aloud can speak, though no list knows the word: "the police service", "an organiser"."""
    phrase = scene.phrase(at)
    if phrase.kind != "NP" or scene.parse.tags[phrase.head] in {"CD", "VBG"} or scene.event(at) is not None or scene.place(at) is not None:
        return None
    if scene.thing(at, "targets") is not None or scene.thing(at, "weapons") is not None:
        return None  # houses and mines say nothing
    return _author(scene, at) if scene.head(at) in _STATEMENTS else _plain(scene, at)


def _speaker(scene: Scene, at: int) -> Party | None:
    if at >= 2 and scene.tokens[scene.phrase(at - 1).start].text == "(" and scene.phrase(at - 2).kind == "NP":
        return _before_bracket(scene, at)
    head, words = scene.head(at), scene.lowers(at)
    spokes = scene.words.roles.spokes
    party = scene.party(at)
    if party is not None and party.kind in _ANIMATE:
        if head in spokes and not party.id:
            return _author(scene, at) or party
        if party.id is None and party.kind in {Kind.PERSON, Kind.UNKNOWN}:
            return _apposed(scene, at) or party
        return party
    if words[-1] in _SPEAKING_THINGS or head in _SPEAKING_THINGS or head in spokes:
        return _author(scene, at) or _plain(scene, at)
    if head in scene.words.roles.kinds:
        return _plain(scene, at)
    if words[0] in _PRONOUNS:
        return Party(scene.text(at), *scene.extent(at), inferred=True) if words[0] != "it" or len(scene.parse.phrases) > 3 else None
    if words[0] in scene.words.speech.nobody or (words[0] in {"both", "all"} and len(words) <= 3):
        return _plain(scene, at)
    tags = scene.parse.tags[scene.phrase(at).start : scene.phrase(at).end]
    if "NNP" in tags and scene.event(at) is None:
        return _apposed(scene, at) or _plain(scene, at, Kind.PERSON if len(tags) <= 3 and scene.place(at) is None else Kind.UNKNOWN)
    return None


def _before_bracket(scene: Scene, at: int) -> Party | None:
    """As in "The Communist Party (Maoist) said": who speaks is named before the bracket, with all that leads to it."""
    first = at - 2
    while first >= 2 and scene.governor(first) in {"of", "for", "from"} and scene.phrase(first - 2).kind == "NP":
        first -= 2
    return _speaker(scene, first)


def _plain(scene: Scene, at: int, kind: Kind = Kind.UNKNOWN) -> Party:
    start, end = scene.extent(at)
    return Party(scene.text(at), start, end, scene.words.roles.kinds.get(scene.head(at), kind))


def _author(scene: Scene, at: int) -> Party | None:
    """Whose statement it is: "a statement from the ministry", "a spokesman for the Taliban", "an army statement"."""
    if scene.head(at) == "caller":
        return None
    for word, members in scene.chain(at)[:2]:
        if word in _OF_WHOM:
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
    return None


def _apposed(scene: Scene, at: int) -> Party | None:
    """The body for which a named person speaks, told behind the name: "Zabihullah Mujahid, a Taliban spokesman"."""
    phrases = scene.parse.phrases
    if (
        at + 2 >= len(phrases)
        or phrases[at + 1].kind != "PU"
        or scene.tokens[phrases[at + 1].start].text != ","
        or phrases[at + 2].kind != "NP"
    ):
        return None
    if scene.head(at + 2) not in scene.words.roles.spokes or scene.head(at + 2) in _STATEMENTS:
        return None
    body = scene.party(at + 2)
    if body is None or body.id is None:
        body = _author(scene, at + 2) or body
    if body is None:
        return None
    start, end = scene.extent(at)
    return replace(body, name=scene.text(at), start=start, end=end, inferred=True)
