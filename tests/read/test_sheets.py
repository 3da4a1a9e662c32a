"""Sheets of links: columns by name, cells as plain text, and what is hostile or odd told by its number."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ascribe.export.csv import safe
from ascribe.model.captures import Capture, Way
from ascribe.read import workbooks
from ascribe.read.cells import plain
from ascribe.read.reasons import Why
from ascribe.read.sheets import sheet
from ascribe.read.wanted import Said, Trouble, Wanted, bears_out

NOON = datetime(2025, 5, 15, 12, tzinfo=UTC)
SAID = Said(clock=lambda: NOON)
LINK = "https://news.example/a"


def read(data: bytes | str, name: str = "links.csv", said: Said = SAID):
    return list(sheet(data.encode() if isinstance(data, str) else data, name, said))


def book(*tables: list[list[object]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for number, table in enumerate(tables, 1):
        page = made.create_sheet(f"Sheet{number}")
        for row in table:
            page.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def told(found) -> list[tuple[str, Why]]:
    return [(thing.where, thing.why) for thing in found if isinstance(thing, Trouble)]


@pytest.mark.parametrize(
    "header",
    [
        "link,outlet,date,title,language",
        "URL,Publisher,Published,Headline,LANGUAGE",
        "Address, Source ,Publication_Date,upload title,language",
    ],
)
def test_columns_are_told_by_their_names_in_any_order(header):
    names = header.split(",")
    cells = [LINK, "Sahel Post", "2025-05-14", "Twelve killed", "en"]
    for order in ([0, 1, 2, 3, 4], [4, 2, 0, 3, 1]):
        table = "\n".join(",".join(row[number] for number in order) for row in (names, cells))
        (found,) = read(table)
        assert found == Wanted(LINK, Way.ROW, "Sahel Post", "2025-05-14", "Twelve killed", "en", found_in="links.csv")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_as_spreadsheets_save_them(mark, encoding):
    table = f'link{mark}outlet\r\n{LINK}{mark}"Écho {mark} du\r\nNord"\r\n'
    (found,) = read(table.encode(encoding))

    assert found.outlet == " ".join(f"Écho {mark} du Nord".split())


def test_a_row_with_a_text_is_there_already():
    (found,) = read(
        'link,text,archive date,date\nhttps://news.example/a,"Police in Gao said so.\n\nTwelve died.",2025-05-10T10:00:00+03:00,2025-05-09'
    )

    assert isinstance(found, Capture)
    assert (found.data, found.url, found.way, found.published) == (b"Police in Gao said so.\n\nTwelve died.", LINK, Way.ROW, "2025-05-09")
    assert found.at == datetime(2025, 5, 10, 7, tzinfo=UTC)
    assert (found.name, found.found_in) == ("links.csv, row 2", "links.csv")


@pytest.mark.parametrize("written", ["2031-01-01T00:00:00+00:00", "2025-05-10T10:00:00", "in May", ""])
def test_a_time_of_capture_that_cannot_be_is_not_used(written):
    assert read(f"text,archive date\nPolice said so.,{written}")[0].at == NOON


def test_the_sheet_of_auto_archiver():
    header = "Link,Archive status,Destination folder,Archive location,Archive date,Upload timestamp,Upload title,Text content,Hash,Perceptual hashes,Screenshot,Thumbnail,WACZ,ReplayWebpage"
    rows = [
        f'{LINK},success,,"https://store.example/1.html\nhttps://store.example/2.html",2025-05-10T10:00:00+00:00,2025-05-09 21:14:00+00:00,A post,Twelve died in Gao.,SHA-256:{"0" * 64},,,=IMAGE("https://x.example"),,',
        f"https://news.example/b,success,,https://store.example/b.html,2025-05-10T10:00:00+00:00,,,,SHA3-512:{'1' * 128},,,,,",
        "https://news.example/c,Archive failed nothing,,,,,,,,,,,,",
        ",no: no archive,,https://store.example/d.html,,,,Words of a post.,,,,,,",
        ",Archive in progress,,,,,,,,,,,,",
    ]
    post, kept, failed, gone, empty = read("\n".join([header, *rows]))

    assert (post.data, post.url, post.published, post.title, post.at.hour) == (b"Twelve died in Gao.", LINK, "2025-05-09", "A post", 10)
    assert (kept.url, kept.archived, kept.hash) == ("https://news.example/b", "https://store.example/b.html", f"SHA3-512:{'1' * 128}")
    assert failed == Wanted("https://news.example/c", Way.ROW, found_in="links.csv")
    assert gone.url == "https://store.example/d.html", "the place where it is kept stands for the link that is not there"
    assert (empty.where, empty.why, empty.lost) == ("links.csv, row 6", Why.BAD_ROW, True)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("SHA-256:9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0", True),
        ("9834876DCFB05CB167A5C24953EBA58C4AC89B1ADF57F28F2F9D09AF107EE8F0", True),
        ("sha256:" + "0" * 64, False),
        ("not-calculated", None),
        ("md5:47bce5c74f589f4867dbd57e9ca9f808", None),
        ("sha256:zz", None),
        ("", None),
    ],
)
def test_a_hash_is_checked_where_it_can_be(said, expected):
    assert bears_out(said, b"aaa") is expected


def test_rows_that_cannot_be_used_are_told_and_the_rest_goes_on():
    found = read(f"link,date\n{LINK},12/05/2025\nnews.example/b,\n,,\n\nftp://news.example/c,\n{LINK}b,2025-05-01\n")

    assert told(found) == [("links.csv, row 2", Why.LEFT_OUT), ("links.csv, row 3", Why.BAD_ROW), ("links.csv, row 6", Why.BAD_ROW)]
    assert [(thing.url, thing.published) for thing in found if isinstance(thing, Wanted)] == [(LINK, None), (f"{LINK}b", "2025-05-01")]


def test_an_address_in_the_column_of_the_outlet_is_a_link():
    (found,) = read(f"title,source,url\nA,{LINK},")

    assert (found.url, found.outlet) == (LINK, None)


def test_what_the_user_says_goes_before_what_the_sheet_says():
    (found,) = read(f"link,outlet,date,language\n{LINK},A,2025-05-01,en", said=Said("B", "2025-01-01", "fr"))

    assert (found.outlet, found.published, found.language) == ("B", "2025-01-01", "fr")


@pytest.mark.parametrize(
    "table", ["", "a,b\n1,2\n", f"{LINK}\n{LINK}b\n", "\n" * 20], ids=["empty", "no known column", "no names", "empty lines"]
)
def test_a_sheet_without_names_of_columns_is_told(table):
    assert told(read(table)) == [("links.csv", Why.NOT_KNOWN)]


def test_names_of_columns_may_stand_below_a_title():
    assert read(f"Links of May\n\nlink\n{LINK}\n")[0].url == LINK


def test_a_lost_quotation_mark_is_told():
    found = read('link,title\nhttps://news.example/a,"A title\n' + f"{LINK},b\n" * 1500)

    assert told(found) == [("links.csv, row 2", Why.LEFT_OUT)]


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02" * 100, b"\xd0\xcf\x11\xe0" + bytes(100), b"%PDF-1.4"], ids=["binary", "old Office file", "PDF"]
)
def test_what_is_no_sheet(data):
    assert [why for _, why in told(read(data))] == [Why.NOT_KNOWN]


# Cells


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (17, "17"),
        (date(2025, 5, 14), "2025-05-14"),
        (datetime(2025, 5, 14, 10), "2025-05-14T10:00:00"),
        ('=HYPERLINK("https://news.example/a","Gao")', LINK),
        ('=hyperlink( "https://news.example/a" ; "Gao" )', LINK),
        ('=HYPERLINK("https://news.example/a")', LINK),
        ('="https://news.example/a"', LINK),
        ('="He said ""no"""', 'He said "no"'),
        ("=A1&B1", "=A1&B1"),
        ("'=A1", "=A1"),
        ("'@desk", "@desk"),
        ("''-3", "'-3"),
        ("'quoted'", "'quoted'"),
        (" words ", "words"),
    ],
)
def test_a_cell_is_plain_text(cell, text):
    assert plain(cell) == text


@given(st.text(max_size=30).map(str.strip))
def test_what_our_own_export_made_safe_is_read_back(value):
    escaped = safe(value)
    if escaped != value:
        assert plain(escaped) == value


# Workbooks


def test_a_workbook_with_several_sheets():
    data = book(
        [["Link", "Date", "Source"], [LINK, date(2025, 5, 14), "Sahel Post"], [], ['=HYPERLINK("https://news.example/b","b")', None, None]],
        [["Notes"], ["nothing here"]],
        [["text"], ["'=Twelve died."]],
    )
    found = read(data, "links.xlsx")
    links = [thing for thing in found if isinstance(thing, Wanted)]

    assert [(link.url, link.published, link.outlet) for link in links] == [
        (LINK, "2025-05-14", "Sahel Post"),
        ("https://news.example/b", None, None),
    ]
    assert [(thing.data, thing.name) for thing in found if isinstance(thing, Capture)] == [(b"=Twelve died.", "links.xlsx, Sheet3 row 2")]
    assert told(found) == [("links.xlsx", Why.NOT_KNOWN)]


def changed(data: bytes, **parts: bytes) -> bytes:
    """The workbook with these parts in the stead of its own, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = {"sheet": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml", "extra": "xl/extra.xml", "book": "xl/workbook.xml"}
        for part in old.infolist():
            if part.filename not in {names[key] for key in parts}:
                new.writestr(part, old.read(part))
        for key, content in parts.items():
            new.writestr(names[key], content)
    return out.getvalue()


BOOK = book([["link"], [LINK]])
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s<sheetData>%s</sheetData></worksheet>'


def many_parts() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for number in range(1001):
            new.writestr(f"{number}.xml", b"<a/>")
    return out.getvalue()


def locked() -> bytes:
    """With the bit set that says that parts are encrypted."""
    data = bytearray(BOOK)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (changed(BOOK, extra=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), Why.XML_DTD),
        (changed(BOOK, sheet=b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><worksheet/>"), Why.XML_DTD),
        (changed(BOOK, strings="<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a []><sst/>".encode("utf-16")), Why.XML_DTD),
        (changed(BOOK, strings=b"<?xml version='1.0' encoding='utf-7'?>+ADwAIQ-DOCTYPE a []><sst/>"), Why.XML_DTD),
        (changed(BOOK, extra=b"<a>" + bytes(range(33, 60)) * 90_000 + b"</a>"), Why.TOO_LARGE),
        (changed(BOOK, extra=b" " * 30_000_000), Why.TOO_LARGE),
        (changed(BOOK, sheet=SHEET % (b"", b"<row r='1' a='" + b"b" * 1_100_000 + b"'/>")), Why.TOO_LARGE),
        (many_parts(), Why.TOO_LARGE),
        (locked(), Why.DAMAGED),
        (BOOK[:-30], Why.DAMAGED),
        (BOOK[:200], Why.DAMAGED),
        (BOOK[:60] + b"\xff" * 40 + BOOK[100:], Why.DAMAGED),
        (b"PK\x03\x04" + bytes(100), Why.DAMAGED),
        (changed(BOOK, book=b"<workbook/>"), Why.NOT_KNOWN),
        (changed(BOOK, sheet=SHEET % (b"", b"<row r='x'>")), Why.DAMAGED),
        (
            changed(
                BOOK, sheet=SHEET % (b"<dimension ref='A1'/>", b"<row r='1'><c t='inlineStr'><is><t>link</t></is></c></row><row r='x'>")
            ),
            Why.DAMAGED,
        ),
    ],
    ids=[
        "definitions",
        "external",
        "UTF-16",
        "UTF-7",
        "a bomb",
        "spaces",
        "a long tag",
        "many parts",
        "locked",
        "cut",
        "beginning",
        "damaged within a part",
        "zeros",
        "no sheets",
        "no XML",
        "no XML further down",
    ],
)
def test_a_hostile_workbook_is_told(data, expected):
    found = read(data, "links.xlsx")

    assert [thing.why for thing in found if isinstance(thing, Trouble)] == [expected]


def test_what_a_workbook_says_of_its_size_is_not_believed():
    rows = b"<row r='1'><c r='A1' t='inlineStr'><is><t>link</t></is></c></row>" + b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"
    found = read(changed(BOOK, sheet=SHEET % (b'<dimension ref="A1:XFD1048576"/>', rows)), "links.xlsx")

    assert found == []


def test_a_part_that_is_larger_than_it_says_is_damaged():
    """The size in the list of parts is made smaller than what comes out of the part."""
    data = bytearray(changed(BOOK, extra=b"<a>" + b"b" * 5000 + b"</a>"))
    at = data.rfind(b"PK\x01\x02")
    assert data[at + 46 :].startswith(b"xl/extra.xml")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")

    assert [thing.why for thing in read(bytes(data), "links.xlsx")] == [Why.DAMAGED]


def test_what_is_in_the_workbook_is_looked_at_before_the_library_is_asked(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)

    assert [thing.why for thing in read(changed(BOOK, extra=b"<!DOCTYPE a []><a/>"), "links.xlsx")] == [Why.XML_DTD]
    assert workbooks.is_workbook(BOOK)
