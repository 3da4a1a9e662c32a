"""To whom a verb was done, where the grammar alone does not say.

Rules. A relative clause with a subject of its own is about the noun before it; "killed or wounded" share what stands behind the second; a
short past form in a headline, or joined to a passive, is a passive too.
"""

from __future__ import annotations

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.grammar import Clause
from ascribe.model.lexicon import Frame


def is_passive_in_short(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """ "Were killed or / wounded".

    The second verb takes over the first one's passive; "two fishermen shot dead" in a headline is passive too.
    """
    verb = scene.phrase(clause.verb)
    if verb.lemma == "burn" and not clause.objects and frame.effect == "killed":
        return True  # "burned to death in their car"
    if scene.tokens[verb.start].lower == "been":
        return True
    headline = verb.form == "finite" and verb.end - verb.start == 1 and scene.parse.tags[verb.head] in {"VBD", "VBN"} and not clause.objects
    if headline and frame.effect is not None and frame.subject == "actor" and len(clause.subjects) == 1 and clause.link == "":
        return (
            scene.count(clause.subjects[0]) is not None
            and scene.people(clause.subjects[0])
            and not any(c.verb != clause.verb for c in scene.parse.clauses)
        )
    if clause.link != "and" or clause.parent is None or clause.objects or frame.effect is None:
        return False
    parent = scene.parse.clauses[clause.parent]
    return verb.end - verb.start == 1 and scene.phrase(parent.verb).passive and parent.subjects == clause.subjects


def meant_patients(scene: Scene, clause: Clause, mention: Mention, patients: list[int]) -> list[int]:
    """To whom it was done where the parse names no object: "have abducted or killed thousands", "stabbed to death two soldiers"."""
    verb = scene.phrase(clause.verb)
    if (
        clause.link == "relative"
        and not verb.passive
        and mention.frame.subject == "actor"
        and not any(scene.is_somebody(at) for at in patients)
    ):
        whom = _antecedent(scene, clause)
        if whom is not None:
            return [whom]
    if patients or verb.passive:
        return patients
    if verb.lemma == "let":
        return [
            at for later in scene.parse.clauses if clause.verb < later.verb <= clause.verb + 2 for at in later.subjects if at > clause.verb
        ]
    if or_next(scene, clause):
        later = next((c for c in scene.parse.clauses if c.verb == clause.verb + 2), None)
        return scene.settle(later.objects) if later is not None else []
    if mention.frame.effect is not None and mention.end > scene.tokens[verb.head].end:
        behind = next(
            (prep for prep, _ in clause.preps if prep > clause.verb and scene.tokens[scene.phrase(prep).start].start < mention.end), None
        )
        if (
            behind is not None
            and behind + 1 < len(scene.parse.phrases)
            and scene.phrase(behind + 1).end > scene.phrase(behind + 1).start + 1
        ):
            return scene.settle([behind + 1])
        if behind is not None and behind + 2 < len(scene.parse.phrases) and scene.phrase(behind + 2).kind == "NP":
            return scene.settle([behind + 2])  # "stabbed / to / death / two soldiers"
    return patients


def _antecedent(scene: Scene, clause: Clause) -> int | None:
    """Whom a relative clause is about when its subject is another: "two nurses, whom the ELN had abducted"."""
    if not clause.subjects:
        return None
    before = min(clause.subjects) - 1
    if before < 1 or scene.phrase(before).kind != "WH" or scene.lowers(before)[0] not in {"whom", "that", "which", "who"}:
        return None
    at = before - 2 if scene.is_comma(before - 1) else before - 1
    while at >= 2 and scene.phrase(at - 1).kind == "P" and scene.phrase(at - 2).kind == "NP":
        at -= 2
    return at if at >= 0 and scene.phrase(at).kind == "NP" and scene.is_somebody(at) else None


def or_next(scene: Scene, clause: Clause) -> bool:
    """ "Killed or / wounded": another verb of harm is joined on by "or"."""
    phrases = scene.parse.phrases
    at = clause.verb
    return at + 2 < len(phrases) and phrases[at + 1].kind == "CC" and scene.lowers(at + 1) == ["or"] and phrases[at + 2].kind == "VG"
