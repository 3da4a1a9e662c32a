"""Groups of accounts -> claims: one for each source, stance and set of figures, with the words that each value came from.

Rules. Accounts of one group by one source in one stance are one claim, as long as their figures for one effect agree; another figure is
another claim. Totals are summed over the groups of people that the source tells apart ("three soldiers and two civilians"), never over
parts ("including three children"). A claim without a time of its own is open and ends on the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ascribe.extract.accounts import Account
from ascribe.extract.confidence import signs
from ascribe.extract.grouping import Group
from ascribe.extract.happenings import sides
from ascribe.extract.mention import Mention
from ascribe.model.claims import Attribution, Casualty, Certainty, Claim, Count, Effect
from ascribe.model.decisions import Calibration
from ascribe.model.lexicon import Words
from ascribe.model.reading import Reading
from ascribe.model.text import Quote
from ascribe.model.times import Basis, TimeInterval

_TOTALS = {
    "fatalities": Effect.KILLED,
    "injured": Effect.INJURED,
    "abducted": Effect.ABDUCTED,
    "arrested": Effect.ARRESTED,
    "displaced": Effect.DISPLACED,
}


#: Equal figures nearer than this, in characters, are of different people in one list ("two soldiers and two farmers").
_ONE_LIST = 60


def claims(reading: Reading, groups: list[Group], words: Words, made_by: str, calibration: Calibration) -> tuple[Claim, ...]:
    """The claims of a document that are sure enough, numbered in the order of the text; `event` names the group."""
    listed: list[tuple[int, int, list[Account]]] = []
    for number, group in enumerate(groups):
        listed.extend((min(account.mention.start for account in bundle), number, bundle) for bundle in _bundles(group.accounts))
    listed.sort(key=lambda item: (item[0], item[1]))
    made = [(number, _claim(reading, bundle, words, made_by, calibration)) for _, number, bundle in listed]
    kept = [(number, claim) for number, claim in made if claim.confidence >= calibration.least]
    order = {number: place for place, number in enumerate(dict.fromkeys(number for number, _ in kept), start=1)}
    return tuple(replace(claim, id=f"c{place}", event=f"e{order[number]}") for place, (number, claim) in enumerate(kept, start=1))


def _bundles(accounts: list[Account]) -> list[list[Account]]:
    """Accounts that make one claim."""
    bundles: list[list[Account]] = []
    for account in accounts:
        for bundle in bundles:
            if _same_claim(bundle, account):
                bundle.append(account)
                break
        else:
            bundles.append([account])
    return bundles


def _same_claim(bundle: list[Account], account: Account) -> bool:
    first = bundle[0]
    if (first.source_key, first.stance, first.contests) != (account.source_key, account.stance, account.contests):
        return False
    if first.hedged != account.hedged and first.mention.sentence != account.mention.sentence:
        return False
    occurrences = {a.mention.occurrences.figures for a in (*bundle, account) if a.mention.occurrences}
    return len(occurrences) < 2 and _figures_agree([a.mention for a in bundle], account.mention)


def _figures_agree(told: list[Mention], mention: Mention) -> bool:
    """No effect gets two different numbers, unless they are told of different people in one sentence."""
    mine = {(c.effect, c.count.figures) for c in mention.casualties}
    theirs = {(c.effect, c.count.figures) for m in told for c in m.casualties}
    clash = {effect for effect, _ in mine} & {effect for effect, _ in theirs}
    if not clash:
        return True
    return all((effect, figures) in theirs for effect, figures in mine if effect in clash)


def _claim(reading: Reading, bundle: list[Account], words: Words, made_by: str, calibration: Calibration) -> Claim:
    whole = _merged(bundle)
    sides(whole)
    best = _fullest(bundle)
    casualties = (*whole.casualties, *whole.parts)
    totals = {field: _total(whole.casualties, effect) for field, effect in _TOTALS.items()}
    time = _time(reading, whole)
    evidence = _evidence(reading, whole, bundle)
    quote = best.quote or reading.document.quote(whole.start, whole.end)
    return Claim(
        id="",
        event="",
        event_type=whole.type,
        quote=quote,
        attribution=_attribution(reading, bundle, best),
        mode=whole.mode,
        tactics=tuple(whole.tactics),
        granularity=whole.granularity,
        modality=whole.modality,
        actors=tuple(whole.actors),
        recipients=tuple(whole.recipients),
        targets=tuple(whole.targets),
        weapons=tuple(whole.weapons),
        places=tuple(sorted(whole.places, key=lambda place: place.start)),
        time=time,
        casualties=casualties,
        victims=whole.victims,
        occurrences=whole.occurrences,
        sites=whole.sites,
        campaign=whole.campaign.exact if whole.campaign else None,
        purpose=whole.purpose,
        contexts=_contexts(quote, words),
        evidence=evidence,
        confidence=round(calibration.chance(signs(bundle, whole, best, time, _about(reading))), 2),
        made_by=made_by,
        parts=_parts(bundle),
        **totals,
    )


def _about(reading: Reading) -> float | None:
    """The encoder's chance that this text makes claims."""
    return max(reading.marks.claims, default=0.0) if reading.marks is not None else None


def _parts(bundle: list[Account]) -> tuple[tuple[str, str], ...]:
    """Which part read each field: the rules, the encoder, or both; nothing where the rules were alone."""
    if all(account.mark is None for account in bundle):
        return ()
    names = dict.fromkeys(name for account in bundle for name in ("event_type", *account.parts))
    found = {name: {account.parts.get(name, "rules") for account in bundle} for name in names}
    return tuple((name, parts.pop() if len(parts) == 1 else "both") for name, parts in found.items())


def _merged(bundle: list[Account]) -> Mention:
    """All that the accounts of one claim tell, in one mention."""
    whole = bundle[0].mention
    for account in bundle[1:]:
        whole.take(account.mention)
    told: dict[tuple[str, tuple[int | None, int | None, int | None]], int] = {}
    kept = []
    for casualty in whole.casualties:  # the headline's figure told again in the text is one figure
        first = told.setdefault((casualty.effect, casualty.count.figures), casualty.count.start)
        if casualty.count.start - first <= 0 or abs(casualty.count.start - first) < _ONE_LIST:
            kept.append(casualty)
    whole.casualties[:] = kept
    return whole


def _fullest(bundle: list[Account]) -> Account:
    """The account whose words carry the claim: with a cue, then with the most figures, then the first."""
    return max(
        bundle,
        key=lambda account: (
            account.speech is not None and account.speech.cue is not None,
            len(account.mention.casualties),
            account.mention.occurrences is not None,
            -account.mention.start,
        ),
    )


def _attribution(reading: Reading, bundle: list[Account], best: Account) -> Attribution:
    speech = best.speech
    content: Quote | None = None
    if "content" in best.evidence:
        content = best.evidence["content"][0]
    elif speech is not None and speech.verb_start >= 0:
        content = _content(reading, best)
    via = tuple({party.key: party for account in bundle for party in account.via}.values())
    return Attribution(
        source=best.source,
        stance=best.stance,
        certainty=Certainty.HEDGED if any(account.hedged for account in bundle) else Certainty.STATED,
        contests=best.contests,
        via=via,
        channel=next((account.speech.channel for account in bundle if account.speech and account.speech.channel), None),
        said=speech.said if speech else None,
        cue=speech.cue if speech else None,
        content=content,
    )


def _content(reading: Reading, account: Account) -> Quote | None:
    """What is attributed: what stands behind the cue, or before it when the speaker comes last."""
    speech = account.speech
    if speech is None:
        return None
    start, end = speech.start, speech.end
    if start < speech.verb_start:  # the speaker stands inside or behind what is said
        if account.mention.start < speech.verb_start:
            end = min(end, speech.verb_start)
        else:
            start = max(start, speech.verb_end)
    if (speech.cue is not None and start <= speech.cue.start < end) or (
        speech.cue is not None and speech.cue.start < start < speech.cue.end
    ):
        start = speech.cue.end
    text = reading.document.text
    while start < end and (text[start].isspace() or text[start] in ",:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;"):
        end -= 1
    return reading.document.quote(start, end) if end > start else None


def _time(reading: Reading, whole: Mention) -> TimeInterval:
    """The most precise time told; without one, open to the day of publication."""
    dated = [time for time in whole.times if time.start is not None]
    if dated:
        return min(dated, key=lambda time: (time.days or 10_000, time.start_offset or 0))
    if whole.times:
        return whole.times[0]
    published = _published(reading)
    return TimeInterval(None, published, Basis.PUBLICATION)


def _published(reading: Reading) -> date | None:
    try:
        return date.fromisoformat(reading.document.published) if reading.document.published else None
    except ValueError:
        return None


def _total(casualties: Iterable[Casualty], effect: Effect) -> Count | None:
    """The sum over the people told apart; one count stands as it is."""
    counted = [c.count for c in casualties if c.effect is effect]
    if not counted:
        return None
    if len(counted) == 1 or (len({c.figures for c in counted}) == 1 and _repeats(counted)):
        return counted[0]
    low = sum(c.low if c.low is not None else c.best or 0 for c in counted)
    best = None if any(c.best is None for c in counted) else sum(c.best or 0 for c in counted)
    high = None if any(c.high is None for c in counted) else sum(c.high or 0 for c in counted)
    first = counted[0]
    if high is not None and high < low:
        high = None
    return Count(low, best, high, " + ".join(c.text for c in counted), first.start, first.end)


def _repeats(counted: list[Count]) -> bool:
    """The same figure told again, far from the first."""
    return max(c.start for c in counted) - min(c.start for c in counted) > 120


def _evidence(reading: Reading, whole: Mention, bundle: list[Account]) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
    """The words for values that have no offsets of their own."""
    found: dict[str, list[Quote]] = {}
    if whole.tactics:
        found["tactics"] = list(whole.tactics.values())
    if whole.campaign is not None:
        found["campaign"] = [whole.campaign]
    found["event_type"] = [reading.document.quote(start, end) for start, end in sorted(_event_words(whole))]
    hedged = [account.quote for account in bundle if account.hedged and account.quote is not None]
    if hedged:
        found["certainty"] = hedged[:1]
    return tuple((name, tuple(quotes)) for name, quotes in found.items())


def _event_words(mention: Mention) -> set[tuple[int, int]]:
    """Where the words stand that name the happening, in the mention and in those that it took in (one may have taken in itself)."""
    found: dict[int, Mention] = {}
    waiting = [mention]
    while waiting:
        other = waiting.pop()
        if id(other) not in found:
            found[id(other)] = other
            waiting.extend(other.absorbed)
    return {(other.start, other.end) for other in found.values()}


def _contexts(quote: Quote, words: Words) -> tuple[str, ...]:
    """PLOVER's contexts that the words of the quote set."""
    said = set(quote.exact.lower().replace("-", " ").replace(",", " ").replace(".", " ").split())
    return tuple(name for name, cues in words.contexts.items() if said & cues)
