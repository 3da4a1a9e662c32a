"""What every answer tells the browser that it may do with it: run nothing but ours, ask nobody else, keep nothing, be framed by nobody."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: No inline script, no inline style, no eval. `data:` and `blob:` images are the map's icons and a chart that is saved; `blob:` workers are
#: the map's. A page that needs more than this is changed, not this.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
UNUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb")
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Other machines are told of no page, as with no-referrer; but with that browsers send `Origin: null` with our own forms, too,
    # and over plain http there is nothing else by which a form of ours is told from one of another site.
    "referrer-policy": "same-origin",
    "permissions-policy": ", ".join(f"{each}=()" for each in UNUSED),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-robots-tag": "noindex, nofollow",
}
#: Files of ours that hold nothing of a case.
OURS = ("/static/", "/built/", "/favicon.ico")


class Headers:
    """Every answer carries `HEADERS`. What holds something of a case is not kept by the browser, unless its handler said how it may be."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                # A new version of ours is seen at once; until then its ETag saves the bytes.
                headers.setdefault("cache-control", "no-cache" if scope["path"].startswith(OURS) else "no-store")
            await send(message)

        await self.app(scope, receive, marked if scope["type"] == "http" else send)
