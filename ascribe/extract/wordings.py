"""The wordings by which a sentence says who did it, who did not, that it never was, that a figure is wrong, or that nobody claimed it.

A pattern runs over the text of one sentence. Who speaks the words, and about which happening, verdicts.py decides.
Source: general knowledge of news English, read against MUC-4 train and the development cases for what is common.
"""

from __future__ import annotations

import re

from ascribe.extract.idioms import ACCOUNT, CHARGE, FIGURE

DEED = (
    r"(?:attack|attacks|raid|strike|strikes|bombing|bomb|bombs|blast|explosion|shelling|killing|killings|massacre|clash|clashes|fighting|shooting|"
    r"ambush|incident|(?:air )?operation|kidnapping|abduction|beatings|torture|executions)"
)
HAPPENED = r"(?:happened|occurred|taken place|took place|take place|happen|occur|been carried out|carried out|place)"
#: Who did it: the party before these words, or behind them.
BEHIND = re.compile(
    r"\b(?:was|were|is|are|been|be|being|it's)\s+(?P<not>not\s+)?(?:\w+ly\s+|also\s+)?(?:behind|"
    r"responsible(?! for (?:the )?(?:security|defen|aid|public|protect))|to blame|the (?:author|authors|"
    r"perpetrators?) of)\b",
    re.IGNORECASE,
)
WORK = re.compile(
    r"\b(?:the (?:work|handiwork|doing) of|(?P<like>(?:bears?|bore|bearing|carried|had|has) (?:all )?(?:the )?(?:\w+ )?hallmarks? of)|"
    r"(?P<doubt>(?:believed|suspected|thought|alleged|presumed|understood|feared) to (?:have been|be) (?:carried out|"
    r"committed|planted|staged|perpetrated|the work of|launched|fired)(?: by)?)|"
    r"(?:blame|suspicion|suspicions) (?:immediately |quickly |soon )?(?:fell|fall|falls|has fallen|centred|centered) (?:up)?on|"
    r"(?:responsibility|blame) lies with)\s+",
    re.IGNORECASE,
)
CARRIED_OUT = re.compile(
    r"\b(?:carried out|conducted|staged|executed|perpetrated|mounted|committed)\s+(?:the|this|that|these|both)\s+(?:\w+\s+){0,2}?"
    + DEED
    + r"\b|\bcarried it out\b|\bplanted (?:it|them|(?:the |a |an )(?:\w+ ){0,2}(?:bombs?|devices?|mines?|explosives))\b",
    re.IGNORECASE,
)
EACH_OTHER = re.compile(
    r"\b(?:(?:traded|trading|trade|exchanged|swapped) (?:blame|accusations)|(?:blamed|accused|blaming|accusing|blame|"
    r"accuse) (?:each other|one another))\b",
    re.IGNORECASE,
)
DID_IT = re.compile(r"\b(?:did|(?:had|have|has) done) (?:it|this|that)\b", re.IGNORECASE)
#: "We did not do it".
DISOWNED = re.compile(
    r"\b(?:no (?:hand|part|role|involvement|responsibility|connection|link|links|ties) (?:in|with|to|for)|"
    r"nothing (?:whatever |at all )?to do with|"
    r"(?:was|were|is|are|been) not (?:\w+ly )?(?:behind|responsible|involved|to blame|part of)|(?:wasn't|weren't|isn't|"
    r"aren't) (?:behind|responsible|involved|to blame)|"
    r"(?:had|has|have) no (?:part|role|hand|involvement|connection|link)|not (?:carried out|its work|their work|"
    r"his work|its doing|our work)|"
    r"did not (?:carry|attack|fire|kill|bomb|shell|strike|take part|do it|plant|target|start|order|shoot|launch|burn)|"
    r"had not (?:carried|attacked|fired|killed|bombed|shelled|taken part|planted|targeted|started)|"
    r"no (?:\w+ ){0,2}(?:plane|planes|aircraft|jets?|helicopters?|drones?|troops|soldiers?|units?|forces|men|"
    r"missiles?) (?:of (?:its|theirs|ours) )?(?:had|has|have|was|were)|"
    r"(?:has|have|had) never (?:attacked|targeted|fired|touched|killed)|never (?:attacks?|attacked|targets?|fired|touched))\b",
    re.IGNORECASE,
)
#: "It never happened".
NEVER_WAS = re.compile(
    rf"\bno such (?:thing|{DEED})\b|\bnothing of the (?:kind|sort)\b|\bno (?:\w+ )?{DEED} (?:had |has |was |were |"
    rf"had been |have )*{HAPPENED}\b|\bthere (?:was|were|had been|has been|have been) no (?:\w+ )?{DEED}\b|"
    rf"\b(?:did not|had not|never|has not) {HAPPENED}\b|\b(?:is|was|are|were) (?:entirely |totally |wholly |completely |"
    rf"simply )?(?:false|untrue|fabricated|without truth|without foundation|baseless|unfounded|a fabrication|a hoax)\b",
    re.IGNORECASE,
)
BARE_DENIAL = re.compile(
    rf"\s*(?:(?:that|it|this|them)(?=\W*(?:$|[.,;\"”]|and\b|but\b|again\b|on\b|in\b|through\b|as\b|to\b))|(?:any |all |"
    rf"the |its |their |such |these |those |both )*(?:\w+ )?(?:part|role|hand|involvement|responsibility|connection|link|"
    rf"links|complicity|{CHARGE}|being behind|being involved|taking part|wrongdoing))\b|\s*[.,;]",
    re.IGNORECASE,
)
#: What is not granted, and what is no answer to a charge: "denied access", "denied that talks had failed".
WITHHELD = re.compile(
    r"[^.;]{0,40}\b(?:access|entry|visas?|bail|asylum|permission|permits?|passage|aid|medical|rights?|talks?|negotiat\w+|agreement|ceasefire|"
    r"truce|deal|ransom|paid|payments?|plans?|planning|intention|rumou?rs?|resign\w*|there)\b",
    re.IGNORECASE,
)
REPORTS = re.compile(
    r"\s*(?:the |these |those |such |as |any |all |media |press |news |"
    r"as \S+ (?:\S+ )?(?:the )?)*(?:\w+ ){0,3}?(?:reports?|rumou?rs?|news|video|footage|claims?|allegations?)\b",
    re.IGNORECASE,
)
OF_OWN = re.compile(
    r"\s*(?:once again |again |categorically |flatly )?that (?:any of )?(?:its|their|his|her|our|it|they|he|she|we|"
    r"the group's|the army's)\b",
    re.IGNORECASE,
)
EMPTY = re.compile(
    r"\b(?:fell|fallen|landed|hit|struck|exploded)\b[^.;]{0,40}\b(?:empty|uninhabited|deserted|abandoned|unpopulated|"
    r"open) (?:\w+ )?(?:wood|woods|forest|field|fields|area|areas|ground|house|building|buildings|land|desert|plot|"
    r"hillside|valley)\b",
    re.IGNORECASE,
)
NOT_BUT = re.compile(
    r"\b(?:dead|victims|killed|wounded|those killed|casualties|target|targets|bodies)\b[^.;]{0,40}\b(?:were|was|"
    r"had been)\b[^.;,]{1,50},? (?:and )?not\b|\bnot (?:civilians|fighters|soldiers|militants|"
    r"combatants)[^.;]{0,10},? but\b",
    re.IGNORECASE,
)
RATHER_THAN = re.compile(
    r"\b(?:toll|dead|number|figure|killed|died|deaths|casualties)\b[^.;]{0,60}?\b\d[\d,]*\b[^.;]{0,12}\b(?:and not|not|"
    r"rather than)\s+(?:the )?(?:\d|\w+teen|twelve|twenty|thirty|forty|dozens)",
    re.IGNORECASE,
)
THIS = re.compile(r"\s*(?:this|that|it)\b(?!\s+\w+ed\b)", re.IGNORECASE)
NUMBERS = re.compile(rf"\b(?:\d+|{FIGURE}|dead|deaths)\b", re.IGNORECASE)
FIGURE_OBJECT = re.compile(rf"\s*(?:\S+ ){{0,4}}?{FIGURE}\b", re.IGNORECASE)
ACCOUNT_OBJECT = re.compile(rf"\s*(?:\S+ ){{0,5}}?(?:{ACCOUNT}|claim|claims)\b", re.IGNORECASE)
FIGURE_WHICH = re.compile(
    rf"\b{FIGURE}(?: which| that)? (?P<who>[^.;,]{{3,50}}?) (?:dismissed|rejected|disputed|denied|called|described|contested)\b",
    re.IGNORECASE,
)
CHARGE_WHICH = re.compile(
    r"\b(?:claims?|charges?|accusations?|allegations?|accounts?)(?: which| that)? (?P<who>[^.;,]{3,50}?) (?:has |have |had )?"
    r"(?:dismissed|rejected|denied)\b",
    re.IGNORECASE,
)

#: Nobody has claimed it.
UNOWNED = re.compile(
    r"\b(?:no (?:\w+ ){0,2}?(?:groups?|one|organi[sz]ations?|factions?|part(?:y|ies)|side|movement|militia|body|outfit|"
    r"militants|rebels|claims?|country|force)|nobody|none|neither)\b[^.;,]{0,70}?\b(?:claim(?:s|ed)?|admit(?:ted)?|"
    r"responsib\w+|behind|planted|carried (?:it )?out|taken credit|come forward|came forward|owned up|"
    r"spoken for|put (?:its|their) name|owned)\b|\bunclaimed\b|\b(?:has|had|have) (?:yet to (?:be )?|"
    r"not (?:yet )?been )claimed?\b|\bwithout (?:any |a )?claims? of responsibility\b|"
    r"\b(?:not|un)(?: yet| immediately| known to be)* ?(?:clear|known|certain) who (?:was behind|were behind|"
    r"carried out|had carried out|planted|was responsible|fired|did it)\b|\bidentified as the author",
    re.IGNORECASE,
)
FALSE_UNOWNED = re.compile(
    r"\b(?:no|nobody|none|neither) (?:\w+ ){0,2}?(?:doubt|evidence|question|sign|proof|comment|statement|"
    r"immediate comment|reason|casualties|deaths|injuries|damage)\b",
    re.IGNORECASE,
)
TOOK_PLACE = re.compile(
    rf"\b(?:had |has |have |ever )+{HAPPENED}\b|\b(?:took place|happened|occurred)\b|\bthere (?:had been|was|were|"
    rf"has been) (?:any|an?|such)\b|\bany such\b",
    re.IGNORECASE,
)
ALLEGED = re.compile(r"\b(?:allegations?|reports?|rumou?rs?|claims?|accusations?)\b", re.IGNORECASE)
UNCHECKED = re.compile(
    r"\b(?:cannot|(?:could|can|were|was|is|are|had|has|have|been)(?: not|n't))(?: \w+){0,3} (?:verif|"
    r"confirm(?!ed or denied)|corroborat|check(?!point)|substantiat|authenticat)\w*|"
    r"\b(?:unable|impossible|not possible|no way|not able) (?:\w+ ){0,2}?to (?:\w+ )?(?:verify|confirm|check|"
    r"corroborate)\b|\bno (?:independent )?(?:verification|confirmation|corroboration)\b|"
    r"\bnot (?:yet )?(?:been )?(?:independently )?(?:verified|checked|corroborated)\b|"
    r"\bno (?:\w+ ){1,3}(?:has|have|had|was|were) (?:ever )?(?:been )?able to (?:\w+ )?(?:check|verify|confirm)\b",
)
