"""XML that defines nothing: how a text begins, and whether it declares a document type, before any parser sees it.

Definitions are where XML does harm: entities that stand for each other until memory is full, and entities that are files of this machine.
No feed and no sheet needs them. The text is decoded here and handed to the parser as UTF-8, so that what was looked at is what is parsed.
"""

from __future__ import annotations

import re
from html.entities import html5

from ascribe.read import text
from ascribe.read.reasons import StoppedError, Why

DECLARATION = re.compile(r"\A<\?xml\s[^>]*\?>")
ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")
DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w.:-]+)")
SPACE = re.compile(r"\s*")
ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
DEFINES = "defines a document type or entities, which can do harm and is never needed; take out what stands between <!DOCTYPE and its >"


def xml_text(data: bytes, name: str) -> str:
    """The text without its XML declaration. A `StoppedError` if it defines anything or is no XML; a `ReadError` if it is no text at all."""
    decoded, _ = text.decode(data, name=name)
    found = DECLARATION.sub("", decoded.removeprefix("\ufeff").lstrip(), count=1)
    at = _prolog_end(found)
    if found.startswith("<!", at):
        raise StoppedError(Why.XML_DTD, DEFINES)
    if not ROOT.match(found, at):
        raise StoppedError(Why.BAD_XML, "is no XML; open it in a browser and see what it is")
    return ENTITY.sub(_letter, found)


def root(head: str) -> str | None:
    """The name of the first element, without its prefix, in small letters; None if the text does not begin as XML."""
    found = head.removeprefix("\ufeff")
    at = _prolog_end(found)
    match = DOCTYPE.match(found, at) or ROOT.match(found, at)
    return match[1].rpartition(":")[2].lower() if match else None


def refuse_definitions(part: bytes) -> None:
    """Refuse a part of an Office file that defines anything, or is in an encoding in which that could not be seen.

    Such files are UTF-8 (ECMA-376, 2, 8.1.4) and write a < in a text as &lt;, so that these letters can be nothing else.
    """
    head = part[:200].lower()
    other = b"encoding" in head and b"utf-8" not in head
    if b"\0" in part or other or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise StoppedError(Why.XML_DTD, "has a part that defines a document type, or hides it; save it anew as .xlsx or as .csv")


def _letter(match: re.Match[str]) -> str:
    """What HTML calls by this name ("&nbsp;"): XML knows only five such names, and many feeds forget that. Marks of XML itself stay."""
    letter = html5.get(match[1], "<")
    return match[0] if letter in "<>&\"'" else letter


def _prolog_end(found: str) -> int:
    """Where the declaration, comments and instructions end and what is looked for begins."""
    at = end = 0
    while end >= at:
        at = SPACE.match(found, end).end()  # type: ignore[union-attr]  # it always matches
        if found.startswith("<?", at):
            end = found.find("?>", at) + 2
        elif found.startswith("<!--", at):
            end = found.find("-->", at + 4) + 3
        else:
            return at
    return len(found)  # one of them has no end
