"""What `ascribe gazetteer` prints: installs, layers and candidates in words, and as plain records for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascribe.gazetteer import userlayers
from ascribe.gazetteer.userlayers import Damaged, Record

if TYPE_CHECKING:
    from ascribe.gazetteer.layerinstall import Installed
    from ascribe.gazetteer.search import Candidate


def told(made: Installed) -> Iterator[str]:
    """What an install did."""
    record = made.record
    yield f"{record.name}: installed{', in the place of the layer of that name' if made.replaced else ''}"
    yield f"  {record.places:,} places with {record.names:,} names, from {_files(record)}"
    left = [f"{record.not_read:,} features that are not read (roads, sea floor)"] if record.not_read else []
    left += [f"{record.elsewhere:,} places of other countries"] if record.elsewhere else []
    left += [f"{record.bad:,} bad line{'s' if record.bad > 1 else ''}"] if record.bad else []
    if left:
        yield f"  left out: {'; '.join(left)}"
    for trouble in made.troubles:
        yield f"    {trouble}"
    if record.bad > len(made.troubles):
        yield f"    and {record.bad - len(made.troubles):,} more"
    yield f"  terms: {record.licence}, {record.attribution}; name them when you publish what rests on it"


def _files(record: Record) -> str:
    return ", ".join(f"{Path(file.path).name} of {file.date}" for file in record.files)


def layer_record(one: Record | Damaged, cache: Path) -> dict[str, Any]:
    """A layer of the user's as a row."""
    if isinstance(one, Damaged):
        return {"name": one.name, "yours": True, "problem": str(userlayers.refused(one))}
    path = userlayers.folder(cache) / one.index
    row: dict[str, Any] = {"name": one.name, "rows": one.places, "version": one.files[0].date, "licence": one.licence}
    row |= {"attribution": one.attribution, "source": _files(one), "yours": True, "installed": one.installed, "country": one.country}
    row |= {"path": str(path), "bytes": path.stat().st_size if path.exists() else 0, "bad_lines": one.bad}
    row |= {"files": [{"path": f.path, "date": f.date, "bytes": f.size, "blake2b": f.content} for f in one.files]}
    if not userlayers.whole(cache, one):
        row["problem"] = str(userlayers.refused(one))
    return row


def listed(index: dict[str, Any], rows: list[dict[str, Any]], own: list[dict[str, Any]]) -> Iterator[str]:
    """The layers in words."""
    yield "What comes with the program"
    yield f"  {index['path']}, {_size(index['bytes'])}"
    for row in rows:
        yield from _layer(row)
    yield ""
    yield "Your own layers"
    if not own:
        yield "  none; ascribe gazetteer install PK.zip adds one (ascribe gazetteer install --help)"
    for row in own:
        if "rows" in row:
            yield from _layer(row)
            yield f"    {row['path']}, {_size(row['bytes'])}, installed {row['installed'][:10]}"
        if "problem" in row:
            yield f"  ! {row['problem']}"


def _layer(row: dict[str, Any]) -> Iterator[str]:
    yield f"  {row['name']:<12} {row['rows']:>11,} places   {row['licence']:<13} {row['version']}"
    yield f"    {row['attribution']}; from {row['source']}"


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"


def found(
    name: str, iso: str | None, these: list[Candidate], similar: list[Candidate], elsewhere: list[Candidate], limit: int
) -> Iterator[str]:
    """What a search found, in words."""
    where = f" in {iso}" if iso else ""
    if these:
        yield from _candidates(these, limit)
        return
    yield f"no place of the name “{name}”{where}"
    if elsewhere:
        yield "of that name in other countries:"
        yield from _candidates(elsewhere, limit)
    if similar:
        yield "did you mean:"
        yield from _candidates(similar, limit)
    elif not elsewhere:
        yield "and none like it; a layer of GeoNames knows more: ascribe gazetteer install --help"


def _candidates(found: list[Candidate], limit: int) -> Iterator[str]:
    for one in found[:limit]:
        entry = one.entry
        around = [part for part in (entry.admin2_name, entry.admin1_name, entry.country) if part and part != entry.name]
        point = f"{entry.latitude:.4f}, {entry.longitude:.4f}" if entry.point else "no point"
        number = f"GeoNames {entry.gazetteer_id}" if entry.gazetteer_id else "no GeoNames number"
        yield f"{one.score:6.1f}  {', '.join((entry.name, *around))}"
        yield f"        {'; '.join(one.reasons)}"
        yield f"        {entry.level} at {point}; {number}{', ' + entry.feature if entry.feature else ''}; layer {entry.layer}"
    if len(found) > limit:
        yield f"        and {len(found) - limit:,} more; --limit {len(found)} shows all"


def candidate_record(one: Candidate) -> dict[str, Any]:
    """A candidate as a record: its score, the reasons, and all that the gazetteer knows of it."""
    return {"score": one.score, "reasons": list(one.reasons), "spelling": one.spelling, **asdict(one.entry)}
