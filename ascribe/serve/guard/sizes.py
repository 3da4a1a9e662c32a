"""How much may be sent."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ascribe.serve.guard.hosts import SAFE

#: A form of words: the longest article that anybody pastes, in letters that take nine bytes each in a form.
FORM = 8 * 1024**2
#: Files, all of one form together.
FILES = 256 * 1024**2


class Sizes:
    """What is larger is refused: at once where its length is told, else when it has grown too long."""

    def __init__(self, app: ASGIApp, form: int = FORM, files: int = FILES) -> None:
        self.app, self.form, self.files = app, form, files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, unless it is too large."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = {name: value for name, value in scope["headers"] if name in (b"content-type", b"content-length")}
        limit = self.files if told.get(b"content-type", b"").startswith(b"multipart/form-data") else self.form
        limit = limit if scope["method"] not in SAFE else 0
        length = told.get(b"content-length", b"0")
        if not length.isdigit() or int(length) > limit:
            raise _too_large(limit)
        come = 0

        async def measured() -> Message:
            nonlocal come
            message = await receive()
            come += len(message.get("body", b""))
            if come > limit:
                raise _too_large(limit)
            return message

        await self.app(scope, measured, send)


def _too_large(limit: int) -> HTTPException:
    if not limit:
        return HTTPException(413, "A question has no body.")
    return HTTPException(413, f"At most {limit // 1024**2} MiB can be sent at once; send it in parts, or use ascribe add.")
