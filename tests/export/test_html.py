"""The page: nothing in a text can run or hide, marks stand where the words stand, every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascribe.export.html import page
from ascribe.model.claims import Stance
from ascribe.model.parties import Kind
from tests.export.told import TEXT, bombing, claim, party, told

#: No end tag.
VOID = {"meta", "br", "link", "img", "input"}
CANARIES = [
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<!--<script>",
    "]]><x>",
    "{{7*7}}${7*7}",
    "&lt;b&gt;&amp;",
    "</mark></p></section></main>",
]


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, which must be closed in order, and text by element."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[tuple[tuple[str, ...], dict[str, str], str]] = []
        self.links: list[dict[str, str]] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(source)
        self.close()
        assert not self._open, [name for name, _ in self._open]

    def handle_starttag(self, tag, attrs):
        known = {name: value or "" for name, value in attrs}
        assert len(known) == len(attrs), f"an attribute twice in {tag}: {attrs}"
        self.elements.append((tag, known))
        if tag not in VOID:
            self._open.append((tag, known))

    def handle_endtag(self, tag):
        opened, _ = self._open.pop()
        assert opened == tag, f"</{tag}> where <{opened}> was open"

    def handle_data(self, data):
        self.pieces.append((tuple(name for name, _ in self._open), self._open[-1][1] if self._open else {}, data))

    def words_of(self, claim: str) -> str:
        """The words that are marked as the quote of a claim."""
        return "".join(data for _, attrs, data in self.pieces if claim in attrs.get("class", "").split() and "q" in attrs["class"].split())


def style_and_script(source: str) -> tuple[str, str]:
    return re.search(r"<style>(.*?)</style>", source, re.S)[1], re.search(r"<script>(.*?)</script>", source, re.S)[1]


def test_the_policy_lets_only_our_own_style_and_script_in():
    source = page([bombing()])
    policy = next(attrs["content"] for tag, attrs in Page(source).elements if attrs.get("http-equiv") == "Content-Security-Policy")

    for part in style_and_script(source):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_script_is_the_same_whatever_the_text_says():
    other = told("Nothing at all.", claim("Nothing at all.", "Nothing"))

    assert style_and_script(page([bombing()]))[1] == style_and_script(page([other, bombing()]))[1]


def test_the_page_asks_nothing_of_any_network():
    for tag, attrs in Page(page([bombing(url="https://example.org/a?b=1&c=2")])).elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "form", "base"}
        assert "src" not in attrs
        assert not [name for name in attrs if name.startswith("on") or name == "style"], (tag, attrs)
        assert attrs.get("href", "#").startswith(("#", "https://example.org/")), attrs


@pytest.mark.parametrize("canary", CANARIES)
def test_no_canary_sings(canary):
    text = f"Police said {canary} killed 24 people."
    suspect = party(text, canary, Kind.PERSON, canonical=canary)
    made = claim(text, text, "Police", actors=(suspect,), recipients=(suspect,), tactics=(canary,), campaign=canary, made_by=canary)
    plain = claim("Police said x killed 24 people.", "Police said x killed 24 people.", "Police")
    record = told(text, made, title=canary, publisher=canary, published=canary, url=canary, language=canary, notes=(canary,))
    record["claims"][0]["attribution"]["channel"] = canary
    record["events"][0]["standing"]["happening"]["contested_by"] = [canary]
    record["events"][0]["relations"] = [{"type": canary, "event": canary, "quote": record["claims"][0]["quote"]}]

    source = page([record])
    seen = Page(source)
    expected = {tag for tag, _ in Page(page([bombing(), told(plain.quote.exact, plain, notes=("x",))])).elements}

    assert {tag for tag, _ in seen.elements} <= expected | {"a"}
    assert source.count("<script") == source.count("</script") == 1
    assert source.count("<style") == source.count("</style") == 1
    assert not [attrs for _, attrs in seen.elements if any(name.startswith("on") for name in attrs)]
    assert not [attrs for _, attrs in seen.elements if not attrs.get("href", "#").startswith("#")]
    assert seen.words_of("d1m1") == text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "JaVaScRiPt:alert(1)"])
def test_only_addresses_of_the_web_become_links(url):
    hrefs = [attrs["href"] for _, attrs in Page(page([bombing(url=url)])).elements if "href" in attrs]

    assert all(href.startswith("#") for href in hrefs)


def test_a_link_to_the_web_tells_nothing_of_us():
    (link,) = [
        attrs for _, attrs in Page(page([bombing(url="https://example.org/a")])).elements if attrs.get("href", "").startswith("http")
    ]

    assert link["rel"] == "noopener noreferrer"


def test_marks_stand_where_the_words_stand():
    record = bombing()
    seen = Page(page([record]))

    for at, made in enumerate(record["claims"], 1):
        assert seen.words_of(f"d1m{at}") == made["quote"]["exact"]


def test_the_text_is_all_there():
    source = page([bombing()])
    words = re.search(r'<div class="words">(.*?)</div>', source, re.S)[1]
    without_numbers = re.sub(r'<a class="n .*?</a>', "", words)

    assert "".join(data for _, _, data in Page(without_numbers).pieces) == TEXT


def test_overlapping_quotes_are_each_marked_whole():
    text = "Police said rebels said soldiers fired first."
    inner = claim(text, "rebels said soldiers fired first", "rebels")
    crossing = claim(text, "Police said rebels said", "Police", Stance.CONFIRMED)

    seen = Page(page([told(text, inner, crossing)]))

    assert seen.words_of("d1m1") == "rebels said soldiers fired first"
    assert seen.words_of("d1m2") == "Police said rebels said"


def test_every_link_leads_to_one_place():
    elements = Page(page([bombing(), bombing()])).elements
    ids = [attrs["id"] for _, attrs in elements if "id" in attrs]

    assert len(set(ids)) == len(ids)
    assert {attrs["href"][1:] for _, attrs in elements if "href" in attrs} <= set(ids)
    assert {f"d{doc}{kind}{at}" for doc in (1, 2) for kind in "ct" for at in (1, 2, 3)} <= set(ids)


def test_a_followed_link_marks_the_words_without_a_script():
    style, _ = style_and_script(page([bombing()]))

    assert "#d1:has(:is(#d1c2,#d1t2):target) mark.d1m2" in style


def test_what_cannot_be_seen_is_shown():
    text = "Police said \u202e42\u202c B\u200bLA\x07 fighters died \ud800."

    source = page([told(text, claim(text, text, "Police"), title="\u2066T")])

    for hidden in "\u202e\u202c\u200b\x07\ud800\u2066":
        assert hidden not in source
    assert 'title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</span>' in source
    assert source.encode()


def test_source_words_find_their_own_direction():
    text = "قالت الشرطة: killed 24."
    source = page([told(text, claim(text, text, "الشرطة"), title="عنوان")])

    assert '<h2 id="d1h" dir="auto">عنوان</h2>' in source
    assert '<span class="who" dir="auto">الشرطة</span>' in source
    assert '<blockquote dir="auto">' in source


def test_the_header_says_what_the_page_is_and_where_the_text_comes_from():
    record = bombing(notes=("no_publication_date",), url="https://example.org/a")
    seen = " ".join(" ".join(data for _, _, data in Page(page([record])).pieces).split())

    for words in (
        "The program asserts nothing itself.",
        "The Post",
        "13 May 2025",
        record["document"]["text_sha256"],
        record["document"]["id"],
        "no publication date is known",
        "fast 0",
    ):
        assert words in seen, words


def test_stance_is_told_in_words_and_not_by_colour_alone():
    seen = [data for path, attrs, data in Page(page([bombing()])).pieces if attrs.get("class") == "chip"]

    assert seen == ["reported, stated", "denied, stated", "claimed, stated"]


def test_what_is_told_together_says_so():
    assert page([bombing()]).count('<p class="tag">told together, not counted as single events</p>') == 1


def test_several_documents_have_an_index():
    seen = Page(page([bombing(), told("Nothing here.", title="Quiet")]))

    assert [attrs["href"] for _, attrs in seen.elements if re.fullmatch(r"#d\d+", attrs.get("href", ""))] == ["#d1", "#d2"]
    assert not [attrs for _, attrs in Page(page([bombing()])).elements if attrs.get("class") == "index"]


def test_a_relation_leads_to_the_other_event():
    record = bombing()
    record["events"][1]["relations"] = [{"type": "responds_to", "event": "e1", "quote": record["claims"][0]["quote"]}]

    assert 'responds to <a href="#d1e1">e1</a>' in page([record])


def test_the_same_records_make_the_same_bytes():
    assert page([bombing()]) == page([json.loads(json.dumps(bombing()))])


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_any_text_makes_a_sound_page(text):
    made = claim(text, text, text, Stance.ACCUSED, actors=(party(text, text),), campaign=text)
    record = told(text, made, title=text, publisher=text, url=text)

    source = page([record])

    Page(source).close()
    assert source.encode()
