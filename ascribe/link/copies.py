"""Copies of one text count once: thirty sites that reprint one wire are one source.

Two stories of one event share names, figures and what was said to all; a copy shares the telling. So words in quotation marks in either
text, and sentences that a site puts around its articles, count neither for a copy nor against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ascribe.link.overlaps import SHORTEST, Overlap, Run
from ascribe.link.wording import Wording

#: From here on a text is a copy: the share of the shorter text's telling that both have, and where they have it at head or foot only.
#: Chosen on the development half of the confusables (copies 0.54 to 1, all others 0) and by reading pairs of real news. In ECB+ nearly all
#: of some forty pairs of stories of one event between 0.4 and 0.6 were of one wire. Furniture that `wording` does not know reached 0.32 in
#: LGL and 0.52 in PolNeAR, at the foot of both texts each time.
_SHARE, _SHARE_AT_THE_EDGE = 0.4, 0.6
#: A run within so many words of the beginning of both texts, or of the end of both, is at their edge.
_EDGE = 10
#: Two texts that share so much of all their words are copies whatever is quoted: a statement that both print.
_ALL = 0.9
#: A copy has at least so many words of telling in common, and so much of the longer text's. Where that is less the longer text has its own
#: to tell, and what is copied in it is told passage by passage.
_TOLD, _SHARE_OF_LONGER = 20, 0.2
_SHARES = "a tenth|a fifth|three tenths|two fifths|half|three fifths|seven tenths|four fifths|nine tenths".split("|")


class Copying(StrEnum):
    """How two texts stand to each other in their wording."""

    COPY = "copy"  # one tells with the words of the other, or both with those of a third
    PARTLY = "partly"  # some passages are shared: each claim is looked at by its passage
    INDEPENDENT = "independent"  # nothing is shared but names, figures, quotations and furniture


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether two texts are copies, with the sentence for a person. `share` is that of the shorter text's telling, 0 to 1."""

    copying: Copying
    share: float
    says: str


def copy_of(overlap: Overlap) -> Likeness:
    """Whether one of two texts is a copy of the other, or both are of a third.

    It is where two fifths of the shorter text's telling stand word for word in the other; three fifths where all of it stands at the head
    or at the foot of both, as what a site puts around its articles does. It is to be a fifth of the longer text, too. Texts of which nine
    tenths of all words are the same are copies as well. Less than that is copied in part.
    """
    share = max(overlap.left_share, overlap.right_share)
    counted = [run for run in overlap.runs if run.told >= SHORTEST]
    wanted = _SHARE_AT_THE_EDGE if all(_at_the_edge(run, overlap) for run in counted) else _SHARE
    enough = share >= wanted and min(overlap.left_share, overlap.right_share) >= _SHARE_OF_LONGER and overlap.told >= _TOLD
    less = Copying.PARTLY if counted else Copying.INDEPENDENT
    return Likeness(Copying.COPY if enough or _same_throughout(overlap) else less, share, _says(overlap, share, counted))


def origins(documents: Iterable[str], copies: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The documents in groups of one origin: copies of copies are copies. Groups, and the documents in them, are in the order of their ids.

    `copies` are pairs of these documents that are one in origin, whatever shows it: their wording, or the agency that both credit.
    """
    leader = {name: name for name in documents}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for one, other in copies:
        first, second = sorted((lead(one), lead(other)))
        leader[second] = first
    groups: dict[str, list[str]] = {}
    for name in sorted(leader):
        groups.setdefault(lead(name), []).append(name)
    return tuple(tuple(members) for members in groups.values())


def _at_the_edge(run: Run, overlap: Overlap) -> bool:
    """The run begins where both texts begin, or ends where both end."""
    sides = ((overlap.left, run.left), (overlap.right, run.right))
    return all(text.before(span.start) <= _EDGE for text, span in sides) or all(_behind(text, span.end) <= _EDGE for text, span in sides)


def _behind(text: Wording, at: int) -> int:
    return len(text.words) - text.before(at)


def _same_throughout(overlap: Overlap) -> bool:
    return all(overlap.words >= _ALL * len(text.words) > 0 for text in (overlap.left, overlap.right))


def _says(overlap: Overlap, share: float, counted: list[Run]) -> str:
    if not overlap.runs:
        return "no stretch of words stands in both texts"
    if not counted:
        return "what both share is quoted, or is what a site puts around its articles"
    named = "" if share >= 0.95 else "less than a tenth of " if share < 0.05 else f"{_SHARES[round(10 * share) - 1]} of "
    return f"{named}the shorter text stands word for word in the other; the longest run has {overlap.longest} words"
