"""Records in plain words: what the table and the page both say. Nothing here asserts anything: it words what a record holds."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any

from ascribe.export import names
from ascribe.export.marks import on_one_line, shortened

Record = dict[str, Any]


def note(code: str) -> str:
    """What a note tells the reader."""
    return names.NOTES.get(code, code.replace("_", " "))


def warning(code: str) -> str:
    """The same where it warns of something, else nothing."""
    return "" if code in names.PLAIN_NOTES else note(code)


def title(document: Record) -> str:
    """The document's title, else how its text begins."""
    return shortened(document["title"] or document["text"].strip(), 120)


def imprint(document: Record) -> list[str]:
    """Outlet, day and language, as far as they are known."""
    known = (
        on_one_line(document["publisher"]) if document["publisher"] else "outlet not known",
        day(document["published"]) if document["published"] else "undated",
        f"language {document['language']}" if document["language"] not in {"en", None} else "",
    )
    return [fact for fact in known if fact]


def plural(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def name(code: str) -> str:
    """A code of a closed list as words."""
    return names.NAMES.get(code, code.replace("_", " ").replace("-", " "))


def kind(record: Record) -> str:
    """What sort of thing happened: the type, and the tactics or else the mode: `attack (ambush, sniper)`."""
    finer = [name(tactic) for tactic in record["tactics"]] or ([name(record["mode"])] if record.get("mode") else [])
    return names.TYPES[record["event_type"]] + (f" ({', '.join(finer)})" if finer else "")


def facts(claim: Record) -> list[tuple[str, str]]:
    """Who did it to whom, where, when and so on: what the claim says, each with its name, what it does not say left out."""
    said = (
        ("who", between(claim)),
        ("target", listed(map(thing, claim["targets"]))),
        ("weapon", listed(map(thing, claim["weapons"]))),
        ("where", places(claim["places"])),
        ("when", when(claim["time"])),
        ("how many", "; ".join(figures(claim))),
        ("campaign", on_one_line(claim["campaign"] or "")),
        ("purpose", f"“{shortened(claim['purpose']['exact'], 160)}”" if claim["purpose"] else ""),
    )
    return [(name, fact) for name, fact in said if fact]


def thing(record: Record) -> str:
    """A target or a weapon in the words of the text, and whose words they are if they are somebody's."""
    said = f" (so called by {party(record['according_to'])})" if record["according_to"] else ""
    return f"{shortened(record['text'], 60)}{said}"


def hedge(record: Record) -> str:
    """What is to be known of the kind of account: that it is told together, only planned, and so on; empty for a plain single event."""
    parts = {"aggregate": names.TOGETHER, "background": names.LONG_RUNNING}.get(record["granularity"], ""), modality(record)
    return "; ".join(part for part in parts if part)


def modality(record: Record) -> str:
    """Whether it happened, in words; empty if that is what is said."""
    return "" if record["modality"] == "actual" else f"{record['modality']}, not said to have happened"


def source(attribution: Record) -> str:
    """Who says so, and through whom it came: `residents, via Reuters`."""
    who = party(attribution["source"]) if attribution["source"] else names.ITSELF
    through = listed(party(via) for via in attribution["via"])
    return f"{who}, via {through}" if through else who


def stance(attribution: Record) -> str:
    """How the source stands to it, and how sure it is: `accused, hedged`, `denied (responsibility)`."""
    contests = attribution["contests"]
    said = attribution["stance"] + (f" ({names.DENIAL[contests]})" if contests else "")
    return f"{said}, {attribution['certainty']}"


def party(record: Record, *, quoting: bool = True) -> str:
    """Who that is, with the words of the text where they stand for somebody."""
    words = shortened(record["name"], 70)
    candidates = [on_one_line(c["canonical"]) for c in record["candidates"]]
    if len(candidates) > 1:
        return f"“{words}” ({' or '.join(candidates)})"
    canonical = record["canonical"] or record.get("stands_for")
    if canonical is None:
        return _inside_a_sentence(words)
    known = on_one_line(canonical)
    return f"{known} (“{words}”)" if quoting and record["inferred"] and words.casefold() != known.casefold() else known


#: Words that begin a description; with a capital they opened a sentence.
_OPENING = frozenset(
    "a an the at about some around nearly almost over up more fewer less several many dozens scores hundreds thousands one two three four "
    "five six seven eight nine ten eleven twelve all both other another".split()
)


def _inside_a_sentence(words: str) -> str:
    """A description without the capital that it had as the first of its sentence: "a further 21 people"."""
    first = words.split(" ", 1)[0]
    return words[0].lower() + words[1:] if first.istitle() and first.lower() in _OPENING and " " in words else words


def parties(records: Iterable[Record], *, quoting: bool = True) -> str:
    """Several parties, none twice; empty if there are none."""
    return listed(dict.fromkeys(party(record, quoting=quoting) for record in records))


def between(record: Record) -> str:
    """Who did it to whom, as the source tells it: `A → B`, `A and B` where all sides act; empty if nothing is said."""
    actors, recipients = parties(record["actors"]), parties(record["recipients"])
    if actors and recipients:
        return f"{actors} → {recipients}"
    if recipients:
        return f"nobody named → {recipients}"
    return actors


def places(records: Iterable[Record]) -> str:
    """Where: names as written, those within one area together: `Kech and Quetta (Balochistan)`; empty if there are none."""
    grouped: dict[str, dict[str, None]] = {}
    for record in records:
        grouped.setdefault(_around(record), {}).setdefault(_place(record))
    return "; ".join(f"{listed(inside)} ({around})" if around else listed(inside) for around, inside in grouped.items())


def _place(record: Record) -> str:
    words = shortened(record["name"], 60)
    return f"near {words}" if record["level"] == "near" and not words.lower().startswith("near") else words


def _around(record: Record) -> str:
    """What a place lies in, and how sure that is."""
    if record["level"] == "unlocated":
        return "not located"
    own = {str(record["name"]).casefold()}
    if record["inferred"] and record["canonical"] and record["canonical"].casefold() not in own:
        return f"placed in {on_one_line(record['canonical'])}"
    around = next((a for a in (record["admin2"], record["admin1"], record["country"]) if a and a.casefold() not in own), "")
    claimed = f"claimed by {listed(record['disputed'])}" if record["disputed"] else ""
    return ", ".join(part for part in (on_one_line(around), claimed) if part)


def when(record: Record | None) -> str:
    """The days, with the words that tell them; empty if there are none and no publication date sets an end."""
    if record is None:
        return ""
    days = interval(record["start"], record["end"])
    words = f"“{shortened(record['text'], 50)}”" if record["text"] else ""
    clock = f", {shortened(record['clock'], 30)}" if record["clock"] else ""
    if not days:
        return words + clock
    if record["basis"] == "publication" and not words:
        return f"{days} (no time said)"
    return f"{days}{clock} ({words})" if words else f"{days}{clock}"


def interval(start: str | None, end: str | None) -> str:
    """Two days as one phrase: `14 February 2019`, `24 April to 15 May 2025`."""
    if start is None:
        return f"no later than {day(end)}" if end else ""
    if end is None:
        return f"since {day(start)}"
    if start == end:
        return day(start)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and (first.year, first.month) == (last.year, last.month):
        return f"{names.MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(end)}"
    if first.year == last.year:
        return f"{first.day} {names.MONTHS[first.month - 1]} to {day(end)}"
    return f"{day(start)} to {day(end)}"


def day(iso: str) -> str:
    """`2019-02-14` as `14 February 2019`; what is no such day as it stands."""
    try:
        known = date.fromisoformat(iso)
    except ValueError:
        return on_one_line(iso)
    return f"{known.day} {names.MONTHS[known.month - 1]} {known.year}"


def number(count: Record) -> str:
    """The range that a number's words leave open: `24`, `at least 24`, `20 to 30`."""
    low, best, high = count["low"], count["best"], count["high"]
    if low is not None and high is not None:
        middle = f" (best {best:,})" if best not in {low, high, None} else ""
        return f"{low:,}{middle}" if low == high else f"{low:,} to {high:,}{middle}"
    if low is not None:
        return f"at least {low:,}" + (f" (best {best:,})" if best not in {low, None} else "")
    if high is not None:
        return f"at most {high:,}" + (f" (best {best:,})" if best not in {high, None} else "")
    return f"about {best:,}" if best is not None else f"“{shortened(count['text'], 40)}”"


def figures(claim: Record) -> list[str]:
    """How many, one phrase for each figure that the claim gives; who they are where one effect befell several groups."""
    told: list[str] = []
    for total, effect in names.TOTALS.items():
        groups = [casualty for casualty in claim["casualties"] if casualty["effect"] == effect]
        if claim[total]:
            told.append(f"{_worded(claim[total])} {effect}")
        if len(groups) > 1 or not claim[total]:
            told.extend(_befell(casualty) for casualty in groups)
    told.extend(_befell(casualty) for casualty in claim["casualties"] if casualty["effect"] not in names.EFFECTS)
    counts = (("victims", "affected"), ("occurrences", "happenings"), ("sites", "places"))
    return told + [f"{_worded(claim[field])} {noun}" for field, noun in counts if claim[field]]


def _befell(casualty: Record) -> str:
    return f"{_worded(casualty['count'])} {casualty['effect']} ({shortened(casualty['who'], 40)})"


def _worded(count: Record) -> str:
    """The number, with its words where they are not digits: `at least 24 (“dozens”)`."""
    said = number(count)
    digits = "".join(c for c in count["text"] if c.isdigit())
    return said if digits or said.startswith("“") else f"{said} (“{shortened(count['text'], 30)}”)"


def headline(event: Record, claims: Iterable[Record] = ()) -> str:
    """An event in one sentence. Who did it is only ever said to have done it."""
    where = places(event["places"][:4]) + ("; and other places" if len(event["places"]) > 4 else "")
    time = event["time"]
    days = interval(time["start"], time["end"]) if time and (time["start"] or time["text"]) else ""
    told = "; ".join((*_totals(event), *_together(claims)))
    where = f"in {where}" if where and not where.startswith(("near ", "off ", "outside ", "between ")) else where
    sentence = ", ".join(part for part in (" ".join(part for part in (_what(event), _who(event), where) if part), days) if part)
    sentence = f"{sentence}: {told}" if told else sentence
    return f"{sentence[0].upper()}{sentence[1:]}."


def _what(event: Record) -> str:
    words = kind(event)
    if event["modality"] != "actual":
        words = f"{event['modality']} {words}"
    return {"aggregate": f"several told together: {words}", "background": f"long-running: {words}"}.get(event["granularity"], words)


def _who(event: Record) -> str:
    """`said to be by A on B`; `between A and B` where all sides act."""
    actors, recipients = parties(event["actors"], quoting=False), parties(event["recipients"], quoting=False)
    mutual = event["event_type"] in names.MUTUAL or "armed_clash" in event["tactics"]
    if mutual and len(event["actors"]) > 1:
        return f"between {actors}"
    said = "by" if event["event_type"] in names.SPOKEN else "said to be by"
    towards = names.TOWARDS.get(event["event_type"], "towards")
    return " ".join(part for part in (f"{said} {actors}" if actors else "", f"{towards} {recipients}" if recipients else "") if part)


def _totals(event: Record) -> list[str]:
    return [f"{number(event[total])} {effect}" for total, effect in (("fatalities", "killed"), ("injured", "injured")) if event[total]]


def _together(claims: Iterable[Record]) -> list[str]:
    """How many happenings an account that tells several together speaks of."""
    found = [phrase for claim in claims for phrase in figures(claim) if phrase.endswith((" happenings", " places", " affected"))]
    return list(dict.fromkeys(found))


def standing(aspect: Record) -> str:
    """How far an aspect is borne out, by whom, and who contests it."""
    words = names.LEVELS[aspect["level"]]
    if aspect["sources"]:
        words += f" ({'; '.join(map(on_one_line, aspect['sources']))})"
    if aspect["contested_by"]:
        words += f"; contested by {listed(map(on_one_line, aspect['contested_by']))}"
    return words


def relation(record: Record) -> str:
    """How one event stands to another: `retaliates for`, before the other's id."""
    return names.RELATIONS.get(record["type"], name(record["type"]))


def listed(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    known = list(items)
    return f"{', '.join(known[:-1])} and {known[-1]}" if len(known) > 1 else "".join(known)
