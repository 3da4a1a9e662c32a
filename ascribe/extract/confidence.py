"""How sure a claim is: signs of what it rests on, weighed by what was fitted on gold.

The signs are plain: which part found it, how sure the encoder is of its word, type and stance, whether a source, parties, places, days
and figures were read. Their weights come from the corpus' development part (docs/benchmarks.md, calibration), so that of claims at 0.8
about 80 % are right: happening, source, stance and figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from ascribe.extract.accounts import Account
from ascribe.extract.mention import Mention
from ascribe.model.claims import EventType, Granularity, Modality, Stance
from ascribe.model.decisions import logit
from ascribe.model.times import Basis, TimeInterval


def signs(bundle: Sequence[Account], whole: Mention, best: Account, time: TimeInterval, about: float | None = None) -> dict[str, float]:
    """The signs of one claim by name; what does not hold is left out. `about`: the encoder's chance that its text makes claims at all."""
    marks = [account.mark for account in bundle if account.mark is not None]
    found = {
        "base": 1.0,
        "by both": any(account.found_by == "both" for account in bundle),
        "by encoder alone": all(account.found_by == "encoder" for account in bundle),
        "by rules alone": not marks,
        "parties": bool(whole.actors or whole.recipients),
        "actor and recipient": bool(whole.actors and whole.recipients),
        "place": bool(whole.places),
        "day": time.basis is not Basis.PUBLICATION,
        "figures": bool(whole.casualties),
        "several figures": len(whole.casualties) > 1,
        "named source": best.source is not None,
        "source and cue": best.speech is not None and best.source is not None,
        "several accounts": len(bundle) > 1,
        "weak word": whole.frame.weak,
        "doubtful party": any(party.candidates for party in whole.actors),
        "taken up": whole.reference in {"last", "toll"},
        "hedged": best.hedged,
        "not single": whole.granularity is not Granularity.SINGLE,
        "not actual": whole.modality is not Modality.ACTUAL,
        "assault": whole.type is EventType.ASSAULT,
        "act in words": whole.type in _IN_WORDS,
        **{f"stance {stance}": best.stance is stance for stance in Stance if stance is not Stance.REPORTED},
    }
    numbers = {name: float(value) for name, value in found.items() if value}
    if about is not None:
        numbers["text"] = logit(about)
    if marks:
        part = "encoder alone" if "by encoder alone" in numbers else "both"
        numbers |= {f"{part}, {name}": 1.0 for name in ("figures", "several figures", "named source", "day", "place") if name in numbers}
        numbers |= {
            "event": max(logit(mark.chance) for mark in marks),
            "told": max(logit(mark.told) for mark in marks),
            "type": max(mark.choices["type"].get(whole.type, 0.0) for mark in marks),
            "stance": max(mark.choices["stance"].get(best.stance, 0.0) for mark in marks),
            "granularity": max(mark.choices["granularity"].get(whole.granularity, 0.0) for mark in marks),
        }
    return numbers


_IN_WORDS = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT, EventType.AGREE})
