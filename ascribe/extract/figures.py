"""Figures of speech and other things that are no violence: sport, business, film, disasters.

Rule. A text speaks of violence when it names arms, warring parties or people harmed by a deed. Words of a game, a market, a film or a disaster in
its sentence make an event word a figure of speech, unless arms or a warring party stand in the same sentence.
"""

from __future__ import annotations

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import EventType
from ascribe.model.lexicon import Words
from ascribe.model.parties import ARMED, Kind
from ascribe.model.reading import Reading

#: Words that leave no doubt that arms were used.
_HARD = frozenset(
    "gunmen gunman militants militant rebels rebel insurgents guerrillas soldiers troops airstrike airstrikes bomb bombs bombing explosives shelling mortar artillery "
    "grenade ambush ied warplanes drones drone missile missiles rockets rocket jihadists militia militiamen terrorists fighters militiaman paramilitaries "
    "gunfire kidnapped abducted massacre assassinated ceasefire truce army paramilitary hostages gang gangs cartel protesters demonstrators tear-gas "
    "bandits separatists suicide gunfight warplane subversives guerrilla kalashnikov snipers sniper rifles hostilities "
    "police tear demonstration protest riot riots".split()
)
_SPEAKS_OF_GAME = 3


class Figures:
    """What a text is about, and which of its event words are figures of speech."""

    def __init__(self, reading: Reading, words: Words, told: list[list[Mention]]) -> None:
        self.words = words
        self.counts = {name: 0 for name in words.speech.figures}
        hard = 0
        tokens = 0
        for sentence in reading.sentences:
            for token in sentence.tokens:
                tokens += 1
                if token.lower in _HARD:
                    hard += 1
                for name, cues in words.speech.figures.items():
                    if token.lower in cues:
                        self.counts[name] += 1
        armed = sum(party.kind in ARMED for party in reading.parties)
        self.hard = hard
        self.soft = max(self.counts.values(), default=0)
        assaults = sum(mention.type is EventType.ASSAULT and mention.is_armed for listed in told for mention in listed)
        self.violent = assaults > 0 and (hard + armed >= 2 or hard + armed + assaults >= 2)
        self.political = armed > 0 or hard > 0

    def is_figure(self, scene: Scene, mention: Mention) -> bool:
        """The word tells of a game, a market, a film or a disaster here."""
        words = [token.lower for token in scene.tokens]
        near = {name: sum(word in cues for word in words) for name, cues in self.words.speech.figures.items()}
        arms = sum(word in _HARD for word in words) + bool(mention.weapons) + sum(party.kind in ARMED for party in mention.actors)
        if mention.type is EventType.RETREAT and mention.frame.name == "withdraw":
            return arms == 0 and not any(party.kind in ARMED | {Kind.GOVERNMENT} for party in (*mention.actors, *mention.recipients))
        if mention.type is not EventType.ASSAULT:
            return arms == 0 and max(near.values()) >= 2
        if mention.is_toll and self.counts["disaster"] >= 2 and arms == 0 and self.counts["disaster"] >= self.hard:
            return True
        if mention.is_toll and near["disaster"] and arms == 0:
            return True
        heavy = max(self.counts[name] for name in ("sport", "business", "art"))
        if heavy >= _SPEAKS_OF_GAME and heavy > self.hard and arms == 0:
            return True
        return arms == 0 and max(near["sport"], near["business"], near["art"]) >= 2
