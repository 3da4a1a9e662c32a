"""The order of the work: read this file first.

A document becomes a reading; each step takes a reading and returns a new one with something more found in it. A step is a function, or a
small object that was handed what it needs (the register, the gazetteer, the word lists) when it was made.

    sentences   where sentences and words begin and end, and the dateline
    recased     which words are names, where a text is all in capitals
    encoder     what a small learned model marks: event words with their roles, cues, who is meant (engines `full` and `auto`)
    times       when: expressions of time, as days
    parses      tags, phrases and clauses
    names       parties that the register knows
    places      where: places, resolved with the whole text in view
    parties     who: what each noun phrase stands for
    sayings     whose words these are, whatever they are about
    claims      who says that who did what to whom, in which words; which claims are about one event
    events      the events, and how far each is borne out
    relations   how events stand to each other
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import reduce
from hashlib import sha256
from pathlib import Path

from ascribe import __version__
from ascribe.annotate.parse import Parses
from ascribe.annotate.recase import Recased
from ascribe.annotate.sentences import sentences
from ascribe.extract.code import Claims
from ascribe.extract.gate import may_tell_of_conflict
from ascribe.extract.relations import Relations
from ascribe.extract.sayings import Sayings
from ascribe.gazetteer.entries import Layer
from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.knowledge import decisions
from ascribe.knowledge import words as word_lists
from ascribe.knowledge.common_words import common_words
from ascribe.link.events import Events
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.resolve.parties import PartyNames, PartyPhrases
from ascribe.resolve.places.places import Places
from ascribe.resolve.register import Register
from ascribe.resolve.times.times import Times
from ascribe.settings import Settings

Step = Callable[[Reading], Reading]
#: Where the files of the encoder that ships stand.
WEIGHTS = Path(word_lists.__file__).parent / "encoder"


def steps(settings: Settings | None = None, index: Path | None = None, *, fillers: bool = False) -> tuple[Step, ...]:
    """The steps of the engine that the settings name.

    `fast` is the rules alone; `full` asks the encoder about every text; `auto` asks it only where a cheap look at the words finds that the
    text may tell of conflict. `index` is the file of the gazetteer; without one it is found, or built at the first call on a machine.
    `fillers`: the encoder marks the roles of MUC-4, too, which only its benchmark asks for.
    """
    settings = settings or Settings()
    words = word_lists.load()
    register = Register.load()
    gazetteer = Gazetteer(index)
    decided = decisions.load()
    asked = (_encoder(settings, fillers=fillers),) if uses_encoder(settings) else ()
    return (
        sentences,
        Recased(common_words),
        *asked,
        Times(register, gazetteer),
        Parses(words.grammar),
        PartyNames(register),
        Places(gazetteer, register),
        PartyPhrases(register, words.roles),
        Sayings(words, decided.choice),
        Claims(words, made_by=signature(settings, gazetteer.layers()), decisions=decided),
        Events(),
        Relations(),
    )


def fast(settings: Settings | None = None, index: Path | None = None) -> tuple[Step, ...]:
    """The rules alone: no learned part."""
    return steps(replace(settings or Settings(), engine="fast"), index)


def uses_encoder(settings: Settings) -> bool:
    """Whether these settings ask the encoder: `auto` does without where none is named and the one that ships is not installed."""
    return settings.engine == "full" or (settings.engine == "auto" and (bool(settings.weights) or (WEIGHTS / "manifest.json").exists()))


def _encoder(settings: Settings, *, fillers: bool) -> Step:
    """The learned part, which is loaded only by those who ask for it."""
    from ascribe.annotate.encoder import Encoder

    return Encoder(_weights(settings), may_tell_of_conflict if settings.engine == "auto" else None, fillers=fillers)


def _weights(settings: Settings) -> Path:
    return WEIGHTS if settings.weights is None else Path(settings.weights).expanduser()


def signature(settings: Settings, layers: Iterable[Layer] = ()) -> str:
    """Which part made a claim: its name, its version and a hash of all that its answer hangs on.

    That is: its options, what was fitted, the encoder's weights, and the layers of places that the user has installed.
    """
    installed = [f"{layer.name} {layer.version}" for layer in layers if layer.path is not None]
    weights = ((_weights(settings) / "manifest.json").read_text(encoding="utf-8"),) if uses_encoder(settings) else ()
    fitted = decisions.FILE.read_text(encoding="utf-8")
    options = sha256(repr((settings.coding(), installed, fitted, *weights)).encode()).hexdigest()[:8]
    return f"{settings.engine} {__version__} {options}"


def read_through(documents: Iterable[Document], steps: tuple[Step, ...]) -> Iterator[Reading]:
    """Run every step over every document. Documents do not see each other here."""
    for document in documents:
        yield reduce(lambda reading, step: step(reading), steps, Reading(document))
