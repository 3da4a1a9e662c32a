"""Bytes that want to be text: encodings, line ends, header lines, and what is no text at all."""

from __future__ import annotations

import tracemalloc
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascribe.errors import ConfigError, ReadError
from ascribe.read import read_bytes
from ascribe.read.language import language
from ascribe.read.text import MAX_CHARS, capped, decode, is_day

SAID = "Police in Gao said that twelve people had been killed when gunmen attacked a market."
FRENCH = "La police a déclaré que douze personnes ont été tuées à Gao près du marché, après l'arrivée d'hommes armés."
RUSSIAN = "Полиция сообщила, что двенадцать человек погибли, когда вооружённые люди напали на рынок в понедельник."
DECLARED = '<meta charset="{}"><p>{}</p>'

#: What reports really hold: accents composed and not, right-to-left text, marks without width, emoji of several code points.
AWKWARD = st.lists(
    st.sampled_from([*"aZ .\n\r", "\r\n", "é", "e\u0301", "\u202e", "\u200b", "\u200f", "ب", "א", "😀", "👩\u200d👧", "\ufeff"]),
    max_size=60,
).map("".join)


def normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("data", "text", "notes"),
    [
        (SAID.encode(), SAID, ()),
        (b"\xef\xbb\xbf" + FRENCH.encode(), FRENCH, ()),
        (FRENCH.encode("utf-16"), FRENCH, ()),
        (b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), RUSSIAN, ()),
        (FRENCH.encode("utf-16-le"), FRENCH, ()),
        (RUSSIAN.encode("utf-16-be"), RUSSIAN, ()),
        (FRENCH.encode("utf-32"), FRENCH, ()),
        (FRENCH.encode("cp1252"), FRENCH, ("guessed_encoding",)),
        (b"He said \x93no\x94 \x81", "He said “no” \ufffd", ("guessed_encoding", "lossy_decoding")),
        (DECLARED.format("windows-1251", RUSSIAN).encode("cp1251"), DECLARED.format("windows-1251", RUSSIAN), ()),
        (DECLARED.format("utf-8", FRENCH).encode("cp1252"), DECLARED.format("utf-8", FRENCH), ("guessed_encoding",)),
        (DECLARED.format("iso-8859-1", "“no”").encode("cp1252"), DECLARED.format("iso-8859-1", "“no”"), ()),
        (
            DECLARED.format("unicode_escape", "\\u0041 é").encode("cp1252"),
            DECLARED.format("unicode_escape", "\\u0041 é"),
            ("guessed_encoding",),
        ),
        (RUSSIAN.encode() + b"\xd0", RUSSIAN + "\ufffd", ("lossy_decoding",)),
        (b"one\r\ntwo\rthree\n\r\nfour", "one\ntwo\nthree\n\nfour", ()),
        ("e\u0301 é \u202eabc\u202c \u200b\u00a0\u2028x".encode(), "e\u0301 é \u202eabc\u202c \u200b\u00a0\u2028x", ()),
    ],
    ids=[
        "ascii",
        "utf-8 with a mark",
        "utf-16 with a mark",
        "big-endian with a mark",
        "utf-16 without a mark",
        "Russian utf-16 without a mark",
        "utf-32",
        "windows-1252",
        "a byte that no encoding has",
        "declared and true",
        "declared and false",
        "Latin-1 is Windows-1252",
        "an encoding that is a trap",
        "one broken letter",
        "line ends",
        "nothing composed, dropped or straightened",
    ],
)
def test_decode(data, text, notes):
    assert decode(data, name="a.txt") == (text, notes)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty; nothing to code"),
        (b" \r\n\t ", "is empty; nothing to code"),
        (b"12 - 13, 2025!", "has no words; nothing to code"),
        (b"Police said\0 so", "not text but binary data; convert it first"),
        (b"Police \0", "not text but binary data; convert it first"),
        (bytes(range(1, 32)) * 50 + b"words", "not text but binary data; convert it first"),
        (bytes(range(256)) * 40, "not text but binary data; convert it first"),
        (b"PK\x03\x04" + bytes(50), "Office file (.docx, .odt, .epub); convert it first"),
        (b"{\\rtf1 Police said so}", "rich text file (.rtf); convert it first"),
        (b"\x89PNG\r\n" + bytes(50), "a picture; convert it first"),
        (b'<?xml version="1.0"?><rss><item>Police said so</item></rss>', "is XML but no web page; save the article"),
        (b"x" * (64 * 1024 * 1024 + 1), "larger than the 64 MiB that one document may have; split it"),
    ],
    ids=[
        "empty",
        "blank",
        "no words",
        "a zero byte",
        "a zero byte in few",
        "control characters",
        "binary",
        "Word",
        "RTF",
        "picture",
        "feed",
        "too large",
    ],
)
def test_what_is_no_text_is_refused_with_its_name_and_the_remedy(data, says):
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name="folder/a.txt")

    assert str(caught.value).startswith("folder/a.txt: ")
    assert says in str(caught.value)


@settings(deadline=None)  # the first text may load the language model
@given(AWKWARD)
def test_utf8_is_read_as_it_is_but_for_line_ends(text):
    body = f"Police said {text}"

    document = read_bytes(body.encode(), name="a.txt")

    assert document.text == normal(body)
    assert document.id == sha256(body.encode()).hexdigest()
    assert document.text_sha256 == sha256(document.text.encode()).hexdigest()


@settings(deadline=None)  # the first text may load the language model
@given(AWKWARD, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_settles_the_encoding(text, codec):
    body = f"Police said {text}"

    assert decode(body.encode(codec), name="a.txt") == (normal(body), ())


@settings(deadline=None)  # the first text may load the language model
@given(AWKWARD, st.data())
def test_a_quote_is_the_text_at_its_offsets(text, data):
    document = read_bytes(f"Police said {text}".encode(), name="a.txt")
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))

    assert document.quote(start, end).exact == document.text[start:end]


@settings(deadline=None)  # the first text may load the language model
@given(st.binary(max_size=300))
def test_any_bytes_are_a_document_or_a_refusal(data):
    try:
        document = read_bytes(data, name="a.txt")
    except ReadError as error:
        assert str(error).startswith("a.txt: ")
    else:
        assert document.text.encode()  # no half characters
        assert "\r" not in document.text


@settings(deadline=None)  # the first text may load the language model
@given(AWKWARD, st.integers(0, 3))
def test_a_beginning_may_end_within_a_character(text, cut):
    body = f"Police said {text}"
    data = body.encode()

    beginning, notes = decode(data[: len(data) - cut], name="a.txt", whole=False)

    assert notes == ()
    assert normal(body).startswith(beginning.rstrip("\n"))


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("One two.", 20, "One two."),
        ("One two.\nThree four.", 12, "One two.\n"),
        ("One two. Three four.", 12, "One two. "),
        ("One two three", 9, "One two "),
        ("Onetwothree", 5, "Onetw"),
    ],
    ids=["short enough", "at the line's end", "at the sentence's end", "between words", "anywhere"],
)
def test_capped(text, limit, expected):
    assert capped(text, limit) == expected


def test_a_text_that_is_too_long_is_coded_up_to_a_line_end():
    line = SAID + "\n"
    document = read_bytes(line.encode() * 30_000, name="a.txt", published="2025-05-15")

    assert document.notes == ("too_long", "truncated")
    assert MAX_CHARS - len(line) <= len(document.text) <= MAX_CHARS
    assert document.text.endswith("market.\n")


@pytest.mark.parametrize("unit", [SAID + " ", "😀 police said ", "x"], ids=["sentences", "emoji", "one word"])
def test_fifty_megabytes_of_one_line(unit):
    data = unit.encode() * (50_000_000 // len(unit.encode()))
    language("Des hommes armés ont attaqué un village hier soir")  # what tells languages apart is loaded once, and is not this text's
    tracemalloc.start()

    document = read_bytes(data, name="a.txt", published="2025-05-15")

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * len(data)
    assert len(document.text) <= MAX_CHARS
    assert {"too_long", "truncated", "long_line"} <= set(document.notes)
    assert document.id == sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("text", "title", "publisher", "published", "url"),
    [
        (
            "Title: Twelve dead in Gao\nDate: 2025-05-15\nSource: Sahel Post\nURL: https://example.org/a\n\n" + SAID,
            *("Twelve dead in Gao", "Sahel Post", "2025-05-15", "https://example.org/a"),
        ),
        ('---\ntitle: "Twelve dead"\ndate: 2025-05-15T10:00:00Z\n---\n' + SAID, "Twelve dead", None, "2025-05-15", None),
        ("Title: Twelve dead\r\n\r\n" + SAID, "Twelve dead", None, None, None),
        ("Date: 15 May 2025\nURL: javascript:alert(1)\n\n" + SAID, None, None, None, None),
        ("Title: Twelve dead\n" + SAID + "\n\n", None, None, None, None),
        (SAID + "\nDate: 2025-05-15\n\n", None, None, None, None),
    ],
    ids=["all", "front matter", "one line", "unusable values", "no empty line after", "not at the top"],
)
def test_header_lines_are_believed_and_stay_in_the_text(text, title, publisher, published, url):
    document = read_bytes(text.encode(), name="a.txt")

    assert (document.title, document.publisher, document.published, document.url) == (title, publisher, published, url)
    assert ("date_from_page" in document.notes, "no_publication_date" in document.notes) == (published is not None, published is None)
    assert document.text == normal(text)


def test_what_the_user_says_goes_first():
    text = "Date: 2024-01-01\nSource: Sahel Post\n\n" + SAID

    document = read_bytes(text.encode(), name="a.txt", published="2025-05-15", outlet=" Gao  Herald ")

    assert (document.published, document.publisher, document.notes) == ("2025-05-15", "Gao Herald", ())


@pytest.mark.parametrize(
    ("given", "good"),
    [
        ("2025-05-15", True),
        ("2024-02-29", True),
        ("2025-02-29", False),
        ("20250515", False),
        ("2025-W20-4", False),
        ("15 May 2025", False),
        ("2025-05-15T00:00", False),
        ("٢٠٢٥-٠٥-١٥", False),
        ("", False),
    ],
)
def test_the_publication_date_is_a_day(given, good):
    assert is_day(given) is good
    if not good:
        with pytest.raises(ConfigError, match="YYYY-MM-DD, such as 2025-05-15"):
            read_bytes(SAID.encode(), name="a.txt", published=given)
