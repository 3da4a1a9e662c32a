"""How far two passes over the same documents agree, layer by layer.

python -m corpus.agreement FIRST SECOND [--muc4 DATA]

FIRST and SECOND are folders with annotations of the same documents (NAME.json; the texts are those of the corpus, or with --muc4 those
of that file). Printed are F1 of spans (exact, and by overlap), Krippendorff's alpha of words for layers of spans (each word is in the
span or not), alpha of values on what both passes marked, and for grouping B-cubed of one pass against the other. These are two passes by
automated annotators of one kind. They say how well the guidelines fix a decision for such annotators, and nothing of how far people
would agree.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ascribe.model.text import Span
from benchmarks.lines import Line, read_lines
from benchmarks.metrics.alpha import alpha
from benchmarks.metrics.labels import Labels, share_right
from benchmarks.metrics.tally import Tally, meeting, shared, total
from benchmarks.polnear import scores as attributions
from benchmarks.stance import scores
from benchmarks.stance.scores import Scored
from corpus.build import line
from corpus.gold import read
from corpus.parts import MODERN, muc4_texts

Both = Sequence[Scored]


def passes(first: Path, second: Path, texts: dict[str, str]) -> list[Scored]:
    """The documents that both passes hold, the first in the place of gold."""
    one, other = _annotations(first), _annotations(second)
    return [Scored.of(_line(one[name], texts), _line(other[name], texts)) for name in sorted(one.keys() & other.keys())]


def _annotations(path: Path) -> dict[str, dict[str, Any]]:
    """Annotations by document, from a folder of files or from a file of lines."""
    rows = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(path.glob("*.json"))] if path.is_dir() else read_lines(path)
    return {row["document"]: row for row in rows}


def _line(annotation: dict[str, Any], texts: dict[str, str]) -> Line:
    name = annotation["document"]
    text = texts[name] if name in texts else (MODERN / f"{name}.txt").read_text(encoding="utf-8")
    made = line(read(annotation, text))
    named = {event["id"]: event["words"] for event in made["events"]}
    for claim in made["claims"]:
        claim["evidence"] = {"event_type": [{"start": start, "end": end} for start, end in named[claim["event"]]]}
    return made


def spans_of(document: Line, layer: str) -> list[Span]:
    """The spans of a layer: source, cue, content, or the words of events."""
    if layer == "event words":
        return [Span(*word) for event in document["events"] for word in event["words"]]
    return sorted(attributions.spans(scores.sayings(document), layer))


def exactly(both: Both, layer: str) -> Tally:
    """Spans that are the same."""
    return total(shared(set(spans_of(scored.gold, layer)), set(spans_of(scored.found, layer))) for scored in both)


def by_overlap(both: Both, layer: str) -> Tally:
    """Spans that share a character with one of the other pass."""
    return total(meeting(spans_of(scored.gold, layer), spans_of(scored.found, layer), Span.overlaps) for scored in both)


def words_alpha(both: Both, layer: str) -> float | None:
    """Alpha over the words of the texts: each is in a span of the layer or not."""
    units = []
    for scored in both:
        first, second = ({at for s in spans_of(side, layer) for at in range(s.start, s.end)} for side in (scored.gold, scored.found))
        units += [(str(word.start() in first), str(word.start() in second)) for word in re.finditer(r"\w+", scored.gold["text"])]
    return alpha(units)


def event_pairs(both: Both, layer: str) -> list[tuple[str, str]]:
    """The values of a layer of events on the words that both passes marked."""
    found = []
    for scored in both:
        theirs = {tuple(word): event for event in scored.found["events"] for word in event["words"]}
        for event in scored.gold["events"]:
            for word in event["words"]:
                other = next((e for w, e in theirs.items() if w[0] < word[1] and word[0] < w[1]), None)
                if other is not None:
                    found.append((str(event[layer]), str(other[layer])))
    return found


def report(both: Both) -> Iterable[str]:
    """The figures, a line each."""
    yield f"{len(both)} documents"
    yield "layer | exact span F1 | overlap F1 | alpha of words"
    for layer in (*attributions.ELEMENTS, "event words"):
        yield f"{layer} | {100 * exactly(both, layer).f1:.1f} | {100 * by_overlap(both, layer).f1:.1f} | {_alpha(words_alpha(both, layer))}"
    linked = total(attributions.linked(scores.sayings(scored.gold), scores.sayings(scored.found)) for scored in both)
    yield f"attributions, linked F1 {100 * linked.f1:.1f}"
    for aspects in (("source", "stance", "figures"), ("source",), ()):
        tally = total(scores.claim_tally(scored, aspects) for scored in both)
        yield f"claims, {' + '.join(('happening', *aspects))} F1 {100 * tally.f1:.1f}"
    yield "value | units | share alike | alpha"
    for layer in scores.VALUES:
        yield _values(layer, [pair for scored in both for pair in scores.labels(scored, layer)])
    for layer in ("type", "mode", "granularity", "modality"):
        yield _values(f"event's {layer}", event_pairs(both, layer))
    grouped = scores.incident_scores(both)
    yield "grouping of event words | " + " | ".join(f"{name} F1 {100 * tally.f1:.1f}" for name, tally in grouped.items())


def differences(scored: Scored) -> Iterable[str]:
    """What one pass over a document has and the other has not, and the values that differ: what has to be decided."""
    text = scored.gold["text"]
    yield f"== {scored.gold['docid']}"
    for layer in (*attributions.ELEMENTS, "event words"):
        ours, theirs = set(spans_of(scored.gold, layer)), set(spans_of(scored.found, layer))
        for name, alone in (("first", ours - theirs), ("second", theirs - ours)):
            yield from (f"{layer}, only {name}: {text[span.start : span.end]!r} at {span.start}" for span in sorted(alone))
    for pair in scored.pairs:
        told = [
            f"{layer} {a} / {b}"
            for layer in scores.VALUES
            if (a := scores.value(pair.gold, layer)) != (b := scores.value(pair.found, layer))
        ]
        told += ["source"] * (not pair.source) + ["figures"] * (not pair.figures)
        if told:
            yield f"claim {pair.gold['id']} / {pair.found['id']}: {', '.join(told)}: {pair.gold['quote']['exact']!r}"
    for name, claims in zip(("first", "second"), scores.unmatched(scored, scored.pairs), strict=True):
        for claim in claims:
            stance = claim["attribution"]["stance"]
            yield f"claim only {name}: {claim['id']} {claim['event_type']} {stance}: {claim['quote']['exact']!r}"


def _values(name: str, pairs: Labels) -> str:
    return f"{name} | {len(pairs)} | {100 * share_right(pairs):.1f} % | {_alpha(alpha(pairs))}"


def _alpha(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"


def main() -> None:
    """Print the agreement of two folders."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--muc4", type=Path, metavar="DATA")
    parser.add_argument("--differences", action="store_true", help="list what differs, document by document")
    asked = parser.parse_args()
    texts = muc4_texts(asked.muc4)
    both = passes(asked.first, asked.second, texts)
    for told in report(both):
        print(told)
    if asked.differences:
        for scored in both:
            print("\n".join(differences(scored)))


if __name__ == "__main__":
    main()
