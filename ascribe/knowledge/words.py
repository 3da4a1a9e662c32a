"""Reads the word lists of this folder into the tables of `model.lexicon`. This module does the reading; the lists hold the knowledge."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ascribe.errors import ConfigError
from ascribe.knowledge.inflection import plural, verb_forms
from ascribe.knowledge.place_words import place_words
from ascribe.model.claims import EventType, Stance
from ascribe.model.lexicon import (
    Act,
    AttributionWords,
    EventWords,
    Frame,
    Grammar,
    PhrasalVerb,
    Reference,
    Roles,
    SpeechVerb,
    SpeechWords,
    Things,
    Whereabouts,
    Words,
)
from ascribe.model.parties import Kind

#: Acts that PLOVER counts under another name.
_ACT_TYPES = {"CONDEMN": EventType.ACCUSE}


@cache
def load() -> Words:
    """All word lists that ship with the program."""
    events, speech = table("events"), table("speech")
    return Words(
        grammar=_grammar(table("grammar"), events, speech),
        events=_events(events),
        speech=_speech(speech),
        roles=_roles(table("roles")),
        things=_things(table("things")),
        whereabouts=_whereabouts(table("whereabouts")),
        attribution=_attribution(table("attribution")),
        contexts={name: frozenset(words.split()) for name, words in table("contexts").items()},
    )


def _attribution(raw: dict[str, Any]) -> AttributionWords:
    phrasal: dict[str, list[tuple[str, ...]]] = {}
    for phrase in raw.pop("phrasal"):
        lemma, *behind = phrase.split()
        phrasal.setdefault(lemma, []).append(tuple(behind))
    listed = {name: frozenset(words.split()) for name, words in raw.items()}
    return AttributionWords(phrasal={lemma: tuple(sorted(rows, key=len, reverse=True)) for lemma, rows in phrasal.items()}, **listed)


def _whereabouts(raw: dict[str, Any]) -> Whereabouts:
    listed = {name: frozenset(words.split()) for name, words in raw.pop("words").items()}
    takes = tuple(sorted(listed.pop("takes")))
    return Whereabouts(enough=raw.pop("enough"), weights=raw, takes=takes, words=place_words(), **listed)


def table(name: str) -> dict[str, Any]:
    """One word list as TOML gives it."""
    try:
        return tomllib.loads(files("ascribe.knowledge").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"knowledge/{name}.toml: {error}; mend the line it names") from error


def _listed(text: str) -> list[str]:
    """A list parted by commas where there are any, else by spaces."""
    pieces = text.split(",") if "," in text else text.split()
    return [" ".join(piece.split()) for piece in pieces if piece.strip()]


def _grammar(raw: Mapping[str, Any], events: Mapping[str, Any], speech: Mapping[str, Any]) -> Grammar:
    irregular: Mapping[str, str] = raw["irregular"]
    lemmas = dict.fromkeys([*raw["verbs"].split(), *irregular, *_event_lemmas(events), *_speech_lemmas(speech)])
    verbs: dict[str, tuple[str, set[str]]] = {}
    for lemma in lemmas:
        past, _, participle = irregular.get(lemma, "").partition(",")
        for form, tags in verb_forms(lemma, past, participle).items():
            if form in verbs and verbs[form][0] != lemma:
                if lemma in irregular and form != lemma:  # "found" is of find before it is of found
                    verbs[form] = (lemma, tags)
                continue
            verbs.setdefault(form, (lemma, set()))[1].update(tags)
    nouns = set(raw["also_nouns"].split())
    also_nouns = frozenset(nouns | {plural(noun) for noun in nouns})
    closed: dict[str, str] = {}
    for name, tag in _CLOSED:
        for word in raw[name].split():
            if tag == "JJ" and word in verbs and not verbs[word][1] & {"VB"}:
                continue  # "suspected", "wounded": the sentence says whether it is a verb
            closed.setdefault(word.replace("_", " "), tag)
    return Grammar(
        closed=closed,
        verbs={form: (lemma, frozenset(tags)) for form, (lemma, tags) in verbs.items()},
        also_nouns=also_nouns,
        adjectives=frozenset(raw["adjectives"].split()),
        participles=frozenset(raw["participles"].split()),
        adverbs=frozenset(raw["adverbs"].split()),
        prepositions=frozenset(raw["prepositions"].split()),
        gerunds=frozenset(raw["gerunds"].split()),
    )


#: List in grammar.toml -> tag. The first that holds a word wins.
_CLOSED = (
    ("possessives", "PP"),
    ("negations", "NOT"),
    ("be", "BE"),
    ("have", "HAVE"),
    ("do", "DO"),
    ("modals", "MD"),
    ("relatives", "WH"),
    ("conjunctions", "CC"),
    ("determiners", "D"),
    ("pronouns", "PN"),
    ("prepositions", "P"),
    ("subordinators", "SUB"),
    ("adverbs", "RB"),
    ("adjectives", "JJ"),
)


def _event_lemmas(raw: Mapping[str, Any]) -> Iterable[str]:
    for frame in raw.values():
        yield from frame.get("verbs", "").split()
        yield from (phrase.split()[0] for phrase in frame.get("phrases", ()))


def _speech_lemmas(raw: Mapping[str, Any]) -> Iterable[str]:
    for frame in [*raw.values(), *raw["acts"].values()]:
        verbs = frame.get("verbs", "") if isinstance(frame, dict) else ""
        yield from verbs.split()
        yield from (phrase.split()[0] for phrase in frame.get("phrases", ()))


def _events(raw: Mapping[str, Any]) -> EventWords:
    verbs: dict[str, Frame] = {}
    phrasal: dict[str, list[PhrasalVerb]] = {}
    nouns: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    plurals: set[str] = set()
    for name, entry in raw.items():
        frame = Frame(
            name=name,
            type=EventType(entry["type"]),
            mode=entry.get("mode"),
            tactics=tuple(entry.get("tactics", ())),
            effect=entry.get("effect"),
            subject=entry.get("subject", "actor"),
            weak=entry.get("weak", False),
            granularity=entry.get("granularity"),
        )
        for verb in entry.get("verbs", "").split():
            verbs.setdefault(verb, frame)
        for phrase in entry.get("phrases", ()):
            lemma, *rest = phrase.split()
            phrasal.setdefault(lemma, []).append(PhrasalVerb(tuple(rest), frame))
        for noun in _listed(entry["nouns"] if "," in entry.get("nouns", "") else entry.get("nouns", "") + ","):
            many = plural(noun)
            plurals.add(many.split()[-1])
            for form in (noun, many):
                words = form.split()
                nouns.setdefault(words[-1], []).append((tuple(words[:-1]), frame))
    return EventWords(
        verbs=verbs,
        phrasal={lemma: tuple(sorted(found, key=lambda p: -len(p.words))) for lemma, found in phrasal.items()},
        nouns={word: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for word, found in nouns.items()},
        plurals=frozenset(plurals),
    )


def _speech(raw: Mapping[str, Any]) -> SpeechWords:
    verbs: dict[str, SpeechVerb] = {}
    phrasal: dict[str, list[tuple[tuple[str, ...], SpeechVerb]]] = {}
    hedged = frozenset(raw["verbs_hedged"]["words"].split())
    for name, entry in raw.items():
        if "stance" not in entry:
            continue
        for verb in entry.get("verbs", "").split():
            verbs.setdefault(verb, SpeechVerb(Stance(entry["stance"]), name, verb in hedged))
        for phrase in entry.get("phrases", ()):
            lemma, *rest = phrase.split()
            phrasal.setdefault(lemma, []).append((tuple(rest), SpeechVerb(Stance(entry["stance"]), name)))
    acts: dict[str, Act] = {}
    act_phrases: dict[str, list[tuple[tuple[str, ...], Act]]] = {}
    for name, entry in raw["acts"].items():
        act = Act(_ACT_TYPES.get(name) or EventType(name), entry.get("mode"), name)
        for verb in entry.get("verbs", "").split():
            acts[verb] = act
        for phrase in entry.get("phrases", ()):
            lemma, *rest = phrase.split()
            act_phrases.setdefault(lemma, []).append((tuple(rest), act))
    return SpeechWords(
        verbs=verbs,
        phrasal={lemma: tuple(sorted(found, key=lambda p: -len(p[0]))) for lemma, found in phrasal.items()},
        acts=acts,
        act_phrases={lemma: tuple(found) for lemma, found in act_phrases.items()},
        hedges=frozenset(raw["hedges"]["words"].split()),
        nobody=frozenset(raw["nobody"]["words"].split()),
        unverified=tuple(raw["unverified"]["patterns"]),
        unclaimed=tuple(raw["unclaimed"]["patterns"]),
        channels=tuple(sorted(raw["channels"]["patterns"], key=len, reverse=True)),
        modality={name: tuple(words) for name, words in raw["modality"].items()},
        figures={name: frozenset(words.split()) for name, words in raw["figures"].items()},
    )


def _roles(raw: Mapping[str, Any]) -> Roles:
    kinds: dict[str, Kind] = {}
    forces: dict[str, str] = {}
    for name in Kind:
        entry = raw.get(name, {})
        for word in entry.get("words", "").split():
            kinds.setdefault(word, name)
        for force, words in entry.get("force", {}).items():
            forces.update(dict.fromkeys(words.split(), force))
    anaphors: dict[str, set[Kind]] = {}
    for name, words in raw["anaphors"].items():
        for word in words.split():
            anaphors.setdefault(word, set()).add(Kind(name))
    return Roles(
        kinds=kinds,
        forces=forces,
        titles=frozenset(raw["titles"]["words"].split()),
        spokes=frozenset(raw["spokes"]["words"].split()),
        anaphors={word: frozenset(found) for word, found in anaphors.items()},
        creeds={noun: tuple(stems.split()) for noun, stems in raw["creeds"].items()},
        reference=Reference(**{name: frozenset(words.split()) for name, words in raw["reference"].items()}),
    )


def _things(raw: Mapping[str, Any]) -> Things:
    return Things(
        weapons=_by_last_word(raw["weapons"]),
        targets=_by_last_word(raw["targets"]),
        tactics=raw["tactics"],
        modes=raw["modes"],
        vehicles=frozenset(_listed(raw["vehicles"]["words"])),
    )


def _by_last_word(raw: Mapping[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for category, listed in raw.items():
        for phrase in _listed(listed if "," in listed else listed + ","):
            for form in dict.fromkeys((phrase, plural(phrase))):
                *before, last = form.split()
                found.setdefault(last, []).append((tuple(before), category))
    return {word: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for word, pairs in found.items()}
