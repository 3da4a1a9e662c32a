"""Tolls told without an event word: "the death toll rose to 276", "officials put the toll at 20", "no casualties were reported".

They add figures to a happening told before; they are never happenings of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascribe.extract.accidents import is_accident
from ascribe.extract.aggregates import told_together
from ascribe.extract.casualties import is_civilian
from ascribe.extract.leftovers import EFFECT_WORDS, TOLL, catch, taken_figures
from ascribe.extract.losses import LOSSES, is_statement, loss, named_dead, nobody, parts_of_the_dead
from ascribe.extract.mention import Mention, add_spans
from ascribe.extract.scene import LOCATIVE, Scene
from ascribe.model.claims import Casualty, Count, Effect, EventType, Granularity, Side


def tolls(scene: Scene, known: list[Mention]) -> list[Mention]:
    """Mentions of tolls in one sentence that no event word has told yet."""
    catch(scene, known)
    found = list(_told(scene, known))
    if not known:
        catch(scene, found)
    return found


def _told(scene: Scene, known: list[Mention]) -> Iterator[Mention]:
    taken = taken_figures(known)
    frame = scene.words.events.verbs["die"]
    for at, part in parts_of_the_dead(scene):
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
        if head in TOLL and (head not in {"figure", "number", "tally", "count"} or _is_changed(scene, at)):
            found = [(_toll_effect(scene, at), count) for count in _toll_counts(scene, at)]
        elif head in LOSSES:
            counted = loss(scene, at)
            if counted is not None and scene.event(at) is None and is_statement(scene, at, counted):
                found = [(LOSSES[head], counted)]
            elif counted is None and head == "dead":
                named = named_dead(scene, at)
                found = named[:1] or [(Effect.KILLED, count) for count in _toll_counts(scene, at)]
        elif scene.lowers(at)[0] in {"nobody", "no-one", "none", "no"} and head in {"nobody", "one", "no-one", "none"}:
            found = nobody(scene, at)
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
    """What the number is of: "the injury toll", "the number of wounded"."""
    end = scene.phrase(at).end
    behind = [token.lower for token in scene.tokens[end : end + 3]]
    words = (*scene.lowers(at), *(behind if behind[:1] == ["of"] else ()))
    return next((effect for word in words if (effect := _COUNTED.get(word, Effect.KILLED)) is not Effect.KILLED), Effect.KILLED)


_COUNTED = LOSSES | EFFECT_WORDS


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
