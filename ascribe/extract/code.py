"""The step that makes claims of a parsed reading: sentence by sentence, then the document as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ascribe.extract.accounts import Account, accounts
from ascribe.extract.acts import acts
from ascribe.extract.attribution import Speech, speeches
from ascribe.extract.background import in_passing, is_background
from ascribe.extract.circumstances import complete, stands_apart
from ascribe.extract.claims import claims
from ascribe.extract.disputes import settle
from ascribe.extract.figures import Figures
from ascribe.extract.fused import Entry, entries, fused
from ascribe.extract.grouping import group
from ascribe.extract.happenings import keep, mentions
from ascribe.extract.marked import Marked
from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene, scenes
from ascribe.extract.spoken_of import is_spoken_of
from ascribe.extract.tolls import tolls
from ascribe.model.claims import Granularity, Modality
from ascribe.model.decisions import Decisions
from ascribe.model.lexicon import Words
from ascribe.model.reading import Reading


def _of_anybody(scene: Scene, mention: Mention) -> bool:
    """What befell anybody at all: "denied that anyone had been killed"."""
    if mention.clause is None:
        return False
    return any(scene.head(at) in {"anyone", "anybody"} for at in scene.parse.clauses[mention.clause].subjects)


def _by_source(account: Account) -> Iterator[Account]:
    """An account for each of those who give it together: "police and residents said" (records.md: one claim for each source)."""
    yield account
    speech = account.speech
    if speech is None or account.source is None or account.source != speech.source:
        return
    for other in speech.others:
        yield replace(account, source=other, mention=account.mention.copy())


@dataclass(frozen=True, slots=True)
class Told:
    """What the rules read in a text: its scenes, the accounts in their order, and for each scene those who speak in it."""

    scenes: list[Scene]
    accounts: list[Account]
    speakers: list[list[Speech]]
    figures: Figures


class Claims:
    """Find every claim in a reading."""

    def __init__(self, words: Words, made_by: str, decisions: Decisions | None = None) -> None:
        self.words = words
        self.made_by = made_by
        self.decisions = decisions or Decisions()

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its claims; each names its event."""
        if reading.document.language not in {None, "en"}:
            return reading
        told = self.told(reading)
        if reading.marks is None:
            groups, calibration = group(told.accounts), self.decisions.rules
        else:
            groups, calibration = fused(told.accounts, self.marked(reading, told), self.decisions), self.decisions.both
        settle(groups)
        for several in groups:
            several.accounts = [each for account in several.accounts for each in _by_source(account)]
        return replace(reading, claims=claims(reading, groups, self.words, self.made_by, calibration))

    def marked(self, reading: Reading, told: Told) -> Marked:
        """The marks of a reading beside what the rules read in it."""
        return Marked(reading, told.scenes, told.speakers, self.decisions.choice, told.figures.is_figure)

    def entries(self, reading: Reading) -> tuple[Marked, list[Entry]]:
        """The accounts of both parts before they are grouped, for those who fit how they are."""
        told = self.told(reading)
        marked = self.marked(reading, told)
        return marked, entries(told.accounts, marked, self.decisions)

    def told(self, reading: Reading) -> Told:
        """Every account in the text that the rules read, in order, with the scenes and those who speak in them."""
        views = scenes(reading, self.words)
        told = [mentions(scene) for scene in views]
        figures = Figures(reading, self.words, told)
        if not figures.of_conflict and reading.marks is None:
            return Told([], [], [], figures)
        violent = figures.violent
        found: list[Account] = []
        speaking: list[list[Speech]] = []
        last: Speech | None = None
        for scene, listed in zip(views, told, strict=True):
            kept = [
                mention
                for mention in listed
                if (keep(mention, violent) or _of_anybody(scene, mention))
                and not figures.is_figure(scene, mention)
                and not is_spoken_of(scene, mention)
            ]
            if violent:
                kept.extend(tolls(scene, kept))
            for mention in list(kept):
                if is_background(scene, mention):
                    mention.granularity = Granularity.BACKGROUND
                    if in_passing(scene, mention):
                        kept.remove(mention)
            for mention in kept:
                if mention.reference in {"verb", "indefinite"} and not mention.is_toll and stands_apart(scene, mention, kept):
                    mention.reference = "another"
            speakers = speeches(scene, last)
            speaking.append(speakers)
            complete(scene, kept, speakers)
            made = (
                [a for a in accounts(scene, kept, speakers) if a.mention.modality is not Modality.HYPOTHETICAL or a.speech]
                if violent or kept
                else []
            )
            made.extend(acts(scene, made, speakers) if figures.political else [])
            found.extend(sorted(made, key=lambda account: account.mention.start))
            last = speakers[-1] if speakers else None
        return Told(views, found if figures.of_conflict else [], speaking, figures)
