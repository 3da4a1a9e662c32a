"""Figures of speech and other things that are no violence: sport, business, film, disasters.

Rule. Words of a game, a market, a story or a disaster are counted, each once, in the text and in each paragraph; so are words that only
real violence uses (gunmen, militants, an assault rifle, a number of people killed). Where a paragraph, or a text that is mostly about a
game, has more of the first than of the second, its event words are figures of speech. Deaths and injuries beside words of a disaster are
not violence unless arms or a warring party stand in the same sentence.
"""

from __future__ import annotations

from collections.abc import Iterable

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import EventType
from ascribe.model.lexicon import Words
from ascribe.model.parties import ARMED, Kind
from ascribe.model.reading import Reading

#: Words that only literal violence and politics use.
_LITERAL = frozenset(
    "gunmen gunman militants rebels insurgents guerrillas soldiers troops airstrike airstrikes explosives shelling mortar artillery "
    "grenade grenades ied "
    "warplanes drones missiles rockets rocket missile jihadists militia militiamen terrorists militiaman "
    "paramilitaries gunfire kidnapped abducted "
    "assassinated ceasefire "
    "cease-fire paramilitary hostages gang gangs cartel protesters demonstrators tear-gas bandits separatists gunfight subversives "
    "guerrilla kalashnikov "
    "rifles police civilians insurgency jihadist detonated suicide-bomber terrorist gendarmes peacekeepers hostilities massacre "
    "demonstration curfew constables policemen policeman soldier militant checkpoint airstrike stabbed knife machete shot arrested bomb "
    "bombing".split()
)
#: How many different words of a game make a text one about that game.
_A_GAME = 4
_KINDS = ("sport", "business", "art")


class Figures:
    """What a text is about, and which of its event words are figures of speech."""

    def __init__(self, reading: Reading, words: Words, told: list[list[Mention]]) -> None:
        self.cues = words.speech.figures
        paragraphs: dict[int, set[str]] = {}
        for sentence in reading.sentences:
            paragraphs.setdefault(sentence.paragraph, set()).update(token.lower for token in sentence.tokens)
        self.paragraphs = paragraphs
        self.all = set().union(*paragraphs.values()) if paragraphs else set()
        self.harmed = {
            sentence.paragraph
            for sentence, listed in zip(reading.sentences, told, strict=True)
            if any(casualty.count.best or casualty.count.low for mention in listed for casualty in mention.casualties)
        }
        armed = sum(party.kind in ARMED for party in reading.parties)
        assaults = sum(mention.type is EventType.ASSAULT and mention.is_armed for listed in told for mention in listed)
        self.literal = len(self.all & _LITERAL)
        self.game = max((len(self.all & self.cues[name]) for name in _KINDS), default=0)
        self.violent = assaults > 0 and (self.literal + armed + assaults >= 2)
        self.political = armed > 0 or self.literal > 0

    def is_figure(self, scene: Scene, mention: Mention) -> bool:
        """The word tells of a game, a market, a story or a disaster here; see the module's rule."""
        words = {token.lower for token in scene.tokens}
        arms = _arms(words, mention)
        if mention.type is EventType.RETREAT and mention.frame.name == "withdraw":
            return not arms and not any(party.kind in ARMED | {Kind.GOVERNMENT} for party in (*mention.actors, *mention.recipients))
        if self._of_a_game(scene.sentence.paragraph, mention):
            return True
        if mention.type is not EventType.ASSAULT:
            return False
        if mention.is_toll and not arms:
            disaster = self.cues["disaster"]
            here = self.paragraphs[scene.sentence.paragraph]
            return bool(words & disaster) or len(here & disaster) >= 2 or len(self.all & disaster) > max(1, self.literal)
        return not arms and max(len(words & self.cues[name]) for name in _KINDS) >= 2

    def _of_a_game(self, paragraph: int, mention: Mention) -> bool:
        """The paragraph, or a text mostly about a game, has more words of the game than of violence."""
        here = self.paragraphs[paragraph]
        game = max(len(here & self.cues[name]) for name in _KINDS)
        literal = len(here & _LITERAL) + 2 * (paragraph in self.harmed and mention.frame.name != "injure")
        if self.game >= _A_GAME and self.game > self.literal:
            return literal < 2 or game > literal
        return game >= 3 and game > literal


def _arms(words: Iterable[str], mention: Mention) -> bool:
    """Arms or a warring party stand in the sentence."""
    return bool(set(words) & _LITERAL or mention.weapons or any(party.kind in ARMED for party in mention.actors))
