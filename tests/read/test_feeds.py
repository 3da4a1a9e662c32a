"""Feeds: what each kind says of its pages, what is not guessed, and that hostile ones are refused before they are parsed."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.model.captures import Capture, Way
from ascribe.read.days import stated_day
from ascribe.read.feeds import MAX_FEED, Feed, entries_of, is_feed, read_feed
from ascribe.read.files import read_bytes
from ascribe.read.reasons import Why
from ascribe.read.wanted import Said, Trouble, Wanted

NOON = datetime(2025, 5, 15, 12, tzinfo=UTC)
SAID = Said(clock=lambda: NOON)
URL = "https://news.example/feeds/all.xml"

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
     xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><atom:link href="https://news.example/feeds/all.xml" rel="self"/><title>Sahel Post</title><ttl>90</ttl>
<image><title>Logo</title><url>/logo.png</url></image>
<item><media:title>Picture</media:title><title>Twelve killed in Gao &amp;#8211; police</title><link>/2025/gao</link>
  <guid isPermaLink="false">17</guid><pubDate>Thu, 15 May 2025 23:30:00 -0500</pubDate>
  <description>Gunmen attacked a &lt;b&gt;market&lt;/b&gt;.</description>
  <content:encoded><![CDATA[<p>Gunmen attacked a market in Gao&nbsp;on Monday.</p><!DOCTYPE x>]]></content:encoded></item>
<item><title>From another</title><link>https://news.example/b</link><source url="https://wire.example/f">Wire of the North</source><dc:date>2025-05-14T08:00:00Z</dc:date></item>
<item><guid>https://news.example/c</guid></item>
<item><title>Only a letter box</title><link>mailto:desk@news.example</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/"><title type="html">The &lt;i&gt;Desk&lt;/i&gt;</title>
<entry xml:base="may/"><id>tag:1</id><title>One</title><link rel="self" href="x.atom"/><link rel="alternate" href="one"/><published>2025-05-13T01:00:00+03:00</published>
  <updated>2025-05-20T01:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Twelve people &amp; a <b>guard</b>.</p></div></content></entry>
<entry><id>tag:2</id><title>Two</title><link href="two"/><updated>2025-05-20T01:00:00Z</updated><summary>Short.</summary>
  <source><title>Elsewhere</title></source></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel rdf:about="https://news.example/"><title>Old Desk</title><sy:updatePeriod>daily</sy:updatePeriod></channel>
<item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><dc:date>2025-05-12</dc:date><dc:publisher>Agency</dc:publisher></item></rdf:RDF>"""


def read(text: str | bytes, url: str | None = URL) -> Feed:
    return read_feed(text.encode() if isinstance(text, str) else text, url)


def item(inner: str) -> Feed:
    return read(f"<rss><channel><item><link>https://news.example/a</link>{inner}</item></channel></rss>")


def why(feed: Feed) -> list[Why]:
    return [trouble.why for trouble in feed.troubles]


def test_rss():
    feed = read(RSS)
    first, second, third, last = feed.entries

    assert (feed.title, feed.ttl) == ("Sahel Post", timedelta(minutes=90))
    assert (first.link, first.title, first.published, first.id) == (
        "https://news.example/2025/gao",
        "Twelve killed in Gao – police",
        "2025-05-15",
        "17",
    )
    assert (first.summary, first.outlet) == ("Gunmen attacked a market .", None)
    assert first.content == "<p>Gunmen attacked a market in Gao\xa0on Monday.</p><!DOCTYPE x>"
    assert (second.published, second.outlet, second.content) == ("2025-05-14", "Wire of the North", None)
    assert (third.link, third.title, third.published) == ("https://news.example/c", None, None)
    assert last.link is None
    assert [(trouble.where, trouble.why) for trouble in feed.troubles] == [(f"{URL}, entry 4", Why.LEFT_OUT)]


def test_atom():
    feed = read(ATOM)
    one, two = feed.entries

    assert feed.title == "The Desk"
    assert (one.link, one.published, one.id) == ("https://news.example/may/one", "2025-05-13", "tag:1")
    assert one.content == "<div><p>Twelve people &amp; a <b>guard</b>.</p></div>"
    assert (two.link, two.summary, two.outlet, two.content) == ("https://news.example/two", "Short.", "Elsewhere", None)
    assert two.published is None, "an update is no publication"


def test_rss_1():
    feed = read(RDF)

    assert (feed.title, feed.ttl) == ("Old Desk", timedelta(days=1))
    assert (feed.entries[0].link, feed.entries[0].published, feed.entries[0].outlet) == ("https://news.example/1", "2025-05-12", "Agency")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-05-15", "2025-05-15"),
        ("2025-05-15T23:59:59-11:00", "2025-05-15"),
        ("2025-05-15 10:00:00", "2025-05-15"),
        ("Thu, 15 May 2025 10:00:00 GMT", "2025-05-15"),
        ("15 May 2025", "2025-05-15"),
        ("Thursday, 5 Sept. 2024 10:00 +0200", "2024-09-05"),
        ("12/05/2025", None),
        ("Tuesday", None),
        ("1 May", None),
        ("May 2025", None),
        ("2025-05", None),
        ("2025", None),
        ("15 May 25", None),
        ("30 Feb 2025", None),
        ("29 Feb 2023 10:00:00 GMT", None),
        ("15 Marble 2025", None),
        ("2025-13-01", None),
        ("1747267200", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_what_is_plainly_stated(written, day):
    assert stated_day(written) == day
    feed = item(f"<pubDate>{written}</pubDate>")
    assert feed.entries[0].published == day
    assert why(feed) == ([Why.LEFT_OUT] if written and day is None else [])


@pytest.mark.parametrize(
    "ttl",
    ["60", "0", "1", "99999999", "-5", "soon", ""],
    ids=["an hour", "none", "a minute", "longer than a week", "less than none", "words", "nothing"],
)
def test_how_long_a_feed_asks_to_be_left_alone(ttl):
    expected = {"60": timedelta(hours=1), "0": timedelta(0), "1": timedelta(minutes=1)}.get(ttl)

    assert read(f"<rss><channel><ttl>{ttl}</ttl></channel></rss>").ttl == expected
    assert read("<rss><channel><ttl>900000</ttl></channel></rss>").ttl == timedelta(days=7)


# What comes of it


def test_entries_are_pages_to_fetch_with_what_the_feed_says_and_the_text_that_it_carries():
    first, second, *_, trouble, _ = entries_of(read(RSS), SAID, URL)

    assert isinstance(first, Wanted) and isinstance(second, Wanted)
    assert (first.url, first.way, first.outlet, first.published, first.found_in) == (
        "https://news.example/2025/gao",
        Way.FEED,
        "Sahel Post",
        "2025-05-15",
        URL,
    )
    assert second.outlet == "Wire of the North" and second.carried is None
    assert isinstance(trouble, Trouble) and trouble.lost, "neither a link nor a text"
    assert first.carried is not None
    document = read_bytes(first.carried.data, name="entry")
    assert document.text.startswith("Gunmen attacked a market in Gao")


def test_an_entry_without_a_link_is_read_from_its_text():
    feed = read('<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><content>5 &lt; 6 killed</content></entry></feed>')
    (found,) = entries_of(feed, SAID, URL)

    assert isinstance(found, Capture)
    assert (found.way, found.at, found.url, found.found_in, found.name) == (Way.FEED, NOON, None, URL, f"{URL}, entry 1")
    assert b"5 &lt; 6 killed" in found.data
    assert found.hash == next(iter(entries_of(feed, SAID, URL))).hash


def test_what_the_user_says_goes_before_what_the_feed_says():
    found = next(iter(entries_of(read(RSS), Said(outlet="My Desk", published="2025-01-01", language="fr"), URL)))

    assert (found.outlet, found.published, found.language) == ("My Desk", "2025-01-01", "fr")


# What it is


@pytest.mark.parametrize(
    "text",
    [RSS, ATOM, RDF, "\ufeff  " + ATOM, "<!-- note --><?style x?>\n<rss/>", "<!DOCTYPE rss SYSTEM 'x'><rss/>", "<a:feed xmlns:a='x'/>"],
)
def test_a_feed_is_told_by_its_first_element(text):
    assert is_feed(text.encode())
    assert is_feed(text.encode("utf-16"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"<!DOCTYPE html><html><rss>",
        b"<html>",
        b"<kml/>",
        b"%PDF-1.4",
        b"\x00\x01",
        b"<!-- <rss>",
        b"<? <rss>",
        b"<rssx/>",
        b"{}",
    ],
)
def test_what_is_no_feed(data):
    assert not is_feed(data)


@pytest.mark.parametrize(
    "encoded",
    [
        RSS.replace("UTF-8", "UTF-16").encode("utf-16"),
        ('<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>Новости дня</title></channel></rss>').encode("cp1251"),
        RSS.replace("\n", "\r\n").encode("utf-8-sig"),
    ],
    ids=["UTF-16", "Cyrillic", "a mark and other line ends"],
)
def test_the_encoding_is_found(encoded):
    assert read(encoded).title in {"Sahel Post", "Новости дня"}


# What is hostile or broken

LOL = '<!ENTITY lol "lol">' + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "billion laughs": f"<?xml version='1.0'?><!DOCTYPE rss [{LOL}]><rss><channel><title>&lol9;</title></channel></rss>",
    "external entity": "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&x;</title></channel></rss>",
    "quadratic blowup": f"<!DOCTYPE rss [<!ENTITY a '{'a' * 50_000}'>]><rss><channel><title>{'&a;' * 50_000}</title></channel></rss>",
    "definitions from elsewhere": "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'><rss/>",
    "public definitions": "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://my.netscape.com/rss.dtd'><rss/>",
    "parameter entity": "<!DOCTYPE rss [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/'> %a;]><rss/>",
    "behind a comment": "<!-- <rss> --><?a b?>\n<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "utf-16-le"])
@pytest.mark.parametrize("name", HOSTILE)
def test_definitions_are_refused_before_they_are_parsed(name, encoding):
    began = time.monotonic()
    feed = read(HOSTILE[name].encode(encoding))

    assert why(feed) == [Why.XML_DTD] and feed.title is None and feed.entries == ()
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("declared", ["utf-7", "cp037", "utf-32", "unicode_escape"])
def test_an_encoding_that_hides_definitions_shows_nothing(declared):
    hidden = f'<?xml version="1.0" encoding="{declared}"?>'.encode() + HOSTILE["external entity"].encode("utf-7")
    feed = read(hidden)

    assert feed.title is None and set(why(feed)) <= {Why.XML_DTD, Why.BAD_XML}


def test_of_a_broken_feed_the_entries_before_the_break_are_read():
    feed = read(RSS[: RSS.index("<item><guid>") + 20])

    assert len(feed.entries) == 2 and why(feed) == [Why.BAD_XML]
    assert "line" in feed.troubles[0].said


def test_names_that_only_html_knows_break_nothing():
    assert item("<title>Gao&nbsp;&ndash; caf&eacute; &amp; &lt;b&gt;</title>").entries[0].title == "Gao – café &"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Why.BAD_XML),
        ("no feed", Why.BAD_XML),
        ("<html><body/></html>", Why.NOT_KNOWN),
        ("<rss><channel><item>", Why.BAD_XML),
        ("<rss>" + "<a>" * 200_000, Why.TOO_LARGE),
        ("<rss>" + "<a/>" * 400_000 + "</rss>", Why.TOO_LARGE),
        ("<rss>" + "<item/>" * 10_001 + "</rss>", Why.TOO_LARGE),
        ("<rss><channel><title>\x01</title></channel></rss>", Why.BAD_XML),
        ("<rss>&unknown;</rss>", Why.BAD_XML),
        ("%PDF-1.4\n\x00\x00\x00", Why.BAD_XML),
        ("a" * (MAX_FEED + 1), Why.TOO_LARGE),
    ],
    ids=["nothing", "text", "a page", "cut", "deep", "wide", "many", "control", "unknown name", "binary", "large"],
)
def test_what_cannot_be_read_is_told(text, expected):
    assert expected in why(read(text))


def test_one_endless_tag_takes_no_time():
    began = time.monotonic()
    read("<rss a='" + "b" * (MAX_FEED - 100))

    assert time.monotonic() - began < 5


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda b: b.decode("latin-1")))
def test_whatever_stands_in_a_feed_there_is_an_answer(text):
    for data in (text, f"<rss><channel><item>{text}</item></channel></rss>", f"<feed>{text}"):
        feed = read(data.encode("utf-8", "surrogatepass"))
        for found in entries_of(feed, SAID, URL):
            assert isinstance(found, Wanted | Capture | Trouble)
