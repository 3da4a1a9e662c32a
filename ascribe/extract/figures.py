"""Figures of speech and other things that are no violence: sport, business, film, disasters.

Rule. Words of a game, a market, a story or a disaster are counted, each once, in the text and in each paragraph; so are words that only
real violence uses (gunmen, militants, an assault rifle, a number of people killed). Where a paragraph, or a text that is mostly about a
game, has more of the first than of the second, its event words are figures of speech. Deaths and injuries beside words of a disaster are
not violence unless arms or a warring party stand in the same sentence. Lawyers, critics and candidates attack in words, unless somebody
is hurt or a weapon is named.

A text of some length is about conflict when it names organised violence: an armed group, an army at work, violence by a state, a bomb or
a shelling, protesters, five people or more killed at once, a deed against somebody in public life, a claim of responsibility. A text that
names none of that is of ordinary crime or courts, and makes no record.
"""

from __future__ import annotations

from collections.abc import Iterable

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import Effect, EventType
from ascribe.model.lexicon import Words
from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.reading import Reading

#: Words that only literal violence and politics use.
LITERAL = frozenset(
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


#: Below so many tokens, a text is too short to say what it is about.
_SHORT = 120
#: So many killed at once are no ordinary crime.
_MASS = 5
_ORGANISED = frozenset(
    {Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA, Kind.EXTERNAL_FORCES, Kind.PROTESTERS, Kind.RIOTERS}
)
_FIGHTING = frozenset({Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA})
_MILITARY = frozenset(
    "airstrike drone_strike missile_strike shelling ied suicide_bombing vehicle_bombing landmine naval_attack armed_clash ambush explosion "
    "targeted_killing massacre hijacking".split()
)
#: Words of organised violence and of what answers it.
CONFLICT = frozenset(
    "militant militants rebel rebels insurgent insurgents insurgency guerrilla guerrillas guerilla guerillas jihadist "
    "jihadists separatist separatists "
    "paramilitary paramilitaries militia militias militiamen troops soldiers soldier army airstrike airstrikes "
    "shelling artillery mortar mortars missile "
    "missiles rocket rockets warplanes drone drones bomb bombs bombing bombings explosives ied grenade grenades ambush "
    "ambushed gunmen hostages "
    "ceasefire cease-fire truce massacre massacred terrorist terrorists terrorism protesters demonstrators "
    "demonstration demonstrations riot riots rioters "
    "curfew cartel cartels gangs pirates coup peacekeepers peacekeeping genocide extremist extremists bandits "
    "civilians assassinated assassination "
    "tear-gas teargas war warring combatants fighters offensive military gendarmes vigilantes herdsmen herders "
    "displaced refugees communique armed captives captors navy hijacked hijackers junta exiles clan clans piracy seafarers "
    "detainees lynched marchers strikers rioting deserters roadblock roadblocks blockade blockades picket pickets rally rallies gendarme "
    "crackdown sit-in expelled evicted evictions stabbings pogrom".split()
)


#: Whoever argues for a living: such a person "attacks" in words.
_SPEAKERS = frozenset("lawyer lawyers critic critics columnist candidate candidates editorial campaigners analysts commentators".split())
#: Whoever holds or seeks an office, or speaks in public: violence against them is political.
_PUBLIC = frozenset(
    "journalist journalists activist activists candidate judge mayor priest bishop archbishop nun nuns unionist "
    "politician senator deputy lawmaker diplomat "
    "ambassador consul magistrate governor minister president councillor prosecutor reporter editor leader official congressman councilman "
    "rector imam monk".split()
)


def _is_public(party: Party) -> bool:
    return not _PUBLIC.isdisjoint(party.name.lower().split())


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
        self.literal = len(self.all & LITERAL)
        self.game = max((len(self.all & self.cues[name]) for name in _KINDS), default=0)
        self.violent = assaults > 0 and (self.literal + armed + assaults >= 2)
        self.political = armed > 0 or self.literal > 0
        self.of_conflict = self._of_conflict(reading, told)

    def _of_conflict(self, reading: Reading, told: list[list[Mention]]) -> bool:
        """The text is about armed conflict or political violence, not ordinary crime: see the module's last rule."""
        most = len(self.all & CONFLICT)
        if sum(len(sentence.tokens) for sentence in reading.sentences) < _SHORT or most >= 2 or reading.upper_case:
            return True  # old wire copy in capitals is of politics
        if {"responsibility"} <= self.all and self.all & {"claim", "claimed", "claims", "claiming"}:
            return True
        if any(party.kind in _FIGHTING and party.id for party in (*reading.names, *reading.parties)):
            return True
        for mention in (mention for listed in told for mention in listed):
            if mention.type is EventType.ASSAULT and any(party.kind in STATE for party in mention.actors):
                return True  # violence by a state is never ordinary crime
            if any(_is_public(party) for party in mention.recipients) and mention.type is EventType.ASSAULT:
                return True
            if any(party.kind in _ORGANISED for party in (*mention.actors, *mention.recipients)) or _MILITARY & set(mention.tactics):
                return True
            if any(c.effect is Effect.KILLED and (c.count.low or c.count.best or 0) >= _MASS for c in mention.casualties):
                return True
        return False

    def is_figure(self, scene: Scene, mention: Mention) -> bool:
        """The word tells of a game, a market, a story or a disaster here; see the module's rule."""
        words = {token.lower for token in scene.tokens}
        arms = _arms(words, mention)
        if mention.type is EventType.RETREAT and mention.frame.name == "withdraw":
            return not arms and not any(party.kind in ARMED | {Kind.GOVERNMENT} for party in (*mention.actors, *mention.recipients))
        if mention.type in {EventType.AGREE, EventType.CONSULT} and mention.phrase is None:
            sides = {party.kind for party in (*mention.actors, *mention.recipients)}
            if not sides & (ARMED | {Kind.GOVERNMENT, Kind.IGO}):
                return True  # "she met up with a friend"
        if self._of_a_game(scene.sentence.paragraph, mention) or _in_words(mention):
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
        literal = len(here & LITERAL) + 2 * (paragraph in self.harmed and mention.frame.name != "injure")
        if self.game >= _A_GAME and self.game > self.literal:
            return literal < 2 or game > literal
        return game >= 3 and game > literal


def _in_words(mention: Mention) -> bool:
    """The attack is one in words: see the module's rule."""
    if mention.noun or mention.frame.name not in {"attack", "target", "ambush"} or mention.casualties or mention.weapons:
        return False
    return bool(mention.actors) and all(not _SPEAKERS.isdisjoint(party.name.lower().split()) for party in mention.actors)


def _arms(words: Iterable[str], mention: Mention) -> bool:
    """Arms or a warring party stand in the sentence."""
    return bool(set(words) & LITERAL or mention.weapons or any(party.kind in ARMED for party in mention.actors))
