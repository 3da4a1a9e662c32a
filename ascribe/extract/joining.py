"""Mentions of one sentence that tell of one happening, joined into one.

Rules. What hangs on a verb as participle, relative clause or second verb of the same subject tells of the same happening, as long as days
and places of their own do not part them. A verb that tells only a toll belongs to the happening nearest to it. "The strikes involved
ambushes and sniper fire" is one happening with several tactics. A semicolon, "while" and "another" part happenings.
"""

from __future__ import annotations

from ascribe.extract.mention import TOLLS, Mention, add_parties
from ascribe.extract.scene import Scene
from ascribe.model.claims import EventType, Granularity


def joined(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Join mentions that the grammar ties together; see the module's rule on verbs that tell only a toll."""
    found = _without_echoes(found)
    by_phrase = {mention.phrase: mention for mention in found if mention.noun}
    owner: dict[int, Mention] = {}

    def root(mention: Mention) -> Mention:
        while id(mention) in owner:
            mention = owner[id(mention)]
        return mention

    for mention in found:
        for link in mention.links:
            other = by_phrase.get(link)
            if (
                other is not None
                and root(other) is not root(mention)
                and (_may_join(root(other), root(mention)) or _says_its_effect(root(other), mention))
            ):
                owner[id(root(mention))] = root(other)
    for at, mention in enumerate(found):
        shared = next(
            (
                other
                for other in found[:at]
                if other.type is mention.type and {w.start for w in other.weapons} & {w.start for w in mention.weapons}
            ),
            None,
        )
        if shared is not None and root(shared) is not root(mention) and not _apart(shared, mention):
            owner[id(root(mention))] = root(shared)
    for mention in found:
        twin = _twin(scene, mention, found)
        if twin is not None and root(twin) is not root(mention):
            owner[id(root(twin))] = root(mention)
    for mention in found:
        same = _said_again(scene, mention, found)
        if same is not None and root(same) is not root(mention):
            owner[id(root(mention))] = root(same)
    for mention in found:
        told = _told_by(scene, mention, found)
        if told is not None and root(told) is not root(mention):
            owner[id(root(mention))] = root(told)
    for mention in found:
        if id(mention) in owner or (mention.noun and not mention.is_toll):
            continue
        partner = _partner(scene, mention, found)
        if partner is not None and root(partner) is not mention:
            owner[id(mention)] = root(partner)
    for mention in found:
        if id(mention) in owner:
            root(mention).take(mention)
    return [mention for mention in found if id(mention) not in owner]


def _without_echoes(found: list[Mention]) -> list[Mention]:
    """One ceasefire is one record: "a ceasefire was agreed upon" is no agreement beside it. Who agreed is who fought, unless it is said."""
    truces = [mention for mention in found if mention.type in {EventType.RETREAT, EventType.AGREE} and mention.noun]
    kept = [m for m in found if not (m.type is EventType.AGREE and not m.noun and any(t.clause == m.clause for t in truces))]
    fights = [mention for mention in found if mention.frame.subject == "sides" and len(mention.actors) > 1]
    for truce in truces:
        if not truce.actors and fights and truce.mode == "ceasefire":
            add_parties(truce.actors, fights[-1].actors)
    return kept


def _told_by(scene: Scene, mention: Mention, found: list[Mention]) -> Mention | None:
    """ "The strikes involved ambushes and sniper fire": what stands behind "involved" are tactics of what stands before it."""
    if not mention.noun or mention.phrase is None:
        return None
    for clause in scene.parse.clauses:
        verb = scene.phrase(clause.verb)
        if verb.lemma not in {"involve", "include", "range", "comprise", "feature", "consist"} or clause.verb > mention.phrase:
            continue
        subjects = clause.subjects or ((clause.verb - 1, clause.verb - 2) if verb.form == "ing" else ())
        whole = next((other for other in found if other.noun and other.phrase in subjects and other is not mention), None)
        if whole is None and verb.form == "ing":
            before = [other for other in found if other.noun and other.phrase is not None and other.phrase < clause.verb]
            whole = before[-1] if before else None
        last = clause.verb
        for at in range(clause.verb + 1, mention.phrase + 1):
            if scene.phrase(at).kind in {"VG", "SUB", "WH"}:
                break
            last = at
        if whole is not None and whole.type is mention.type and last == mention.phrase:
            return whole
    return None


#: Event nouns that say nothing of the manner, so that they may stand for any other.
_PLAIN = frozenset({"attack", "strike", "kill", "massacre", "raid", "violence"})


def _twin(scene: Scene, mention: Mention, found: list[Mention]) -> Mention | None:
    """As in "shot and killed a boy": two verbs with "and" between them and one object tell one deed. The second has the object."""
    if mention.noun or mention.clause is None:
        return None
    verb = scene.parse.clauses[mention.clause].verb
    if verb < 2 or scene.phrase(verb - 1).kind != "CC" or scene.phrase(verb - 2).kind != "VG":
        return None
    before = [o for o in found if not o.noun and o.clause is not None and scene.parse.clauses[o.clause].verb == verb - 2]
    return next((other for other in before if other.type is mention.type), None)


def _said_again(scene: Scene, mention: Mention, found: list[Mention]) -> Mention | None:
    """The happening that a later noun of the sentence names again: "the bombing, an attack on a market, was a massacre"; "the blast"."""
    if not mention.noun or mention.phrase is None or mention.type is not EventType.ASSAULT:
        return None
    for other in found:
        if (
            other is mention
            or other.start > mention.start
            or other.type is not mention.type
            or other.granularity is not mention.granularity
        ):
            continue
        if _apart(mention, other) or not _alike(mention, other):
            continue
        if (
            mention.reference == "definite"
            and not _own_roles(mention)
            and not other.is_toll
            and other.sentence == mention.sentence
            and not _after(scene, mention)
        ):
            return other
        if not other.noun or other.phrase is None or mention.reference != "indefinite":
            continue
        remark = (
            mention.phrase >= 1
            and scene.is_comma(mention.phrase - 1)
            and not any(scene.phrase(at).kind == "VG" for at in range(other.phrase, mention.phrase))
        )
        copula = any(
            other.phrase in clause.subjects and mention.phrase in clause.objects and scene.phrase(clause.verb).lemma == "be"
            for clause in scene.parse.clauses
        )
        if remark or copula:
            return other
    return None


def _alike(mention: Mention, other: Mention) -> bool:
    """Both may be words for one happening: a shared tactic, or one that says nothing of the manner."""
    return bool(set(mention.tactics) & set(other.tactics)) or mention.frame.name in _PLAIN or not mention.tactics


def _own_roles(mention: Mention) -> bool:
    """It is told with a victim, place or time of its own."""
    return bool(mention.recipients or mention.targets or mention.places or mention.times or mention.casualties)


def _after(scene: Scene, mention: Mention) -> bool:
    """ "After the attack", "since the raid", "in response to the strikes": another happening that came before."""
    return mention.phrase is not None and scene.governor(mention.phrase) in {
        "after",
        "since",
        "before",
        "for",
        "to",
        "following",
        "of",
        "until",
        "from",
    }


def _says_its_effect(event: Mention, mention: Mention) -> bool:
    """ "A wave of bombings hit Baghdad": the verb adds to the happening that is its subject."""
    return not mention.noun and (mention.frame.weak or mention.frame.name in TOLLS) and event.type is mention.type


def _may_join(left: Mention, right: Mention) -> bool:
    return (
        left.type is right.type and (left.granularity is right.granularity or left.is_toll or right.is_toll) and left.reference != "another"
    ) or (left.type is right.type and right.is_toll)


def _partner(scene: Scene, mention: Mention, found: list[Mention]) -> Mention | None:
    """The mention in this sentence that this one is part of."""
    if mention.clause is None or mention.type is not EventType.ASSAULT:
        return None
    clause = scene.parse.clauses[mention.clause]
    best: Mention | None = None
    for other in found:
        if other is mention or other.type is not EventType.ASSAULT or other.clause is None:
            continue
        if (other.frame.name == "shootdown") != (mention.frame.name == "shootdown") and not mention.is_toll:
            continue  # who shoots a drone down did not launch it
        if not other.noun and other.frame.name in TOLLS and other.granularity is not Granularity.SINGLE:
            continue  # "where bandits have killed thousands"
        if _between(scene, other, mention, {";"}) or (not mention.is_toll and other.is_toll):
            continue
        if other.start > mention.start and not (mention.is_toll and not other.is_toll):
            continue
        tied = clause.parent is not None and _ancestor(scene, mention.clause, other.clause)
        same_subject = clause.link == "and" and other.clause is not None and tied
        is_participle = clause.link == "participle" and tied
        relative = clause.link == "relative" and mention.is_toll and other.noun
        where = relative and (_relative_word(scene, mention.clause) in {"where", "which", "that"})
        toll_beside = mention.is_toll and (not _between(scene, other, mention, {"while", "whereas"})) and not _apart(mention, other)
        if is_participle or (same_subject and not _apart(mention, other)) or where or toll_beside:
            if where:
                if _nearest_noun(found, mention) is other:
                    return other
                continue
            if best is None or abs(mention.start - other.start) < abs(mention.start - best.start):
                best = other
    return best


def _chained(scene: Scene, mention: Mention, other: Mention) -> bool:
    """The relative clause hangs on a place or target of the event noun: "an explosion in a hall in M'lang, which left three dead"."""
    if other.phrase is None or mention.clause is None:
        return False
    members = {other.phrase, *(m for _, listed in scene.chain(other.phrase) for m in listed)}
    subjects = set(scene.parse.clauses[mention.clause].subjects)
    return bool(members & subjects) or (any(m < scene.parse.clauses[mention.clause].verb for m in members) and not subjects)


def _nearest_noun(found: list[Mention], mention: Mention) -> Mention | None:
    """The event noun told last before this mention."""
    before = [other for other in found if other.noun and other.start < mention.start]
    return before[-1] if before else None


def _apart(mention: Mention, other: Mention) -> bool:
    """They have places or times of their own that differ."""
    places = (
        {p.key for p in mention.places}
        and {p.key for p in other.places}
        and not ({p.key for p in mention.places} & {p.key for p in other.places})
    )
    times = mention.times and other.times and not any(a.overlaps(b) for a in mention.times for b in other.times)
    return bool(places) or bool(times)


def _ancestor(scene: Scene, clause: int, ancestor: int) -> bool:
    step: int | None = clause
    for _ in range(8):
        if step is None:
            return False
        if step == ancestor:
            return True
        step = scene.parse.clauses[step].parent
    return False


def _relative_word(scene: Scene, number: int) -> str:
    verb = scene.parse.clauses[number].verb
    for at in range(verb - 1, max(-1, verb - 10), -1):
        if scene.phrase(at).kind == "WH":
            return scene.lowers(at)[0]
        if scene.phrase(at).kind in {"VG", "SUB"}:
            break
    return ""


def _between(scene: Scene, left: Mention, right: Mention, words: set[str]) -> bool:
    """One of the words stands between the two."""
    low, high = sorted((left.start, right.start))
    return any(token.lower in words for token in scene.tokens if low < token.start < high)
