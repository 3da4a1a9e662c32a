"""Tokens that a form must send back, so that no other site can send it in a visitor's name."""

from __future__ import annotations

import hashlib
import hmac
import re

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ascribe.serve.guard.hosts import SAFE
from ascribe.serve.guard.visitors import visitor

HEADER, FIELD = "X-CSRF-Token", "csrf"
#: In a form of words it may stand anywhere.
IN_WORDS = re.compile(rb"(?:^|&)csrf=([A-Za-z0-9_-]{1,200})(?:&|$)")
#: In a form with files it is the first field: nothing else is read before it is known who sends them.
FIRST = re.compile(
    rb"\A(?:\r\n)?--[^\r\n]{1,200}\r\nContent-Disposition: *form-data; *name=\"csrf\"\r\n"
    rb"(?:Content-[^\r\n]{1,100}\r\n)*\r\n([A-Za-z0-9_-]{1,200})\r\n--",
    re.IGNORECASE,
)
FIRST_WITHIN = 2048
MISSING = "The page that this came from is no longer good, or the browser keeps no cookies. Load the page anew and do it once more."


def token(secret: str) -> str:
    """What a page shows of the secret in the browser's cookie: enough to prove that the page was read, too little to be the cookie."""
    return hmac.new(secret.encode(), b"ascribe form", hashlib.sha256).hexdigest()


class Csrf:
    """Whatever changes something brings the visitor's token: in a header, or as the field `csrf` of its form.

    The body comes to the handler as it was sent. A form of words is read here whole, which `Sizes` bounds; of a form with files only its
    beginning, where the field must stand, so that files are still read as they come. The token never stands in an address, which histories
    would keep.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, if the token is the visitor's."""
        if scope["type"] != "http" or scope["method"] in SAFE:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        read: list[Message] = []
        sent = request.headers.get(HEADER)
        if sent is None:
            sent = await _in_body(request.headers, receive, read)
        expected = visitor(request).csrf
        if not expected or not hmac.compare_digest(expected.encode(), sent.encode()):
            raise HTTPException(403, MISSING)

        async def again() -> Message:
            return read.pop(0) if read else await receive()

        await self.app(scope, again, send)


async def _in_body(headers: Headers, receive: Receive, read: list[Message]) -> str:
    """The field of a form, or nothing. What was read for it is put in `read`."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        return _found(IN_WORDS.search(await _read(receive, read, None)))
    if kind == "multipart/form-data":
        return _found(FIRST.search(await _read(receive, read, FIRST_WITHIN)))
    return ""


async def _read(receive: Receive, read: list[Message], most: int | None) -> bytes:
    """The body, or so much of its beginning."""
    body = bytearray()
    while most is None or len(body) < most:
        message = await receive()
        read.append(message)
        body += message.get("body", b"")
        if not message.get("more_body", False):
            break
    return bytes(body)


def _found(match: re.Match[bytes] | None) -> str:
    return match[1].decode() if match else ""
