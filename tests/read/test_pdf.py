"""PDF files as they come: clean, wrapped, locked, broken, or a pile of pictures."""

from __future__ import annotations

from io import BytesIO

import pytest

from ascribe.errors import ReadError
from ascribe.read import read_bytes
from ascribe.read.pdf import is_pdf, unwrapped

REPORT = [
    "Police in Gao said on Monday that twelve people had been killed when",
    "gunmen attacked a market, and that nobody had clai-",
    "med it.",
    "A spokesman for the army said it was looking for the attackers in the",
    "hills north of the town.",
]


def pdf(*pages: list[str], title: str | None = None, contents: bytes | None = None) -> bytes:
    """A small PDF written by hand: one font, one content stream a page."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        shown = b" T* ".join(b"(%s) Tj" % line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") for line in lines)
        stream = contents if contents is not None else b"BT /F1 12 Tf 14 TL 72 720 Td %s ET" % shown
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    if title is not None:
        objects.append(f"<< /Title ({title}) /CreationDate (D:20240101000000) >>".encode())
    return written(objects, info=len(objects) if title is not None else None)


def written(objects: list[bytes], info: int | None) -> bytes:
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    known = b" /Info %d 0 R" % info if info else b""
    size = len(objects) + 1
    trailer = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(out) + trailer % (size, table, size, known, len(out))


def locked(data: bytes, *, user: str, owner: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name="report.pdf")
    return str(caught.value)


def test_a_report_is_read_in_paragraphs():
    document = read_bytes(pdf(REPORT), name="report.pdf", published="2025-05-15")

    assert document.text.split("\n") == [
        "Police in Gao said on Monday that twelve people had been killed when gunmen attacked a market, and that nobody had claimed it.",
        "A spokesman for the army said it was looking for the attackers in the hills north of the town.",
    ]
    assert document.language == "en"
    assert document.notes == ()


def test_the_content_tells_that_it_is_a_pdf():
    assert read_bytes(pdf(REPORT), name="standard input").text.startswith("Police in Gao")


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7 ...", "-", True),
        (b"\n\n%PDF-1.7 ...", "-", True),
        (b"\x01\x02 junk %PDF-1.7", "a.pdf", True),
        (b"We wrote %PDF-1.7 on the wall", "a.txt", False),
        (b"<html>not found</html>", "a.pdf", False),
    ],
    ids=["plain", "after empty lines", "after junk", "only spoken of", "an error page called .pdf"],
)
def test_is_pdf(data, name, expected):
    assert is_pdf(data, name) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Situation report 12", "Situation report 12"),
        ("Microsoft Word - final2.docx", None),
        ("untitled", None),
        ("", None),
        (None, None),
    ],
    ids=["given", "by the word processor", "untitled", "empty", "none"],
)
def test_title(title, expected):
    assert read_bytes(pdf(REPORT, title=title), name="report.pdf").title == expected


def test_the_day_the_file_was_made_is_no_publication_date():
    document = read_bytes(pdf(REPORT, title="Situation report 12"), name="report.pdf")

    assert document.published is None
    assert "no_publication_date" in document.notes


def test_without_text_it_names_the_remedy():
    assert refusal(pdf([], contents=b"0 0 100 100 re f")) == "report.pdf: this PDF has no text, only pictures of it; run OCR first"


def test_with_a_password_it_is_refused():
    assert "encrypted" in refusal(locked(pdf(REPORT), user="secret", owner="secret"))


def test_a_file_that_only_forbids_printing_is_read():
    assert "Police in Gao" in read_bytes(locked(pdf(REPORT), user="", owner="secret"), name="report.pdf").text


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\n",
        b"%PDF-1.4\n" + b"\xff\x00junk" * 200,
        pdf(REPORT)[:200],
        pdf(REPORT).replace(b"/Type /Catalog", b"/Type /Catalug").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    ],
    ids=["only a beginning", "junk", "cut off", "a page tree that holds itself"],
)
def test_a_damaged_file_is_refused(data):
    message = refusal(data)

    assert message.startswith("report.pdf: this PDF ")
    assert "save it anew" in message or "run OCR" in message


def test_one_empty_page_is_noted_and_the_rest_is_read():
    document = read_bytes(pdf(REPORT, []), name="report.pdf")

    assert "Police in Gao" in document.text
    assert "pages_without_text" in document.notes


def test_ligatures_are_letters_again():
    page = b"BT /F1 12 Tf 72 720 Td (It said that \\256ve of\\256cers died.) Tj ET"  # 256 octal is the ligature "fi" in StandardEncoding
    data = pdf([], contents=page).replace(b"/WinAnsiEncoding", b"/StandardEncoding")

    assert read_bytes(data, name="a.pdf").text == "It said that five officers died."


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (["the attack-\ners fled"], "the attackers fled"),
        (["fighters of al-\nShabaab fled"], "fighters of al-Shabaab fled"),
        (["fighters of al-\nnusra fled"], "fighters of al-nusra fled"),
        (["a cease-fire held\nuntil the cease-\nfire broke"], "a cease-fire held until the cease-fire broke"),
        (["from 2019-\n2021 it held"], "from 2019-2021 it held"),
        (["the attack\u00ad\ners fled"], "the attackers fled"),
        (["Twelve dead in Gao\n\nPolice said so."], "Twelve dead in Gao\nPolice said so."),
        (["they killed twelve and\n• took three\n• burned the rest"], "they killed twelve and\n• took three\n• burned the rest"),
        (["the army said it had\nkilled", "twelve people"], "the army said it had killed twelve people"),
        ([], ""),
        (["", "\n \n"], ""),
    ],
    ids=[
        "a divided word",
        "a name with a hyphen",
        "an article with a hyphen",
        "a compound that stands elsewhere",
        "years",
        "a soft hyphen",
        "an empty line",
        "a list",
        "over the page",
        "no page",
        "empty pages",
    ],
)
def test_unwrapped(pages, expected):
    assert unwrapped(pages) == expected


def test_a_page_number_never_falls_into_a_sentence():
    ends = {11: "burned", 12: "taken", 13: "killed"}
    pages = [f"The Weekly Monitor\nOn day {n} the army said that the attackers had\n{ends[n]}\n{n}" for n in ends]

    text = unwrapped([*pages, "The Weekly Monitor\nsoldiers and fled.\n14"])

    assert "Monitor" not in text
    assert "killed 13" not in text
    assert "killed soldiers and fled." in text
