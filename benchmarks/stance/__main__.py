"""The project's own corpus: claims as a whole, and each layer.

python -m benchmarks.stance DATA --predictions OUT.json [--engine auto|fast] [--misses N]

DATA are lines as `python -m corpus.build` writes them; `docid`, `text` and `published` are enough to predict. OUT is `{docid: {"claims":
[claim], "attributions": [{"source": {"start", "end"} | null, "cue": [[s, e]], "content": [[s, e]]}]}}`, claims as in docs/codebook.md.
Where DATA carries `claims`, precision and recall of claims are printed first (happening, source, stance and figures all right), then
each layer, with 95 % intervals by bootstrap over documents.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from ascribe.export.records import claim_record
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import fast
from benchmarks.command import answers, command
from benchmarks.intervals import bootstrap
from benchmarks.lines import Line, progress, read_lines
from benchmarks.metrics.tally import Tally, total
from benchmarks.polnear import scores as attributions
from benchmarks.stance import scores

Scored = tuple[Line, Line]
ASPECTS = (("source", "stance", "figures"), ("source", "stance"), ("source",), ())


def predict(lines: Sequence[Line]) -> dict[str, Line]:
    """Claims and attributions of every text."""
    steps = fast()
    return {line["docid"]: coded(line, steps) for line in progress(lines, "documents")}


def coded(line: Line, steps: Sequence[Callable[[Reading], Reading]]) -> Line:
    """What the engine makes of one text."""
    document = Document.of(line["text"], published=line.get("published"), language="en")
    reading = reduce(lambda found, step: step(found), steps, Reading(document))
    return {
        "claims": [claim_record(claim) for claim in reading.claims],
        "attributions": [
            {
                "source": {"start": saying.source.start, "end": saying.source.end} if saying.source else None,
                "cue": [[piece.start, piece.end] for piece in saying.cue],
                "content": [[piece.start, piece.end] for piece in saying.content],
            }
            for saying in reading.sayings
        ],
    }


def report(documents: Sequence[Scored]) -> None:
    """Print every score."""
    wanted, given = sum(len(gold["claims"]) for gold, _ in documents), sum(len(found["claims"]) for _, found in documents)
    print(f"{len(documents)} documents, {wanted} claims in gold, {given} coded")
    for aspects in ASPECTS:
        name = "claims: " + " + ".join(("happening", *aspects))
        print(f"{name:46} {_figure([scores.claim_tally(g, f, aspects) for g, f in documents])}")
    for layer in scores.VALUES:
        _report_layer(layer, documents)
    print(f"event words (overlap)    {_figure([scores.event_words(g, f) for g, f in documents])}")
    types = [pair for g, f in documents for pair in scores.event_types(g, f)]
    print(f"  type of those          {_share(types)}   tactics of matched claims {total(scores.tactics(g, f) for g, f in documents)}")
    grouped = scores.incident_scores(documents)
    print("incidents                " + "   ".join(f"{name} F1 {100 * tally.f1:.1f}" for name, tally in grouped.items()))
    both = [(scores.sayings(g["attributions"]), scores.sayings(f["attributions"])) for g, f in documents]
    print(f"attributions, linked     {_figure([attributions.linked(*pair) for pair in both])}")
    for element in attributions.ELEMENTS:
        tallies = {m.__name__: total(m(*pair, element) for pair in both) for m in (attributions.exact, attributions.characters)}
        print(f"  {element:8}               " + "   ".join(f"{name} {tally}" for name, tally in tallies.items()))


def _report_layer(layer: str, documents: Sequence[Scored]) -> None:
    each = [[(scores.value(p.gold, layer), scores.value(p.found, layer)) for p in scores.pairs(*pair) if p.source] for pair in documents]
    met = [pair for labels in each for pair in labels]
    whole = [pair for g, f in documents for pair in scores.end_to_end(g, f, layer)]
    alone, ends = scores.by_label(met), scores.by_label(whole)
    ends.pop("spurious", None)
    low, high = bootstrap(each, lambda drawn: scores.macro_f1(scores.by_label([p for labels in drawn for p in labels]).values()))
    told = f"{100 * scores.macro_f1(alone.values()):.1f} [{100 * low:.1f}, {100 * high:.1f}], {_share(met)}"
    over = f"{100 * scores.macro_f1(ends.values()):.1f}"
    print(f"{layer:24} macro F1 {told} of {len(met)} claims matched by happening and source; end to end macro F1 {over}")
    for label, tally in ends.items():
        print(f"    {label:14} {tally} of {int(tally.wanted)};  matched only {alone.get(label, Tally())}")


def _figure(tallies: Sequence[Tally]) -> str:
    p, r, f = (bootstrap(tallies, lambda drawn, side=side: getattr(total(drawn), side)) for side in ("precision", "recall", "f1"))  # type: ignore[misc]
    whole = total(tallies)
    ends = [f"[{100 * low:.1f}, {100 * high:.1f}]" for low, high in (p, r, f)]
    return f"P {100 * whole.precision:.1f} {ends[0]}  R {100 * whole.recall:.1f} {ends[1]}  F1 {100 * whole.f1:.1f} {ends[2]}"


def _share(labels: Sequence[tuple[str, str]]) -> str:
    return f"{100 * sum(g == f for g, f in labels) / max(1, len(labels)):.1f} % right"


def show_misses(documents: Sequence[Scored], most: int) -> None:
    """Gold claims that were not found as they are, and coded claims that are not right."""
    for gold, found in documents:
        met = scores.pairs(gold, found)
        right = {id(claim) for pair in met if pair.right for claim in (pair.gold, pair.found)}
        print(f"== {gold['docid']}\n{gold['text']}")
        for name, claims in (("missed", gold["claims"]), ("wrong", found["claims"])):
            for claim in claims:
                if id(claim) not in right:
                    said = claim["attribution"]
                    source = said["source"]["name"] if said["source"] else None
                    figures = {effect: min(forms, key=len) for effect, forms in scores.figures(claim).items()}
                    told = f"{claim['event']} {claim['event_type']} {source!r} {said['stance']} {figures}"
                    print(f"  {name} {told} {claim['quote']['exact'][:120]!r}")
        most -= 1
        if most <= 0:
            return


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="show the texts and misses of N documents (not of the test part)"
    )
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    predictions = answers(asked, lines, predict)
    if lines and all("claims" in line for line in lines):
        documents = [(line, predictions[line["docid"]]) for line in lines]
        report(documents)
        if asked.misses:
            show_misses([pair for pair in documents if pair[0].get("part") != "test"], asked.misses)


if __name__ == "__main__":
    main()
