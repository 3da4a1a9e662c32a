"""The project's own corpus: claims as a whole, and each layer.

python -m benchmarks.stance DATA --predictions OUT.json [--engine auto|full|fast] [--misses N]

DATA are lines as `python -m corpus.build` writes them; `docid`, `text` and `published` are enough to predict. OUT is `{docid: {"claims":
[claim], "attributions": [{"source": {"start", "end"} | null, "cue": [[s, e]], "content": [[s, e]]}]}}`, claims as in docs/codebook.md.
Where DATA carries `claims`, precision and recall of claims are printed first (happening, source, stance and figures all right), then
each layer, with 95 % intervals by bootstrap over documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from ascribe.export.records import claim_record
from ascribe.model.reading import Reading
from benchmarks.coding import readings
from benchmarks.command import answers, command
from benchmarks.intervals import bootstrap, ends
from benchmarks.lines import Line, offsets, read_lines
from benchmarks.metrics.labels import Labels, by_label, macro_f1, share_right
from benchmarks.metrics.tally import Tally, total
from benchmarks.polnear import scores as attributions
from benchmarks.stance import scores
from benchmarks.stance.scores import Scored

ASPECTS = (("source", "stance", "figures"), ("source", "stance"), ("source",), ())


def predict(lines: Sequence[Line], engine: str = "auto") -> dict[str, Line]:
    """Claims and attributions of every text."""
    return {line["docid"]: written(reading) for line, reading in readings(lines, "documents", engine)}


def written(reading: Reading) -> Line:
    """A reading in the form that is scored."""
    return {
        "claims": [claim_record(claim) for claim in reading.claims],
        "attributions": [
            {
                "source": {"start": saying.source.start, "end": saying.source.end} if saying.source else None,
                "cue": offsets(saying.cue),
                "content": offsets(saying.content),
            }
            for saying in reading.sayings
        ],
    }


def report(documents: Sequence[Scored]) -> None:
    """Print every score."""
    claims = total(scores.claim_tally(scored) for scored in documents)
    print(f"{len(documents)} documents, {claims.wanted} claims in gold, {claims.given} coded")
    for aspects in ASPECTS:
        name = "claims: " + " + ".join(("happening", *aspects))
        print(f"{name:46} {_figure([scores.claim_tally(scored, aspects) for scored in documents])}")
    for layer in scores.VALUES:
        _report_layer(layer, documents)
    print(f"event words (overlap)    {_figure([scores.event_words(scored.gold, scored.found) for scored in documents])}")
    types = [pair for scored in documents for pair in scores.event_types(scored.gold, scored.found)]
    print(f"  type of those          {_share(types)}   tactics of matched claims {total(map(scores.tactics, documents))}")
    grouped = scores.incident_scores(documents)
    print("incidents                " + "   ".join(f"{name} F1 {100 * tally.f1:.1f}" for name, tally in grouped.items()))
    both = [(scores.sayings(scored.gold), scores.sayings(scored.found)) for scored in documents]
    print(f"attributions, linked     {_figure([attributions.linked(*pair) for pair in both])}")
    for element in attributions.ELEMENTS:
        tallies = {m.__name__: total(m(*pair, element) for pair in both) for m in (attributions.exact, attributions.characters)}
        print(f"  {element:8}               " + "   ".join(f"{name} {tally}" for name, tally in tallies.items()))


def _report_layer(layer: str, documents: Sequence[Scored]) -> None:
    each = [scores.labels(scored, layer) for scored in documents]
    met = list(chain.from_iterable(each))
    alone, whole = by_label(met), by_label([pair for scored in documents for pair in scores.end_to_end(scored, layer)])
    whole.pop("spurious", None)
    interval = bootstrap(each, lambda drawn: macro_f1(by_label(list(chain.from_iterable(drawn))).values()))
    told = f"{100 * macro_f1(alone.values()):.1f} {ends(interval)}, {_share(met)}"
    over = f"{100 * macro_f1(whole.values()):.1f}"
    print(f"{layer:24} macro F1 {told} of {len(met)} claims matched by happening and source; end to end macro F1 {over}")
    for label, tally in whole.items():
        print(f"    {label:14} {tally} of {int(tally.wanted)};  matched only {alone.get(label, Tally())}")


def _figure(tallies: Sequence[Tally]) -> str:
    sides = (("P", "precision"), ("R", "recall"), ("F1", "f1"))
    return "  ".join(f"{name} {_figure_of(tallies, side)}" for name, side in sides)


def _figure_of(tallies: Sequence[Tally], side: str) -> str:
    interval = bootstrap(tallies, lambda drawn: float(getattr(total(drawn), side)))
    return f"{100 * getattr(total(tallies), side):.1f} {ends(interval)}"


def _share(pairs: Labels) -> str:
    return f"{100 * share_right(pairs):.1f} % right"


def show_misses(documents: Sequence[Scored]) -> None:
    """Gold claims that were not found as they are, and coded claims that are not right."""
    for scored in documents:
        print(f"== {scored.gold['docid']}\n{scored.gold['text']}")
        missed, wrong = scores.unmatched(scored, [pair for pair in scored.pairs if pair.right])
        for name, claim in [*(("missed", claim) for claim in missed), *(("wrong", claim) for claim in wrong)]:
            said = claim["attribution"]
            source = said["source"]["name"] if said["source"] else None
            figures = {effect: min(forms, key=len) for effect, forms in scores.figures(claim).items()}
            told = f"{claim['event']} {claim['event_type']} {source!r} {said['stance']} {figures}"
            print(f"  {name} {told} {claim['quote']['exact'][:120]!r}")


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="show the texts and misses of N documents (not of the test part)"
    )
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    predictions = answers(asked, lines, partial(predict, engine=asked.engine))
    if lines and all("claims" in line for line in lines):
        documents = [Scored.of(line, predictions[line["docid"]]) for line in lines]
        report(documents)
        show_misses([scored for scored in documents if scored.gold.get("part") != "test"][: asked.misses])


if __name__ == "__main__":
    main()
