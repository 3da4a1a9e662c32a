"""Whose account it is: everybody who may be speaking at an event word, and the one who likeliest is.

Those who may be: the document; the speaker that the rules read; the sources of all sayings around the word; of the cues that the encoder
ties it to; the words that the encoder marks as its source. What speaks for each is put down as signs with names, weighed by what was
fitted on gold (`python -m benchmarks.fit`). Denials, charges and the like keep the speaker that their words were read with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log1p

from ascribe.extract.accounts import Account
from ascribe.extract.marked import Marked
from ascribe.extract.nearby import meets
from ascribe.extract.speech import Speech, innermost
from ascribe.model.decisions import Calibration, logit
from ascribe.model.parties import Party

#: Cues that the encoder ties to a word with less than this chance are not asked.
_LEAST = 0.1


@dataclass(slots=True)
class Voice:
    """Somebody who may be the source of an account, None for the document, with the words that say so and what speaks for it."""

    source: Party | None
    speech: Speech | None
    signs: dict[str, float] = field(default_factory=dict)

    def is_of(self, source: Party) -> bool:
        """The same words, or the same known party."""
        mine = self.source
        return mine is not None and (meets(mine, source) or (mine.id is not None and mine.id == source.id))


def likeliest(found: list[Voice], weights: Calibration) -> Voice:
    """The one for whom most speaks; of equals the first."""
    return max(found, key=lambda voice: weights.chance(voice.signs))


def voices(marked: Marked, number: int, rule: Account | None) -> list[Voice]:
    """All who may be speaking at an event mark. `rule`: the account that the rules read there, if they did."""
    mark = marked.marks.events[number]
    own = logit(mark.choices["voice"]["document"])
    document = Voice(None, None, {"document": 1.0, "document, voice": own})
    found = [document]
    if rule is not None and rule.source is None:
        document.signs["document, rules"] = 1.0
    for source, speech, signs in _heard(marked, number, rule):
        known = next((voice for voice in found if voice.is_of(source)), None)
        if known is None:
            apart = abs(source.start - mark.span.start)
            scene = marked.scenes[mark.sentence]
            known = Voice(source, speech, {"named": 1.0, "named, voice": -own, "distance": log1p(apart / 50)})
            known.signs["same sentence"] = float(scene.sentence.start <= source.start < scene.sentence.end)
            found.append(known)
        known.speech = known.speech or speech
        known.signs |= {name: max(value, known.signs.get(name, value)) for name, value in signs.items()}
    return found


def _heard(marked: Marked, number: int, rule: Account | None) -> Iterator[tuple[Party, Speech | None, dict[str, float]]]:
    """Each source with its words and what speaks for it; one may come more than once."""
    mark = marked.marks.events[number]
    if rule is not None and rule.source is not None:
        yield rule.source, rule.speech, {"rules": 1.0, "rules, with a cue": float(rule.speech is not None)}
    speech = innermost(list(marked.speakers[mark.sentence]), mark.span.start)
    if speech is not None and speech.source is not None:
        yield speech.source, speech, {"speech": 1.0}
    around = sorted(marked.sayings_around(mark), key=lambda saying: saying.content[-1].end - saying.content[0].start)
    for place, saying in enumerate(around):
        if saying.source is not None:
            party, words = marked.said(saying.source, saying)
            yield party, words, {"saying": 1.0, "inner saying" if place == 0 else "outer saying": 1.0}
    for place, (chance, cue) in enumerate(sorted(marked.cues_of(number), reverse=True)):
        speaker = marked.speaker(cue) if chance >= _LEAST else None
        if speaker is not None:
            yield *speaker, {"said": logit(chance) - logit(_LEAST), **({"said most": 1.0} if place == 0 else {})}
    for role in mark.role("source"):
        yield marked.party(role.span), None, {"role": 1.0, "role, chance": logit(role.chance)}
