"""How the words came: the channel, the outlets that carried them, and the day on which they were spoken."""

from __future__ import annotations

import re

from ascribe.extract.scene import Scene
from ascribe.model.grammar import Clause
from ascribe.model.parties import Kind, Party
from ascribe.model.times import TimeInterval

#: What may be the subject of the saying and its channel at once: "a video showed", "the bulletin said".
_SPEAKING_CHANNELS = frozenset(
    [
        *"statement communique communiqué bulletin video message letter pamphlet leaflet recording".split(),
        *("press statement", "press release", "daily bulletin", "audio message", "joint statement"),
    ]
)
_CARRIES = frozenset({"in", "on", "via", "through", "at", "by", "over", "during", "to", "from"})
#: Outlets that a register need not know; upper-case agencies and words that end an outlet's name.
_AGENCIES = frozenset("afp ap dpa efe ansa pti ani upi cnn bbc npr tass ria irna aap anadolu interfax reuters xinhua acan-efe".split())
_OUTLET = frozenset("news times post daily herald tribune gazette agency".split())
_CARRIED = re.compile(
    r"\b(?:carried|published|aired|broadcast|released|issued|posted|distributed|reported|quoted|shown|relayed|sent|"
    r"faxed|delivered|read out?) (?:late |early |on \w+ )?(?:by|on|to|in|over|through)\b"
    r"|\b(?:in an? )?(?:interview|remarks|comments|communiqu[eé]|message|letter|call|statement|e-?mail|video|"
    r"interviews)\b[^,.;]{0,40}\b(?:with|to|on|by|for)\b"
    r"|\b(?:through|via) (?:its|their|his|the)\b",
    re.IGNORECASE,
)


_PLATFORM = re.compile(
    r"\s(?:spread|posted|sent|published|released|circulated|carried|shared|aired)?\s?(?:on|via|through|over) (?:its |their |the )?"
    r"(?:Telegram|Twitter|X|Facebook|WhatsApp|YouTube|state television|state radio|social media)(?: channel| account| page)?\b"
)


#: One of these is in every name of a channel.
_COMMON = tuple(
    "statement conference communiqu telegram tele tv radio media phone video audio twitter facebook x site pamphlet leaflet letter mail "
    "bulletin briefing interview release whatsapp message post".split()
)


def channel(scene: Scene, clause: Clause) -> str | None:
    """Through what it was said: a press statement, Telegram, state television. Words for it beside the verb decide."""
    members = [m for p, ms in clause.preps if scene.preposition(p) in _CARRIES for m in ms]
    heard = clause.objects if scene.phrase(clause.verb).lemma in {"tell", "address", "issue", "send"} else ()
    for at in [*members, *heard, *_leading(scene, clause), *clause.subjects]:
        found = _named(scene, at, at in clause.subjects)
        if found is not None:
            return found
    return None


def _leading(scene: Scene, clause: Clause) -> list[int]:
    """As in "In a statement, the group ...": what opens the sentence before the speaker, and what follows the verb at once."""
    phrases = scene.parse.phrases
    first = min([clause.verb, *(at for at in clause.subjects if at < clause.verb)])
    opening = [
        at for at in range(1, min(first, 5)) if phrases[0].kind == "P" and scene.preposition(0) in _CARRIES and phrases[at].kind == "NP"
    ]
    place, behind = clause.verb + 1, []
    while place + 1 < len(phrases) and phrases[place].kind in {"P", "TM", "RB"}:
        if phrases[place].kind == "P" and scene.preposition(place) in _CARRIES and phrases[place + 1].kind == "NP":
            behind.append(place + 1)
            place += 1
        place += 1
    comma = clause.verb - 1  # "Taliban spokesman X, in a message to reporters, said"
    if comma > 2 and phrases[comma].kind == "PU":
        place = comma - 1
        while place > 0 and phrases[place].kind in {"NP", "P", "TM"}:
            if phrases[place].kind == "NP" and scene.governor(place) in _CARRIES:
                behind.append(place)
            place -= 1
    return [*opening, *behind]


def _named(scene: Scene, at: int, subject: bool) -> str | None:
    words = " ".join(scene.lowers(at))
    if not any(name in words for name in _COMMON):
        return None
    for name in scene.words.speech.channels:
        if words == name or words.endswith(" " + name) or (" " + name + " ") in f" {words} ":
            if subject and name not in _SPEAKING_CHANNELS:
                continue
            if name == "report" or (name == "x" and scene.text(at) != "X"):
                continue
            phrase = scene.phrase(at)
            start = phrase.start
            while start < phrase.head and scene.parse.tags[start] in {"D", "PP"}:
                start += 1
            chain = scene.chain(at)
            last = (
                chain[0][1][0]
                if chain and chain[0][0] in {"on", "to"} and any(w in scene.words.speech.channels for w in scene.lowers(chain[0][1][0]))
                else at
            )
            quote = scene.quote(start, scene.phrase(last).end)
            onward = _PLATFORM.match(scene.reading.document.text, quote.end)
            return scene.reading.document.text[quote.start : onward.end()] if onward else quote.exact
    return None


def carriers(scene: Scene, clause: Clause, source: Party | None) -> tuple[Party, ...]:
    """The outlets through which the words came, as named beside the saying: told them, carried them, were given the interview."""
    phrases = scene.parse.phrases
    verb = scene.phrase(clause.verb)
    heard: list[int] = []
    if verb.lemma in {"tell", "inform", "brief", "telephone", "phone", "call", "contact"}:
        heard.extend(clause.objects)
    heard.extend(m for p, ms in clause.preps if scene.preposition(p) in {"to", "through", "via", "on"} for m in ms)
    if not any(token.lower in _CARRIED_WORDS for token in scene.tokens):
        return _outlets(scene, heard, source)
    text = scene.reading.document.text
    for match in _CARRIED.finditer(text, scene.sentence.start, scene.sentence.end):
        heard.extend(at for at, phrase in enumerate(phrases) if phrase.kind == "NP" and 0 <= scene.extent(at)[0] - match.end() <= 22)
    return _outlets(scene, heard, source)


_CARRIED_WORDS = frozenset(
    "carried published aired broadcast released issued posted distributed reported quoted shown relayed sent faxed "
    "delivered read interview interviews "
    "remarks comments communique communiqué message letter call statement email e-mail video through via".split()
)


def _outlets(scene: Scene, heard: list[int], source: Party | None) -> tuple[Party, ...]:
    """The outlets among these noun phrases, each once."""
    found: dict[str, Party] = {}
    for at in heard:
        party = outlet(scene, at)
        if party is not None and (source is None or party.key != source.key):
            found.setdefault(party.key, party)
    return tuple(found.values())


def outlet(scene: Scene, at: int) -> Party | None:
    """The outlet that a noun phrase names, if it names one."""
    party = scene.party(at)
    if party is not None and party.kind is Kind.MEDIA:
        return party if scene.head(at) not in {"reporters", "journalists", "reporter", "journalist"} else None
    start, end = scene.extent(at)
    inside = next((own for (begin, stop), own in scene.owners.items() if own.kind is Kind.MEDIA and start <= begin and stop <= end), None)
    if inside is not None:
        return inside
    words = scene.lowers(at)
    tags = scene.parse.tags[scene.phrase(at).start : scene.phrase(at).end]
    if words[-1] in _AGENCIES or (words[-1] in _OUTLET and "NNP" in tags and (party is None or party.id is None)):
        return Party(scene.text(at), start, end, Kind.MEDIA)
    return None


def spoken(scene: Scene, clause: Clause) -> TimeInterval | None:
    """When it was said: a time right behind the verb, its hearers or the speaker, or one that opens the sentence."""
    phrases = scene.parse.phrases
    place = clause.verb + 1
    while place < len(phrases) and phrases[place].kind in {"RB", "P", "TM", "NP"}:
        if (
            phrases[place].kind == "NP"
            and place not in clause.objects
            and place not in clause.subjects
            and scene.governor(place) not in _CARRIES
        ):
            break
        if phrases[place].kind == "TM":
            return _time(scene, place)
        place += 1
    before = min([at for at in clause.subjects if at < clause.verb] + [clause.verb]) - 1
    while before >= 0 and (
        phrases[before].kind == "P" or (phrases[before].kind == "PU" and scene.tokens[phrases[before].start].text == ",")
    ):
        before -= 1
    if before == 0 and phrases[before].kind == "TM" and scene.phrase(clause.verb).lemma not in {"claim", "accuse", "blame", "deny"}:
        return _time(scene, 0)
    return None


def _time(scene: Scene, at: int) -> TimeInterval | None:
    start, end = scene.extent(at)
    return next(
        (
            t
            for t in scene.times
            if t.start_offset is not None and t.end_offset is not None and t.start_offset < end and t.end_offset > start
        ),
        None,
    )
