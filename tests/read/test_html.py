"""Web pages: tidy ones, bare ones, and those that were made to break a reader."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascribe.errors import ReadError
from ascribe.read import read_bytes
from ascribe.read.html import is_html, stripped

BODY = "".join(
    f"<p>{said}</p>"
    for said in (
        "Police in Gao said on Monday that twelve people had been killed when gunmen attacked a market in the north of the town.",
        "A spokesman for the army said that it was the worst attack since that of 2019-03-04, and that nobody had claimed it so far.",
        "Residents told a reporter that the attackers had come on motorbikes, had burned three shops and had taken the road to the hills.",
    )
)
SHORT = "<p>Gunmen killed twelve people in the market.</p>"
LD = '<script type="application/ld+json">{}</script>'


def page(body: str = f"<article>{BODY}</article>", head: str = "") -> bytes:
    return f"<!DOCTYPE html>\n<html><head>{head}</head><body>{body}</body></html>".encode()


def read(data: bytes | str, name: str = "page.html"):
    return read_bytes(data.encode() if isinstance(data, str) else data, name=name)


def test_the_article_is_read_and_what_surrounds_it_is_not():
    document = read(
        page(
            f"<nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav><article><h1>Twelve dead in Gao</h1>{BODY}</article>"
            "<div id='comments'><h3>Comments</h3><p>I think that the army did it, says this reader.</p></div><footer>Imprint</footer>",
            head="<title>Twelve dead in Gao | Sahel Post</title>",
        )
    )

    assert document.title == "Twelve dead in Gao"
    assert "Police in Gao said" in document.text
    assert "market in the north of the town.\nA spokesman" in document.text
    for noise in ("Sport", "this reader", "Imprint"):
        assert noise not in document.text


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2025-05-15T08:00:00Z">', BODY, "2025-05-15"),
        (LD.format('{"@type": "NewsArticle", "datePublished": "2025-05-15", "dateModified": "2025-06-01"}'), BODY, "2025-05-15"),
        ('<link rel="canonical" href="https://example.org/2025/05/15/gao">', BODY, "2025-05-15"),
        ("", f'<meta itemprop="datePublished" content="2025-05-15">{BODY}', "2025-05-15"),
        ("", f'<time pubdate datetime="2025-05-15">15 May</time>{BODY}', "2025-05-15"),
        ("", f'<time class="entry-date published" datetime="2025-05-15T08:00:00+00:00">15 May</time>{BODY}', "2025-05-15"),
        ("", BODY, None),
        ("<title>The attack of 4 March 2019</title>", f"<h1>The attack of 4 March 2019</h1>{BODY}", None),
        ("", f'{BODY}<time datetime="2019-03-04">then</time><footer>Copyright 2018</footer>', None),
        ('<meta name="date" content="soon">', BODY, None),
    ],
    ids=[
        "meta",
        "json",
        "address",
        "itemprop",
        "pubdate",
        "class",
        "only in the text",
        "only in the title",
        "a time of an event",
        "no date",
    ],
)
def test_only_the_page_itself_says_when_it_was_published(head, body, published):
    document = read(page(f"<article>{body}</article>", head))

    assert document.published == published
    assert ("date_from_page" in document.notes) is (published is not None)
    assert ("no_publication_date" in document.notes) is (published is None)


def test_metadata():
    head = (
        '<meta property="og:title" content="Twelve dead"><meta property="og:site_name" content="Sahel Post">'
        '<link rel="canonical" href="https://example.org/gao">'
    )
    document = read(page(head=head))

    assert (document.title, document.publisher, document.url) == ("Twelve dead", "Sahel Post", "https://example.org/gao")


def test_the_users_word_goes_before_the_pages():
    head = '<meta property="og:site_name" content="Sahel Post"><meta property="article:published_time" content="2024-01-01">'
    document = read_bytes(page(head=head), name="a.html", published="2025-05-15", outlet="Gao Herald")

    assert (document.published, document.publisher, document.notes) == ("2025-05-15", "Gao Herald", ())


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = 'Hidden words';</script>",
        "<style>p { content: 'Hidden words' }</style>",
        "<!-- Hidden words -->",
        "<template><p>Hidden words</p></template>",
        LD.format('{"@type": "NewsArticle", "articleBody": "' + "Hidden words stand only here. " * 20 + '"}'),
        "<script>'</p>' + \"<p>Hidden words\"</script>",
    ],
    ids=["script", "style", "comment", "template", "text in the metadata", "tags in a script"],
)
@pytest.mark.parametrize("body", [BODY, SHORT, "<div>" * 300 + SHORT], ids=["an article", "a line", "too deep for the parser"])
def test_what_no_reader_sees_is_not_read(hidden, body):
    document = read(page(hidden + body + hidden, head=hidden))

    assert "Hidden" not in document.text
    assert "people" in document.text


@pytest.mark.parametrize(
    ("start", "name", "expected"),
    [
        ("<!DOCTYPE html><p>Police said so.", "-", True),
        ("\n<!-- saved --><!-- twice -->\n<HTML lang=en>", "a.txt", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', "-", True),
        ("<p>Police said so.</p>", "-", True),
        ("Police said so<br>today.", "a.html", True),
        ("Police said so.", "a.html", False),
        ("Police wrote <html> on the wall.", "a.txt", False),
        ("<p> is how a paragraph begins.", "a.txt", False),
        ('<?xml version="1.0"?><rss></rss>', "-", False),
        ("<!--" * 2500, "a.txt", False),
        ("<!-- -->" * 1250, "a.txt", False),
    ],
    ids=[
        "doctype",
        "after comments",
        "XHTML",
        "a piece of a page",
        "called .html",
        "called .html but plain",
        "only spoken of",
        "no end tag",
        "a feed",
        "comments that never end",
        "nothing but comments",
    ],
)
def test_is_html(start, name, expected):
    assert is_html(start, name) is expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <b>two</b>\nthree</p><p>Four</p>", "One two three\nFour"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("a &lt;b&gt; &amp; &eacute;&#8217;&#xD800;", "a <b> & é’\ufffd"),
        ('<a title="1 > 2">link</a>', "link"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("<SCRIPT>if (a<b) {}</sCript >seen", "seen"),
        ("seen<script>never closed", "seen"),
        ("seen<!-- never closed", "seen"),
        ("<!DOCTYPE html [<!ENTITY a 'b'>]>seen &a;", "seen &a;"),
        ("seen<a href='never closed", "seen"),
        ("", ""),
    ],
    ids=[
        "inline and block",
        "list",
        "breaks",
        "entities",
        "quoted >",
        "comparison",
        "script",
        "open script",
        "open comment",
        "own entities",
        "open tag",
        "nothing",
    ],
)
def test_stripped(html, expected):
    assert stripped(html) == expected


@settings(deadline=None)
@given(st.text(alphabet="<>/!-&;\"'= abscript[]\n", max_size=80))
def test_any_soup_is_stripped(soup):
    assert "\n\n" not in stripped(soup)


@settings(deadline=None)  # the first page loads trafilatura
@given(st.text(alphabet="<>/!-&;\"'= ab\n", max_size=80))
def test_any_soup_in_a_page_is_read(soup):
    try:
        document = read(page(f"{SHORT}{soup}"))
    except ReadError:
        return
    assert document.text.encode()


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table", "ul><li"])
def test_a_hundred_thousand_nested_tags(tag):
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><"))) * 100_000

    document = read(page(f"<{tag}>" * 100_000 + SHORT + closing + "<p>After it all.</p>"))

    assert document.text == "Gunmen killed twelve people in the market.\nAfter it all."


def test_nothing_is_lost_below_the_depth_at_which_the_parser_stops():
    document = read(page(BODY + "<div>" * 300 + SHORT + "</div>" * 300 + "<p>After it all.</p>"))

    assert "Police in Gao" in document.text
    assert "After it all." in document.text


BOMB = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "data",
    [
        f'<!DOCTYPE html [<!ENTITY l0 "lol">{BOMB}]><html><body>{SHORT}<p>&l9;</p></body></html>',
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{BOMB}]><html><body>{SHORT}<p>&l9;</p></body></html>',
        f'<!DOCTYPE html [<!ENTITY l0 SYSTEM "file:///etc/passwd">]><html><body>{SHORT}<p>&l0;</p></body></html>',
    ],
    ids=["html", "xhtml", "a file of this machine"],
)
def test_entities_are_not_expanded(data):
    document = read(data)

    assert document.text.startswith("Gunmen killed twelve people")
    assert len(document.text) < 60


@pytest.mark.parametrize(
    "unit",
    ["<", "<a", '<a "', "<a '\">", "<!--", "<script>", "</", '<a b="<', "<![", "&#", "<title", "<meta charset", "<!DOCTYPE [", "<p>x<b>"],
)
def test_hostile_pages_cost_little_time(unit):

    document = read(f"<html><body>{SHORT}{unit * (2_000_000 // len(unit))}")

    assert "people in the market." in document.text


def test_fifty_megabytes_are_read_up_to_the_cap():

    document = read(b"<html><body>" + b"Gunmen killed twelve people in the market. " * 1_160_000)

    assert {"too_long", "truncated"} <= set(document.notes)
    assert len(document.text) <= 2_000_000


def test_pictures_in_the_page_do_not_count():
    document = read(page(f"<article>{BODY}<img src='data:image/png;base64,{'A' * 20_000_000}'></article>"))

    assert "Police in Gao" in document.text
    assert "truncated" not in document.notes


@pytest.mark.parametrize(
    "data",
    [page(""), page("<script>let words = 1</script>"), page("<img src='a.png'>"), b"<html>"],
    ids=["empty", "script only", "picture only", "one tag"],
)
def test_a_page_without_text_is_refused(data):
    with pytest.raises(ReadError, match=r"page\.html: has no words; nothing to code"):
        read(data)


def test_a_declared_encoding_is_used():
    said = "<p>Взрыв в Харькове убил пять человек, сообщила полиция города.</p>"
    document = read(page(said, head='<meta charset="windows-1251">').decode().encode("cp1251"))

    assert document.text == "Взрыв в Харькове убил пять человек, сообщила полиция города."
    assert document.language == "ru"


def test_half_characters_in_metadata_do_no_harm():
    document = read(page(head=LD.format('{"@type": "NewsArticle", "headline": "Twelve dead \\ud83d in Gao"}')))

    assert document.title is None or document.title.encode()


def test_the_libraries_keep_quiet(capfd):
    read(page("<div>" * 150 + SHORT))

    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")
