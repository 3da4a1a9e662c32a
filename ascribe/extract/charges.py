"""Whose deed it is, by a verb that charges or claims: who is accused, and what is claimed.

Rules. "Blamed X for", "blamed it on X", "held X responsible", "at the door of X": X is charged. A claim is one of responsibility, of
credit, of "it", or of what a noun names. A charge that says for what, and names no happening and no victims, is about something else.
"""

from __future__ import annotations

import re

from ascribe.extract.mention import Mention, add_parties
from ascribe.extract.scene import Scene
from ascribe.extract.speech import Speech
from ascribe.extract.verdicts import party_at
from ascribe.model.grammar import Phrase
from ascribe.model.parties import ARMED, STATE, Kind, Party

_NO_PARTY = frozenset(
    "nobody anyone anybody none themselves each other blame responsibility finger fingers attack attacks killings it "
    "this that incident deaths".split()
)


def accuse(scene: Scene, mention: Mention, speech: Speech) -> bool:
    """Find the accused: "blamed X for", "accused X of", "blamed it on X". False when the sentence accuses nobody of this."""
    if speech.clause is None:
        return False
    clause = scene.parse.clauses[speech.clause]
    verb = scene.phrase(clause.verb)
    accused: list[Party] = []
    patients = clause.subjects if verb.passive or verb.form == "participle" else clause.objects
    for at in patients:
        party = party_at(scene, at)
        if party is not None and scene.event(at) is None and scene.head(at) not in _NO_PARTY:
            accused.append(party)
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"on", "to", "at"} and (speech.verb in {"blame", "attribute", "pin", "lay", "put", "point", "trace"}):
            accused.extend(
                party
                for at in members
                if (party := party_at(scene, at)) is not None and scene.event(at) is None and scene.head(at) not in _NO_PARTY
            )
    if not accused and speech.verb in {"hold", "lay", "lie", "point", "put", "blame", "attribute"}:
        accused.extend(_named_behind(scene, verb, "responsible" if speech.verb == "hold" else ""))
    if speech.source is not None:
        accused = [party for party in accused if party.key != speech.source.key]
    if not accused and speech.verb in {"blame", "accuse", "suspect"} and not verb.passive:
        accused.extend(_unknown(scene, at) for at in clause.objects if _can_be_accused(scene, at))
    if not accused:
        return bool(mention.actors) and speech.verb in {"suspect", "allege", "accuse", "charge"}
    mention.actors.clear()
    add_parties(mention.actors, accused)
    keys = {party.key for party in accused}
    mention.recipients[:] = [party for party in mention.recipients if party.key not in keys]
    return True


def _can_be_accused(scene: Scene, at: int) -> bool:
    """Whoever is blamed is somebody, though no list knows the word: "organised crime", "a rival faction"."""
    head = scene.head(at)
    return (
        scene.event(at) is None
        and head not in _NO_PARTY | _NOBODYS
        and scene.place(at) is None
        and scene.parse.tags[scene.phrase(at).head] != "PN"
    )


#: What is blamed and did nothing: causes, no doers.
_NOBODYS = frozenset(
    "drought weather rain rains floods climate error errors lack failure failures poverty delay delays policy rumours rumors".split()
)


def _unknown(scene: Scene, at: int) -> Party:
    return Party(scene.text(at), *scene.extent(at))


def _named_behind(scene: Scene, verb: Phrase, until: str) -> list[Party]:
    """The parties named behind the verb, up to a word: "holds the eastern column responsible", "at the door of two groups, X and Y"."""
    text = scene.reading.document.text
    begin = scene.tokens[verb.end - 1].end
    end = text.find(until, begin, scene.sentence.end) if until else scene.sentence.end
    stop = re.compile(r"[.;:]| for | and through | while | but ").search(text, begin, end if end > 0 else scene.sentence.end)
    end = stop.start() if stop else end if end > 0 else scene.sentence.end
    named = [p for p in scene.reading.parties if begin <= p.start and p.end <= end and p.kind not in {Kind.MEDIA, Kind.CIVILIANS}]
    if not named:
        named = [p for p in scene.reading.names if begin <= p.start and p.end <= end]
    return [p for p in named if p.id or p.kind in ARMED | STATE]


def refers_back(scene: Scene, number: int) -> bool:
    """A relative clause is about what it hangs on: "the action, which he blamed on them", not "shells which he blamed on them"."""
    clause = scene.parse.clauses[number]
    if clause.link != "relative":
        return True
    for at in range(clause.verb - 1, 0, -1):
        if scene.phrase(at).kind == "WH":
            if not any(phrase.kind == "NP" for phrase in scene.parse.phrases[at + 1 : clause.verb]):
                return True  # "the army, which accused the rebels"
            before = at - 2 if scene.phrase(at - 1).kind == "PU" else at - 1
            return before >= 0 and scene.phrase(before).kind == "NP" and (scene.event(before) is not None or scene.head(before) in _REFERS)
    return False


def is_claim(scene: Scene, speech: Speech, cue: str, lowered: str) -> bool:
    """The words claim a deed: responsibility, credit, "it"."""
    if "responsib" in lowered[:60] or "credit" in cue or lowered.startswith("owned up") or _objects_it(scene, speech):
        return True
    if speech.clause is None:
        return False
    clause = scene.parse.clauses[speech.clause]
    if clause.link in {"participle", "relative"} and any(p for p, _ in clause.preps if scene.preposition(p) == "by"):
        return any(
            scene.event(at) is not None or scene.head(at) in {"bomb", "bombs", "mine", "device", "blast"}
            for at in range(max(0, clause.verb - 3), clause.verb)
        )
    return any(scene.head(at) in {"responsibility", "credit"} for at in scene.parse.clauses[speech.clause].subjects)


def on_behalf(scene: Scene) -> Party | None:
    """The group for which a caller claims: "on behalf of", "in the name of"."""
    words = [token.lower for token in scene.tokens]
    for at in range(len(words) - 2):
        if words[at : at + 3] in (["on", "behalf", "of"], ["in", "the", "name"], ["in", "name", "of"]):
            later = next(
                (n for n, p in enumerate(scene.parse.phrases) if p.kind == "NP" and p.start > at + 2 and scene.party(n) is not None), None
            )
            return scene.party(later) if later is not None else None
    return None


def says_for_what(scene: Scene, speech: Speech) -> bool:
    """The charge says for what: then it is not the happening told last."""
    if speech.clause is None:
        return False
    clause = scene.parse.clauses[speech.clause]
    for prep, members in clause.preps:
        if (
            prep > clause.verb
            and scene.preposition(prep) in {"for", "of"}
            and not any(scene.lowers(at)[-1] in _REFERS or scene.event(at) is not None or scene.people(at) for at in members)
        ):
            return True
    text = scene.reading.document.text
    charge = re.compile(
        r"\bof (?:\w+ly )?(?:not )?(?!carrying|being (?:behind|responsible|involved)|committing|perpetrating|staging|"
        r"planting|attacking|ordering|launching|firing)\w+ing\b"
    ).search(text, speech.verb_end, scene.sentence.end)
    return charge is not None


_REFERS = frozenset("it this that incident deaths death act crime toll losses outrage violence action actions".split())


def _objects_it(scene: Scene, speech: Speech) -> bool:
    if speech.clause is None or speech.verb not in {"claim", "acknowledge", "admit"}:
        return False
    clause = scene.parse.clauses[speech.clause]
    asked = (*clause.objects, *clause.subjects) if scene.phrase(clause.verb).passive else clause.objects
    return any(
        scene.lowers(at) in (["it"], ["this"], ["them"], ["that", "one"]) or scene.head(at) in {"incident", "operation", "one", "launch"}
        for at in asked
    )
