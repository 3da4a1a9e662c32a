"""Tolls told without an event word: "the death toll rose to 276", "officials put the toll at 20", "no casualties were reported".

They add figures to a happening told before; they are never happenings of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascribe.extract.accidents import is_accident
from ascribe.extract.aggregates import told_together
from ascribe.extract.casualties import is_civilian
from ascribe.extract.mention import Mention, add_spans
from ascribe.extract.scene import LOCATIVE, Scene
from ascribe.model.claims import Casualty, Count, Effect, EventType, Granularity, Side

_TOLL = frozenset({"toll", "tolls", "count", "figure", "tally", "number", "dead-toll"})
_LOSSES = {
    "casualties": Effect.KILLED, "casualty": Effect.KILLED, "deaths": Effect.KILLED, "fatalities": Effect.KILLED, "dead": Effect.KILLED,
    "injuries": Effect.INJURED, "wounded": Effect.INJURED, "injured": Effect.INJURED, "victims": Effect.KILLED, "losses": Effect.KILLED,
    "bodies": Effect.KILLED, "corpses": Effect.KILLED, "body": Effect.KILLED, "corpse": Effect.KILLED, "missing": Effect.MISSING, "lives": Effect.KILLED, "death": Effect.KILLED, "injury": Effect.INJURED,
}  # fmt: skip


def tolls(scene: Scene, known: list[Mention]) -> list[Mention]:
    """Mentions of tolls in one sentence that no event word has told yet."""
    _catch(scene, known)
    found = list(_told(scene, known))
    if not known:
        _catch(scene, found)
    return found


def _told(scene: Scene, known: list[Mention]) -> Iterator[Mention]:
    taken = _taken(known)
    frame = scene.words.events.verbs["die"]
    for at, part in _parts(scene):
        if part.count.start not in taken:
            taken.add(part.count.start)
            start, end = scene.extent(at)
            mention = Mention(scene.number, start, end, frame, EventType.ASSAULT, clause=scene.clause_of(at), reference="toll")
            mention.parts.append(part)
            mention.extent = (
                (start, scene.extent(scene.parse.clauses[mention.clause].objects[-1])[1])
                if mention.clause is not None and scene.parse.clauses[mention.clause].objects
                else (start, end)
            )
            yield mention
    for at, phrase in enumerate(scene.parse.phrases):
        if phrase.kind != "NP":
            continue
        head = scene.head(at)
        found: list[tuple[Effect, Count]] = []
        named: list[tuple[Effect, Count]] = []
        if head in _TOLL and (head not in {"figure", "number", "tally", "count"} or _is_changed(scene, at)):
            found = [(_toll_effect(scene, at), count) for count in _toll_counts(scene, at)]
        elif head in _LOSSES:
            counted = _loss(scene, at)
            if counted is not None and scene.event(at) is None and _is_statement(scene, at, counted):
                found = [(_LOSSES[head], counted)]
            elif counted is None and head == "dead":
                named = _named_dead(scene, at)
                found = named[:1] or [(Effect.KILLED, count) for count in _toll_counts(scene, at)]
        elif scene.lowers(at)[0] in {"nobody", "no-one", "none", "no"} and head in {"nobody", "one", "no-one", "none"}:
            found = _nobody(scene, at)
        if _is_wounded_people(scene, at):
            found = [(Effect.INJURED, count) for count in [scene.count(at)] if count is not None]
        for effect, count in found:
            if count.start in taken:
                continue
            taken.add(count.start)
            start, end = scene.extent(at)
            between = any(start <= other.start < count.start for other in known)
            told = count.start if between else start  # a toll is told behind its happening: "their count for the blasts to 81"
            mention = Mention(
                scene.number, told, max(end, count.end), frame, EventType.ASSAULT, clause=scene.clause_of(at), reference="toll"
            )
            if (
                head in {"bodies", "corpses", "body", "corpse"}
                and _are_found(scene, at)
                and scene.lowers(at)[0] not in {"their", "those", "these"}
                and not known
            ):
                mention.reference = "verb"
                _where_and_when(scene, mention)
            who, whom = _whose(scene, at, count)
            if head in {"casualties", "casualty"} and count.figures != (0, 0, 0):
                mention.victims = count  # dead and hurt told together
            else:
                mention.casualties.append(
                    Casualty(effect, who, Side.UNKNOWN, is_civilian(scene.party(whom), who) if whom is not None else None, count)
                )
            for other, more in named[1:]:
                who, whom = _whose(scene, at, more)
                mention.casualties.append(
                    Casualty(other, who, Side.UNKNOWN, is_civilian(scene.party(whom), who) if whom is not None else None, more)
                )
                taken.add(more.start)
            _over_time(scene, at, mention)
            mention.extent = (min(start, count.start), max(end, count.end))
            if not is_accident(scene, mention):
                yield mention


def _loss(scene: Scene, at: int) -> Count | None:
    """The number of a loss: "12 deaths", "the deaths of 12 people"; none at all: "without causing casualties", "no reports of injuries"."""
    counted = scene.count(at)
    if counted is not None:
        return counted
    if _is_denied(scene, at):
        quote = scene.phrase_quote(at)
        return Count(0, 0, 0, quote.exact, quote.start, quote.end)
    chain = scene.chain(at)
    if scene.head(at) in {"deaths", "death", "bodies", "corpses", "lives", "body", "corpse"} and chain and chain[0][0] == "of":
        return scene.people_count(chain[0][1][0])
    return None


def _is_denied(scene: Scene, at: int) -> bool:
    """ "Without causing casualties", "did not cause any casualties", "there were no casualties", "no reports of casualties"."""
    if scene.governor(at) == "without":
        return True
    if scene.governor(at) == "of" and at >= 2 and (counted := scene.count(at - 2)) is not None and counted.figures == (0, 0, 0):
        return True
    clause = next((c for c in scene.parse.clauses if at in c.objects), None)
    if clause is None:
        return False
    before = scene.phrase(clause.verb - 1) if clause.verb else None
    return (
        scene.phrase(clause.verb).negated or (before is not None and before.kind == "P" and scene.preposition(clause.verb - 1) == "without")
    )


def _named_dead(scene: Scene, at: int) -> list[tuple[Effect, Count]]:
    """ "The dead were 33 attackers, 21 hostages and four soldiers": each group that the verb names."""
    clause = next((c for c in scene.parse.clauses if at in c.subjects and scene.phrase(c.verb).lemma in {"be", "include"}), None)
    if clause is None or scene.phrase(clause.verb).lemma == "include":
        return []
    return [(Effect.KILLED, count) for member in clause.objects if (count := scene.people_count(member)) is not None]


def _taken(known: list[Mention]) -> set[int]:
    """Where the figures stand that mentions have already told."""
    figures = {casualty.count.start for mention in known for casualty in (*mention.casualties, *mention.parts)}
    return figures | {
        count.start for mention in known for count in (mention.victims, mention.occurrences, mention.sites) if count is not None
    }


_BROUGHT = frozenset("take treat admit receive evacuate bring carry fly transfer".split())


def _is_wounded_people(scene: Scene, at: int) -> bool:
    """ "Took 34 wounded civilians to hospital", "took in 43 wounded"."""
    words = scene.lowers(at)
    clause = next((c for c in scene.parse.clauses if at in c.objects or at in c.subjects), None)
    return bool({"wounded", "injured"} & set(words)) and clause is not None and scene.phrase(clause.verb).lemma in _BROUGHT


def _are_found(scene: Scene, at: int) -> bool:
    """The bodies are found, not buried or counted."""
    clauses = [c for c in scene.parse.clauses if at in c.subjects or at in c.objects]
    return any(scene.phrase(clause.verb).lemma in {"find", "discover", "recover", "dump", "lie"} for clause in clauses)


def _where_and_when(scene: Scene, mention: Mention) -> None:
    """Places and times of the clause, where a toll tells of a happening of its own."""
    if mention.clause is None:
        return
    for prep, members in scene.parse.clauses[mention.clause].preps:
        if scene.preposition(prep) in LOCATIVE:
            for member in members:
                add_spans(mention.places, scene.places_within(member))
    add_spans(mention.times, scene.clause_time(mention.clause))


def _over_time(scene: Scene, at: int, mention: Mention) -> None:
    """ "2,600 dead since January 2004": a toll of many happenings; the day on which a toll was told is not when it happened."""
    mention.times.extend(scene.noun_times(at))
    if mention.clause is not None:
        add_spans(mention.times, scene.clause_time(mention.clause))
    told_together(scene, mention)
    if mention.granularity is Granularity.SINGLE:
        mention.times.clear()


def _whose(scene: Scene, at: int, count: Count) -> tuple[str, int | None]:
    """The words that the figure stands in, and the phrase that names the people."""
    for place, phrase in enumerate(scene.parse.phrases):
        if phrase.kind == "NP" and scene.extent(place)[0] <= count.start < scene.extent(place)[1]:
            return scene.who(place) if place != at else scene.text(at), place
    return scene.text(at), None


_EFFECT_WORDS = {
    "killed": Effect.KILLED, "dead": Effect.KILLED, "died": Effect.KILLED, "slain": Effect.KILLED, "murdered": Effect.KILLED, "massacred": Effect.KILLED,
    "executed": Effect.KILLED, "beheaded": Effect.KILLED, "assassinated": Effect.KILLED, "wounded": Effect.INJURED, "injured": Effect.INJURED,
    "hurt": Effect.INJURED, "kidnapped": Effect.ABDUCTED, "abducted": Effect.ABDUCTED, "arrested": Effect.ARRESTED, "detained": Effect.ARRESTED,
    "displaced": Effect.DISPLACED, "missing": Effect.MISSING, "killing": Effect.KILLED, "wounding": Effect.INJURED, "injuring": Effect.INJURED,
    "abducting": Effect.ABDUCTED, "arresting": Effect.ARRESTED, "kidnapping": Effect.ABDUCTED, "displacing": Effect.DISPLACED, "uprooted": Effect.DISPLACED,
    "shot": Effect.KILLED, "homeless": Effect.DISPLACED, "fled": Effect.DISPLACED,
}  # fmt: skip


def _catch(scene: Scene, known: list[Mention]) -> None:
    """Numbers of people beside a word of harm that no clause accounted for go to the nearest mention.

    A net under the grammar: "Thirty-five men, all of them farmers, were killed"; "three dead and 26 hurt".
    """
    taken = _taken(known)
    for at, token in enumerate(scene.tokens):
        effect = _EFFECT_WORDS.get(token.lower)
        if effect is None:
            continue
        if token.lower == "shot" and (at + 1 >= len(scene.tokens) or scene.tokens[at + 1].lower != "dead"):
            continue
        phrase = _counted_beside(scene, at, taken)
        if phrase is None or (scene.governor(phrase) == "to" and any(word in _TOLL for word in _lowers(scene))):
            continue
        who, counted = scene.who(phrase), scene.count(phrase)
        if counted is None or counted.start in taken or counted.figures == (0, 0, 0):
            continue
        mention = _nearest(known, token.start, effect)
        if mention is None or (scene.head(phrase) == token.lower and any(c.effect is effect for c in mention.casualties)):
            continue  # a second figure for one effect is another toll
        taken.add(counted.start)
        listed = mention.parts if _of_them(scene, phrase) and any(c.effect is effect for c in mention.casualties) else mention.casualties
        listed.append(Casualty(effect, who, Side.UNKNOWN, None, counted))
        mention.extent = (min(mention.extent[0], counted.start), max(mention.extent[1], token.end))


def _of_them(scene: Scene, at: int) -> bool:
    """ "Seven of them": a part of those just counted."""
    chain = scene.chain(at)
    return bool(chain) and chain[0][0] == "of" and scene.head(chain[0][1][0]) in {"them", "whom", "these", "those"}


def _parts(scene: Scene) -> Iterator[tuple[int, Casualty]]:
    """ "Seven of the dead were policemen": the phrase and the part of a toll told elsewhere."""
    for clause in scene.parse.clauses:
        if scene.phrase(clause.verb).lemma != "be" or not clause.objects:
            continue
        for at in clause.subjects:
            chain = scene.chain(at)
            counted = scene.count(at)
            if counted is None or not chain or chain[0][0] != "of" or scene.head(chain[0][1][0]) not in _THE_DEAD:
                continue
            who, effect = scene.text(clause.objects[0]), _THE_DEAD[scene.head(chain[0][1][0])]
            yield at, Casualty(effect, who, Side.UNKNOWN, is_civilian(scene.party(clause.objects[0]), who), counted)


_THE_DEAD = {"dead": Effect.KILLED, "victims": Effect.KILLED, "killed": Effect.KILLED, "wounded": Effect.INJURED, "injured": Effect.INJURED}


def _lowers(scene: Scene) -> list[str]:
    return [token.lower for token in scene.tokens]


def _counted_beside(scene: Scene, at: int, taken: set[int]) -> int | None:
    """The counted people before a participle or right behind an active verb."""
    own = next((n for n, p in enumerate(scene.parse.phrases) if p.start <= at < p.end), None)
    if own is None:
        return None
    phrases = scene.parse.phrases
    if phrases[own].kind == "NP" and scene.count(own) is not None:
        return own
    active = scene.tokens[at].lower.endswith("ing") or (
        phrases[own].kind == "VG" and not phrases[own].passive and phrases[own].form == "finite"
    )
    if active and own + 1 < len(phrases) and phrases[own + 1].kind == "NP" and _is_people(scene, own + 1):
        return own + 1
    if active and scene.tokens[at].lower not in {"died", "fled"}:
        return None
    steps = 0
    for place in range(own - 1, -1, -1):
        phrase = phrases[place]
        if phrase.kind == "NP" and _is_people(scene, place) and scene.count(place).start not in taken:  # type: ignore[union-attr]
            return place
        steps += phrase.kind in {"NP", "VG"}
        if steps > 2 or phrase.kind == "SUB" or (phrase.kind == "PU" and scene.tokens[phrase.start].text in ";:"):
            return None
    return None


def _is_people(scene: Scene, at: int) -> bool:
    """A number of people, or a bare number."""
    counted = scene.count(at)
    if counted is None or scene.event(at) is not None:
        return False
    words = scene.lowers(at)
    return (
        scene.people(at)
        or scene.parse.tags[scene.phrase(at).head] == "CD"
        or words[-1] in {"others", "men", "people", "sikhs", "muslims", "nationals"}
        or scene.tokens[scene.phrase(at).head].text[:1].isupper()
    )


def _nearest(known: list[Mention], offset: int, effect: Effect) -> Mention | None:
    """The mention of violence (or of arrests) that stands nearest."""
    wanted = {EventType.COERCE} if effect is Effect.ARRESTED else {EventType.ASSAULT, EventType.PROTEST}
    fitting = [mention for mention in known if mention.type in wanted]
    return min(fitting, key=lambda mention: abs(mention.start - offset), default=None)


def _is_changed(scene: Scene, at: int) -> bool:
    """A figure or number that is put, raised or revised is a toll."""
    clause = next((c for c in scene.parse.clauses if at in c.subjects or at in c.objects), None)
    return clause is not None and scene.phrase(clause.verb).lemma in {
        "put",
        "raise",
        "rise",
        "revise",
        "lower",
        "climb",
        "reach",
        "stand",
        "update",
        "give",
        "list",
        "increase",
    }


def _toll_effect(scene: Scene, at: int) -> Effect:
    return Effect.INJURED if {"injury", "injured", "wounded"} & set(scene.lowers(at)) else Effect.KILLED


def _toll_counts(scene: Scene, at: int) -> list[Count]:
    """Every number that a toll is put at, rises to, stands at."""
    found = []
    phrases = scene.parse.phrases
    own = scene.count(at)
    if own is not None and own.figures != (0, 0, 0):
        found.append(own)
    place = at + 1
    while place < len(phrases):
        if phrases[place].kind == "P" and scene.preposition(place) in {"at", "to", "of", "from"} and place + 1 < len(phrases):
            count = scene.count(place + 1) if phrases[place + 1].kind == "NP" else None
            if count is not None and scene.preposition(place) != "from":
                found.append(count)
        elif phrases[place].kind == "SUB" or (phrases[place].kind == "PU" and scene.tokens[phrases[place].start].text in ";:"):
            break
        elif (
            phrases[place].kind == "NP"
            and phrases[place - 1].kind == "VG"
            and scene.phrase(place - 1).lemma in {"reach", "exceed", "be", "pass"}
        ):
            count = scene.count(place)
            if count is not None:
                found.append(count)
        place += 1
    return found[:3]


def _is_statement(scene: Scene, at: int, counted: Count) -> bool:
    """The losses are told of, not spoken about: "no casualties were reported", "there were 12 deaths", "12 dead"."""
    clauses = [c for c in scene.parse.clauses if at in c.subjects or at in c.objects]
    if not clauses:
        return counted.figures == (0, 0, 0) or scene.head(at) in {"dead", "wounded", "injured"}
    lemmas = {scene.phrase(clause.verb).lemma for clause in clauses}
    return (
        counted.figures == (0, 0, 0)
        or lemmas
        & {
            "report",
            "be",
            "suffer",
            "cause",
            "leave",
            "count",
            "record",
            "have",
            "find",
            "confirm",
            "sustain",
            "bring",
            "result",
            "make",
            "recover",
            "receive",
            "inflict",
            "list",
            "say",
            "put",
            "total",
            "claim",
        }
        != set()
    )


def _nobody(scene: Scene, at: int) -> list[tuple[Effect, Count]]:
    """ "Nobody died", "no one was hurt": none at all."""
    clause = next((c for c in scene.parse.clauses if at in c.subjects), None)
    if clause is None:
        return []
    lemma = scene.phrase(clause.verb).lemma
    effects = {
        "die": Effect.KILLED,
        "kill": Effect.KILLED,
        "hurt": Effect.INJURED,
        "injure": Effect.INJURED,
        "wound": Effect.INJURED,
        "harm": Effect.INJURED,
    }
    if lemma not in effects:
        return []
    quote = scene.phrase_quote(at)
    return [(effects[lemma], Count(0, 0, 0, quote.exact, quote.start, quote.end))]
