"""Where the happening of a word was: each row is a sentence with the word between ** and the places that are its own."""

import pytest

from ascribe.extract.whereabouts import whereabouts
from ascribe.knowledge import words
from ascribe.model.reading import Reading
from ascribe.model.text import Document, Span
from ascribe.pipeline import read_through
from ascribe.resolve.places.places import Places
from tests.make import steps


def own(marked):
    before, word, after = marked.split("**")
    text = before + word + after
    stop = 1 + next(at for at, step in enumerate(steps()) if isinstance(step, Places))
    reading = next(read_through([Document.of(text, language="en")], steps()[:stop]))
    return [place.name for place in whereabouts(reading, Span(len(before), len(before) + len(word)), words.load().whereabouts)]


@pytest.mark.parametrize(
    ("marked", "places"),
    [
        ("Nine people were **killed** in Mogadishu on Sunday.", ["Mogadishu"]),
        ("In Kandahar, gunmen **shot** a teacher.", ["Kandahar"]),
        ("Rebels **captured** Manbij at dawn.", ["Manbij"]),
        ("Rebels attacked Manbij, **killing** eight people.", ["Manbij"]),
        ("Sirte was **shelled** all night.", ["Sirte"]),
        ("They **killed** a trader from Herat.", []),
        ("Men **opened** fire outside the U.S. Embassy in Nairobi.", ["Nairobi"]),
        ("A soldier was **shot** in the West Bank city of Nablus.", ["Nablus"]),
        ("A bomb **exploded** in Taji, just north of Baghdad.", ["Taji"]),
        ("Shells **hit** homes in Azaz in Aleppo province.", ["Azaz"]),
        ("Clashes **broke** out in Kidal, Gao and Menaka.", ["Kidal", "Gao", "Menaka"]),
        ("A spokesman said in Kabul that two men had been **shot** in Kunduz.", ["Kunduz"]),
        ("Gunmen **raided** three villages, including Zobari, on Friday.", ["Zobari"]),
        ("The talks **failed**.", []),
    ],
    ids=[
        "behind a preposition",
        "at the front",
        "the object",
        "the object of the verb that it hangs on",
        "a passive subject",
        "where somebody comes from",
        "a country before a noun",
        "the larger as an adjective",
        "measured from another",
        "a chain",
        "a list",
        "not where somebody speaks",
        "named after villages",
        "nothing said",
    ],
)
def test_whereabouts(marked, places):
    assert own(marked) == places


def test_a_word_outside_every_sentence_has_no_place():
    reading = Reading(Document.of("Nine died in Gao."))

    assert whereabouts(reading, Span(0, 4), words.load().whereabouts) == ()
