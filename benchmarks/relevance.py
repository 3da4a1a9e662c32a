"""Whether a description tells of one conflict event that happened and can be coded; whether it sums up several; of which types it is.

python -m benchmarks.relevance DATA --predictions OUT.json [--engine auto|full|fast] [--misses N]

DATA has lines `{id, text}`; OUT is `{id: {"relevant": bool, "aggregate": bool, "types": [...]}}`. Where DATA carries `relevant`, F1 of
relevance, of aggregates and of types (micro, over relevant and aggregate items) are printed, with 95 % intervals by bootstrap, beside
the answer "relevant" for everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from benchmarks.coding import readings
from benchmarks.command import answers, command
from benchmarks.intervals import f1_ends
from benchmarks.lines import Line, read_lines
from benchmarks.metrics.tally import Tally, matched, shared, total
from benchmarks.snippets.relevant import relevance

Answer = dict[str, object]


def predict(lines: Sequence[Line], engine: str = "auto") -> dict[str, Answer]:
    """The answers for every description."""
    return {line["id"]: relevance(reading) for line, reading in readings(lines, "snippets", engine)}


def tally(gold: Line, found: Answer, name: str) -> Tally:
    """One answer of yes or no."""
    return matched(float(bool(gold[name]) and bool(found[name])), float(bool(found[name])), float(bool(gold[name])))


def types(gold: Line, found: Answer) -> Tally:
    """The types of one description, where gold has any."""
    wanted = set(gold["types"])
    return shared(wanted, set(found["types"])) if wanted else Tally()  # type: ignore[call-overload]


def report(lines: Sequence[Line], predictions: dict[str, Answer]) -> None:
    """Print the scores."""
    relevant, aggregates = (sum(line[name] for line in lines) for name in ("relevant", "aggregate"))
    print(f"{len(lines)} descriptions, {relevant} relevant, {aggregates} aggregates")
    answered = [(line, predictions[line["id"]]) for line in lines]
    for name in ("relevant", "aggregate"):
        print(_figure(name, [tally(line, found, name) for line, found in answered]))
    print(_figure("types", [types(line, found) for line, found in answered]))
    print(_figure("all relevant", [tally(line, {"relevant": True}, "relevant") for line in lines]))


def _figure(name: str, tallies: Sequence[Tally]) -> str:
    return f"{name:12} {total(tallies)} {f1_ends(tallies)}"


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N wrong answers on relevance or aggregates")
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    predictions = answers(asked, lines, partial(predict, engine=asked.engine))
    if lines and all("relevant" in line for line in lines):
        report(lines, predictions)
        wrong = [
            line for line in lines if any(bool(line[name]) != bool(predictions[line["id"]][name]) for name in ("relevant", "aggregate"))
        ]
        for line in wrong[: asked.misses]:
            answer = predictions[line["id"]]
            print(
                f"{line['id']} gold {line['relevant']}/{line['aggregate']} not {answer['relevant']}/{answer['aggregate']}: {line['text']}"
            )


if __name__ == "__main__":
    main()
