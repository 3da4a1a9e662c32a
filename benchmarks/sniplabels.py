"""From a coded snippet to the labels of two shared tasks: its sub-event type, and whether it is relevant, an aggregate, of which types.

Sub-event type, the first that fits:
1. The text is mainly about who did it: a responsibility claimed, denied or charged in its main clause (ATTRIB).
2. The kind of the first happening that was actual: its tactics, then its mode, then its type, with the words of the text where a label turns
   on them (who took a town, whether police stepped in).
3. Words of disasters, of crime, of diplomacy.

Relevant: something that happened is told, once, in a place or on a day. Aggregate: several happenings are counted or told together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ascribe.model.claims import Claim, EventType, Granularity, Modality, Stance
from ascribe.model.parties import ARMED, STATE, Kind
from ascribe.model.reading import Reading

#: Tactic -> label, the most telling first.
_BY_TACTIC = (
    ("suicide_bombing", "SUIC_BOMB"),
    ("sexual_violence", "SEX_VIOL"),
    ("abduction", "ABDUCT_DISSAP"),
    ("hostage_taking", "ABDUCT_DISSAP"),
    ("hijacking", "ABDUCT_DISSAP"),
    ("drone_strike", "AIR_STRIKE"),
    ("airstrike", "AIR_STRIKE"),
    ("grenade", "GRENADE"),
    ("shelling", "ART_MISS_ATTACK"),
    ("missile_strike", "ART_MISS_ATTACK"),
    ("landmine", "REM_EXPLOS"),
    ("ied", "REM_EXPLOS"),
    ("vehicle_bombing", "REM_EXPLOS"),
    ("explosion", "REM_EXPLOS"),
    ("armed_clash", "ARMED_CLASH"),
    ("ambush", "ARMED_CLASH"),
    ("arson", "PROPERTY_DISTRUCT"),
    ("looting", "PROPERTY_DISTRUCT"),
    ("destruction", "PROPERTY_DISTRUCT"),
    ("sabotage", "PROPERTY_DISTRUCT"),
)
_WORDS = {
    "CHEM_WEAP": r"chemical|chlorine|sarin|nerve (?:agent|gas)|mustard gas|poison(?:ous)? gas|toxic gas|chemical weapon",
    "NATURAL_DISASTER": r"earthquake|flood(?:s|ing|ed|waters)?\b|cyclone|hurricane|typhoon|landslide|mudslide|tsunami|storm|drought|wildfires?|avalanche|volcan|"
    r"tremor|magnitude|monsoon|heatwave",
    "MAN_MADE_DISASTER": r"gas leak|collaps(?:e|ed)|derail|capsiz|boiler|factory fire|pipeline (?:fire|leak)|mine (?:disaster|accident)|pit\b|crash(?:ed)?|sank|"
    r"stampede|collision|collided|short circuit|spill|overturned|accident(?:al|ally)?\b|reactor",
    "ORG_CRIME": r"cartel|drug (?:gang|lord|traffick)|smuggl|traffick(?:ers|ing)|mafia|racket|heroin|cocaine|money laundering|extort|contraband|poach|"
    r"counterfeit|robber(?:y|s)|loan shark|crime (?:ring|family|syndicate)",
    "AGREEMENT": r"sign(?:ed|s|ing) (?:an?|the|their)?[^.]{0,40}(?:accord|agreement|pact|deal|truce|ceasefire|cease-fire|memorandum|protocol|treaty)|agreed (?:to|on)"
    r"|(?:accord|agreement|pact|truce|ceasefire|cease-fire|deal) (?:was|were|has been|had been)? ?(?:signed|reached|concluded|came into|took effect|initialled)|peace (?:accord|deal|agreement)",
    "HQ_ESTABLISHED": r"(?:set up|sets up|establish(?:ed|es)?|open(?:ed|s)|built|erected|moved) [^.]{0,60}(?:headquarters|\bbase\b|bases|camp|garrison|command post|command centre|outpost)|"
    r"(?:headquarters|base|garrison|command (?:post|centre)|outpost)[^.]{0,40}(?:set up|established|opened|inaugurated|built)",
    "DISR_WEAP": r"defus|weapons? cache|arms cache|cache of|seized [^.]{0,60}(?:weapons|rifles|explosives|ammunition|rockets|arms|grenades|mortars)|intercept|shot down|"
    r"(?:found|discovered|recovered|unearthed|dug up)[^.]{0,60}(?:bomb|explosive|weapons|ammunition|rifles|rockets|mine|device|arms|shells|grenades|ied)|disarmed (?:a|the)|"
    r"safely (?:detonated|destroyed)|neutrali[sz]ed|controlled explosion|bomb disposal|sappers",
    "CHANGE_TO_GROUP_ACT": r"merg(?:e|ed|er|ing)|splinter|split|broke away|breakaway|defect|recruit|disarm|demobili[sz]|laid down (?:their|its) (?:arms|weapons)|surrender|"
    r"(?:new|umbrella) (?:group|alliance|front|movement|coalition)|announced (?:its|the) (?:formation|creation)|pledg(?:ed|ing) allegiance|redeploy|mobili[sz]|massed|moved (?:its|their) (?:fighters|troops)|handed in|"
    r"enlist|renamed|dissolv|joined (?:forces|the)|reinforce|deployed|convoy of .{0,40}(?:arrived|entered|left)|withdr[ae]w",
    "GOV_REGAINS_TERIT": r"(?:army|troops|forces|government|soldiers|military)[^.]{0,110}(?:(?:re-?)?captur|retook|retaken|regain|recover(?:ed)? control|re-?took|liberat|wrest|drove [^.]{0,40}out|back under)|"
    r"(?:re-?captured|retaken|regained|wrested|liberated)[^.]{0,60}(?:by|from)|back in government hands",
    "NON_STATE_ACTOR_OVERTAKES_TER": r"(?:rebel|militant|insurgent|fighter|guerrilla|jihadist|militia|group|taliban|shabaab|islamic state|front|alliance|m23|gunmen)[^.]{0,80}"
    r"(?:captur|seiz|took|taken|overr[au]n|took control|gained control|conquer|raised (?:its|their) flag|fell to|in the hands)|fell to [^.]{0,40}(?:rebel|militant|insurgent|fighter|taliban)",
    "NON_VIOL_TERRIT_TRANSFER": r"(?:without (?:a )?(?:fight|shot|resistance|firing)|peacefully|handed over|hand-?over|left|vacated|withdrew|pulled out|abandoned|unopposed|bloodless)",
    "MOB_VIOL": r"\bmob\b|lynch|crowd (?:beat|attacked|stoned|set upon|dragged)|villagers (?:beat|attacked|stoned|burned)|beaten to death|rioters|rival (?:groups|crowds|supporters|fans)|vigilante|stick|"
    r"stone[sd]|communal (?:clash|riot)|youths from",
    "SEX_VIOL": r"rap(?:e|ed|es|ing)\b|sexual(?:ly)?|molest|assaulted women|sexual slavery|gang-rap",
    "ABDUCT_DISSAP": r"abduct|kidnap|hostage|disappear|taken away|seized (?:from|at)|carried off|snatch|whereabouts",
    "ARREST": r"arrest|detain|rounded up|took into custody|taken into custody|jailed|in custody|picked up",
    "FORCE_AGAINST_PROTEST": r"(?:opened fire|live (?:rounds|ammunition|fire)|shot (?:dead|at)|fired (?:on|into|at|live))[^.]{0,90}(?:(?<!in )protest|demonstrat|(?-i:\bmarch)|crowd|rally|mourner|striker)|"
    r"(?:(?<!in )protest|demonstrat|(?-i:\bmarch)|rally|crowd|strikers)[^.]{0,120}(?:opened fire|live (?:rounds|ammunition|fire)|shot dead|killed|were shot|fired on)",
    "PROTEST_WITH_INTER": r"(?:(?<!in )protest|demonstrat|(?-i:\bmarch)|rally|sit-in|crowd)[^.]{0,160}(?:tear ?gas|water cannon|dispers|batons?|broke up|blocked by|cordon|detained|rubber bullets|turned back|prevented)|"
    r"(?:tear ?gas|water cannon|dispers|batons?|broke up|rubber bullets)[^.]{0,120}(?:(?<!in )protest|demonstrat|(?-i:\bmarch)|rally|sit-in|crowd)",
    "VIOL_DEMONSTR": r"(?:(?<!in )protest|demonstrat|(?-i:\bmarch)|rally|crowd|rioters|youths)[^.]{0,120}(?:burn|torch|set fire|set alight|threw stones|hurl|stormed|smash|loot|ransack|barricad|petrol bombs|clash)|\briot(?:s|ed|ing|ers)?\b(?! gear| police)|turned violent",
    "PEACE_PROTEST": r"(?<!in )protest|demonstrat|(?-i:\bmarch(?:ed|es|ers|ing)?\b(?! (?:them|him|her|into|off)))|rall(?:y|ied)|sit-in|(?:general|hunger|labou?r) strike|on strike|\bvigil\b|took to the streets|hunger strike|picket|walked out|gathered (?:outside|in front)|hartal|bandh|stay-away",
    "ART_MISS_ATTACK": r"shell(?:ed|ing|s)\b|artillery|mortar|rocket|missile|grad|howitzer|cannon",
    "AIR_STRIKE": r"air ?strike|warplane|jets?\b|drone|helicopter gunship|bombed from|barrel bomb|air raid|aircraft",
    "GRENADE": r"grenade",
    "SUIC_BOMB": r"suicide|blew (?:him|her|them)sel(?:f|ves) up|explosive (?:vest|belt)",
    "REM_EXPLOS": r"\bied\b|landmine|land mine|roadside bomb|car bomb|bomb|explosive device|blast|mine\b|blew up|detonat|explo(?:ded|sion)",
    "PROPERTY_DISTRUCT": r"torch|burn(?:ed|t)|set (?:fire|alight|ablaze)|loot|ransack|demolish|bulldoz|vandali|destroy|raz(?:ed|ing)|pillag|desecrat",
    "ARMED_CLASH": r"clash|fire ?fight|battle|exchange of fire|exchanged fire|fought|fighting|ambush|gun battle|attacked (?:an?|the) (?:army|military|police)|skirmish|engagement",
    "ATTACK": r"kill|shot|attack|gunmen|stab|hack|beheaded|massacre|murder|execut|beat|wound|open(?:ed)? fire|slit|throat",
    "ATTRIB": r"claim(?:ed|s|ing)? (?:responsibility|the (?:attack|bombing|killing))|took responsibility|denie[sd]|den(?:ying|ial)|accus|blam(?:ed|es|ing)|disclaim|rejected (?:the )?(?:accusation|charge)|"
    r"said it (?:was behind|carried out)|no group has|held responsible|point(?:ed|ing) (?:the|a) finger|admitted|responsibility",
    "DIPLO": r"ambassador|foreign minist|envoy|summit|talks|diplomat|condemn|sanction|security council|resolution|president|minister|statement|called (?:on|for)|urge|warn|mediat|recogni[sz]|secretary-general",
}
_COMPILED = {label: re.compile(words, re.IGNORECASE) for label, words in _WORDS.items()}
#: Labels whose words decide before any tactic: they are rare and plain.
_FIRST = ("CHEM_WEAP", "SEX_VIOL")
_TERRITORY = re.compile(
    r"\b(?:town|village|city|base|camp|post|district|hill|airport|island|territory|capital|garrison|bridge|area|control|outpost|region)\b",
    re.IGNORECASE,
)
#: The order in which words decide where no claim does.
_ORDER = (
    *(
        "SUIC_BOMB",
        "FORCE_AGAINST_PROTEST",
        "PROTEST_WITH_INTER",
        "VIOL_DEMONSTR",
        "HQ_ESTABLISHED",
        "DISR_WEAP",
        "AGREEMENT",
        "ABDUCT_DISSAP",
    ),
    *("GRENADE", "AIR_STRIKE", "ART_MISS_ATTACK", "MOB_VIOL", "REM_EXPLOS", "PEACE_PROTEST", "ARMED_CLASH", "ARREST", "PROPERTY_DISTRUCT"),
    *("CHANGE_TO_GROUP_ACT", "ORG_CRIME", "MAN_MADE_DISASTER", "NATURAL_DISASTER", "ATTACK", "ATTRIB", "DIPLO"),
)


#: Somebody says that he did it: the statement is what is told.
_OWN_WORD = re.compile(
    r"\b(?:claimed|took|taken|claims) (?:the )?(?:responsibility|credit)|\b(?:said|says|announced|declared|boasted)[^.]{0,60}\bthat (?:it|its|they|one of its|his)[^.]{0,40}"
    r"(?:behind|responsible|carried out|planted|shot dead|killed)|\b(?:denied|denies|rejected|repudiated)[^.]{0,40}(?:responsib|involve|charges|accusation|any part|any role)|"
    r"\b(?:accused|blamed)\b(?![^.]{0,80}\b(?:arrested|killed|burn))",
    re.IGNORECASE,
)
#: Words of arms and armed men: with them a disaster is none.
_ARMED = re.compile(
    r"\b(?:rebel|militant|gunm[ae]n|insurgent|army|soldiers?|troops|fighters?|militia|attack(?!s? of)|bomb(?!arded)|shell(?:ed|ing)|herders?|clash|raid|armed|explosive device|grenade|"
    r"protest|demonstrat|police (?:arrest|fire|kill|shot))",
    re.IGNORECASE,
)


def _says(label: str, text: str) -> bool:
    return _COMPILED[label].search(text) is not None


def case(reading: Reading) -> str:
    """The sub-event type of a snippet."""
    text, claims = reading.document.text, reading.claims
    for label in _FIRST:
        if _says(label, text):
            return label
    first = text.split(". ")[0]
    if _OWN_WORD.search(first) or _is_about_responsibility(claims, text):
        return "ATTRIB"
    for label in ("NATURAL_DISASTER", "MAN_MADE_DISASTER"):
        if _says(label, first) and not _ARMED.search(text):
            return label
    if not claims and _says("ORG_CRIME", text):
        return "ORG_CRIME"
    if re.search(r"\b(?:abduct|kidnap)", text, re.IGNORECASE) and not re.search(r"protest|demonstrat|rally", text, re.IGNORECASE):
        return "ABDUCT_DISSAP"
    territory = _territory(text)
    if territory:
        return territory
    tactics = {tactic for claim in claims for tactic in claim.tactics if claim.modality is not Modality.AVERTED}
    if any(claim.modality is Modality.AVERTED for claim in claims) or (_says("DISR_WEAP", text) and not tactics - {"explosion", "ied"}):
        return "DISR_WEAP"
    protest = _protest(claims, text)
    if protest:
        return protest
    for tactic, label in _BY_TACTIC:
        if tactic in tactics and not (label == "REM_EXPLOS" and _says("MOB_VIOL", text) and _says("GRENADE", text)):
            return "MOB_VIOL" if label in {"PROPERTY_DISTRUCT", "ARMED_CLASH"} and _says("MOB_VIOL", text) else label
    types = [claim.event_type for claim in claims]
    if EventType.ASSAULT in types:
        return _assault(claims, text)
    return _in_words(types, text)


def _is_about_responsibility(claims: Sequence[Claim], text: str) -> bool:
    """Every account is one of who did it, and nothing is told beside it."""
    said = {claim.attribution.stance for claim in claims}
    by_stance = bool(said) and said <= {Stance.CLAIMED, Stance.ACCUSED, Stance.DENIED, Stance.UNCLAIMED} and len(claims) <= 2
    return by_stance and _says("ATTRIB", text.split(". ")[0])


def _territory(text: str) -> str:
    """Ground that changed hands, and to whom."""
    if not _TERRITORY.search(text):
        return ""
    if _says("NON_VIOL_TERRIT_TRANSFER", text) and re.search(
        r"without (?:a )?(?:fight|shot|resist|firing)|unopposed|hand(?:ed)? ?-?over|bloodless|peaceful", text, re.IGNORECASE
    ):
        return "NON_VIOL_TERRIT_TRANSFER"
    return next((label for label in ("GOV_REGAINS_TERIT", "NON_STATE_ACTOR_OVERTAKES_TER") if _says(label, text)), "")


def _protest(claims: Sequence[Claim], text: str) -> str:
    if not _says("PEACE_PROTEST", text) and all(claim.event_type is not EventType.PROTEST for claim in claims):
        return ""
    if all(claim.event_type not in {EventType.PROTEST, EventType.ASSAULT, EventType.COERCE} for claim in claims) and "strike" in text:
        return ""
    if re.search(r"\b(?:air|drone|missile|rocket|artillery) ?strike", text, re.IGNORECASE):
        return ""
    order = ("FORCE_AGAINST_PROTEST", "PROTEST_WITH_INTER", "VIOL_DEMONSTR", "PEACE_PROTEST")
    return next((label for label in order if _says(label, text)), "")


def _assault(claims: Sequence[Claim], text: str) -> str:
    actors = {party.kind for claim in claims for party in claim.actors}
    hit = {party.kind for claim in claims for party in claim.recipients}
    if _says("MOB_VIOL", text):
        return "MOB_VIOL"
    if hit & (ARMED | STATE) and (actors & (ARMED | STATE) or "ambush" in text):
        return "ARMED_CLASH"
    for label in ("ABDUCT_DISSAP", "SUIC_BOMB", "GRENADE", "AIR_STRIKE", "ART_MISS_ATTACK", "REM_EXPLOS", "PROPERTY_DISTRUCT"):
        if _says(label, text) and not _says("ATTACK", text):
            return label
    return "ATTACK"


def _in_words(types: Sequence[EventType], text: str) -> str:
    if EventType.COERCE in types and _says("ARREST", text):
        return "ARREST"
    if types and types[0] in {EventType.AGREE, EventType.RETREAT} and _says("AGREEMENT", text):
        return "AGREEMENT"
    found = next((label for label in _ORDER if _says(label, text)), "OTHER")
    if found in {"ATTACK", "ARMED_CLASH"} and types and EventType.ASSAULT not in types:
        return "DIPLO"
    return found


# --- relevance ------------------------------------------------------------------------------------------------------------------------------

_NUMBER = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|dozens of|scores of|hundreds of|thousands of|several|a (?:series|string|wave|spate) of|numerous|multiple|repeated|most of the)(?:-\w+)?"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|mid-\w+|New Year|independence)"
_UNIT = r"(?:days|weeks|months|years|seasons|decades)"
#: A stretch of time over which things are summed up.
_PERIOD = re.compile(
    rf"\bsince (?:the |last |mid-|early |late |the start of (?:the )?|the beginning of (?:the )?)?(?:{_MONTH}|year\\b|month\\b|\d{{4}}|\w+ (?:takeover|coup|election|truce|ceasefire|amnesty|war|floods|offensive))|\bbetween {_MONTH}|"
    rf"\bfrom (?:the start of |early |late |mid-)?{_MONTH}[^.]{{0,25}}\b(?:to|until|till|through)\b|"
    rf"\b(?:over|in|during) (?:the |its |their )?(?:past|last|first|previous|preceding)? ?(?:{_NUMBER} )?(?:calendar )?{_UNIT}\b|\bwithin (?:{_NUMBER} )?(?:weeks|months|years)\b|\bon several days\b|\bin the last week of\b|"
    rf"\b(?:this|last|that) (?:year|month|quarter)\b|\b(?:over|during|in) the (?:{_MONTH}|year|month|week|quarter)\b|\bin the (?:{_NUMBER} )?{_UNIT} (?:since|to|before|after|of)|"
    r"\bin (?:the )?(?:first|second) (?:half|quarter)|\bthroughout\b|\bannual|\bmonthly\b|\bper (?:month|week|day|year)\b|\beach (?:week|month|year)\b|\bof the past\b|\bso far\b|\bthe tally covers",
    re.IGNORECASE,
)
#: Happenings that are counted, or places, as many as no single one has.
_SUM = re.compile(
    rf"\b{_NUMBER} (?:[\w'’-]+ ){{0,4}}?(?:attacks|incidents|bombings|killings|raids|clashes|strikes|airstrikes|abductions|kidnappings|ambushes|blasts|explosions|cases|protests|"
    r"demonstrations|assaults|shellings|arrests|violations|rapes|murders|encounters|marches|rallies|sorties|truces|charges|mines|devices|executions|lynchings|battles|evictions|"
    rf"disappearances)\b|\b{_NUMBER} (?:times|occasions)\b|\b(?:in|across|of|from|out of) (?:at least |some |about |over |more than )?{_NUMBER} (?:\w+ )?"
    r"(?:villages|districts|provinces|towns|states|cities|woredas|counties|departments|regions|locations|places|municipalities|countries|localities|communes|prefectures|neighbourhoods)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:counted|recorded|logged|documented|registered|tallied|verified|according to a count|seized)\b", re.IGNORECASE)
_MANY = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)
#: Nothing has happened: plans, fears, laws, histories.
_NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|plans? to|planned|plot(?:ted|s)?|intends?|expected to|threaten(?:s|ed)?|warn(?:s|ed)|vow(?:s|ed)|promis(?:es|ed)|if|bill|proposes?|fears? that|risk|"
    r"is to|are to|hatched|preparing|planning|ready to|urge[sd]?|calls? (?:on|for)|called (?:on|for)|demand(?:s|ed)?)\b",
    re.IGNORECASE,
)
_TYPES = {
    "tribal/communal/ethnic conflict": r"trib(?:e|al|es)|clan|ethnic|communal|herder|farmers and|pastoralist|community militia|villagers from|cattle raid|rival communit|"
    r"nomad|\bhema\b|lendu|dinka|nuer|murle|fulani|dogon|oromo|amhara|misseriya|turkana|pokot|sub-?clan|indigenous|caste|settlers",
    "religious conflict": r"mosque|church|imam|priest|pastor|sectarian|shi[’']?[ai]|sunni|christian|muslim|hindu|temple|worship|blasphem|monk|buddhist|religio|shrine|copt|yazidi|sikh|ahmadi|"
    r"synagogue|convent|procession|koran|quran|cow",
    "socio-political violence against women": r"\bwom[ae]n\b[^.]{0,100}(?:rap|abduct|sexual|attack|assault|beat|kill|shot|harass|stripped|acid)|(?:rap|abduct|sexual|assault|beat|kill|shot|harass|acid|stripped)[^.]{0,80}"
    r"\b(?:wom[ae]n|girls?|wives|schoolgirls|female)\b|rap(?:e|ed|es|ing)\b|gender|female (?:candidate|activist|councillor|journalist|teacher)|feminist|schoolgirls",
    "climate-related security risks": r"drought|water (?:point|source|well|rights|shortage|hole|tank|dispute)|borehole|pasture|grazing|rainfall|irrigation|\bwell\b|wells\b|flood|desertification|crop|land dispute|"
    r"reservoir|lake|river water|canal|dam\b|rains? failed|heat",
}
_TYPED = {name: re.compile(words, re.IGNORECASE) for name, words in _TYPES.items()}
_NO_EVENT = {EventType.REQUEST, EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT, EventType.THREATEN, EventType.CONSULT}


def relevance(reading: Reading) -> dict[str, object]:
    """Whether a description tells of one conflict event that happened; whether it sums up several; of which types."""
    text, claims = reading.document.text, reading.claims
    happened = [claim for claim in claims if claim.event_type not in _NO_EVENT and claim.modality is Modality.ACTUAL]
    conflict = case(reading) not in _OUTSIDE
    summed = any(claim.granularity is Granularity.AGGREGATE for claim in happened)
    tallied = any(_PERIOD.search(part) and (_SUM.search(part) or _MANY.search(part)) for part in text.split(". ")[:2])
    aggregate = (conflict or _COUNTED.search(text) is not None) and (tallied or (summed and bool(_PERIOD.search(text))))
    told = [claim for claim in happened if claim.attribution.contests is None]
    first = text.split(". ")[0]
    speculative = bool(_NOT_YET.search(first)) and not any(claim.casualties for claim in told)
    if _PLAIN_CRIME.search(text) and not _ARMED.search(text):
        return {"relevant": False, "aggregate": aggregate, "types": ["Other"] if aggregate else []}
    sides = any(party.kind in ARMED | STATE | {Kind.PROTESTERS, Kind.RIOTERS} for party in reading.parties)
    done = bool(reading.times) and bool(reading.places) and sides and case(reading) == "OTHER"
    relevant = (bool(told) or conflict or done) and not aggregate and not speculative and case(reading) not in _NEVER
    types = [name for name, words in _TYPED.items() if words.search(text)] if relevant or aggregate else []
    return {"relevant": relevant, "aggregate": aggregate, "types": types or (["Other"] if relevant or aggregate else [])}


_PLAIN_CRIME = re.compile(r"\b(?:burglar|shoplift|theft|fraud|tax evasion|drunk|speeding|smuggl|traffick)", re.IGNORECASE)
#: Labels that speak for no conflict event; and those that exclude it whatever else is told.
_NEVER = frozenset({"MAN_MADE_DISASTER", "NATURAL_DISASTER"})
_OUTSIDE = _NEVER | {"DIPLO", "ATTRIB", "ORG_CRIME", "OTHER"}
