"""Why something from outside did not come in: one list of codes, and the stop that carries one.

Nothing that the world does ends a run. Inside this folder a stop is raised where the reason is found; those who are asked for a page, a
feed or a sheet catch it and hand the reason on as data.
"""

from __future__ import annotations

from enum import StrEnum

from ascribe.errors import ReadError


class Why(StrEnum):
    """What kept something from coming in. The first group is our own refusal, before anything was sent."""

    OFFLINE = "offline"  # the user said that nothing may be fetched
    NO_ADDRESS = "no_address"  # it is no web address, or one written so that two programs read it differently
    SCHEME = "scheme"  # neither http nor https
    USERINFO = "userinfo"  # a name or a password stands in it
    PORT = "port"  # a port that belongs to another service
    PRIVATE = "private"  # leads to this machine or to a network that is not the public internet
    NEEDS_PROXY = "needs_proxy"  # .onion and the like without a proxy: the name would be told to the name server
    DOWNGRADE = "downgrade"  # an encrypted page led on to one that is not
    ROBOTS = "robots"  # the host's robots.txt asks programs not to read it

    NO_SUCH_NAME = "no_such_name"  # the name of the host leads nowhere
    UNREACHABLE = "unreachable"  # nobody answers there
    PROXY = "proxy"  # the proxy does not answer, or not as one
    CERTIFICATE = "certificate"  # the host cannot prove who it is
    TIMEOUT = "timeout"
    PROTOCOL = "protocol"  # what came is no HTTP, or broke off
    REDIRECTS = "redirects"  # sent on too often, or nowhere
    STATUS = "status"  # the host answered with a refusal or an error; the status says which
    MEDIA = "media"  # a picture, a film, a sound
    EMPTY = "empty"

    TOO_LARGE = "too_large"  # larger than the cap, or grows out of all proportion when it is unpacked
    DAMAGED = "damaged"  # cannot be unpacked or read
    XML_DTD = "xml_dtd"  # defines a document type or entities: these can be bombs, and can read files
    BAD_XML = "bad_xml"  # not well-formed
    NOT_KNOWN = "not_known"  # a kind of file that is not known, or has no column that is
    BAD_ROW = "bad_row"  # a row or a line that cannot be used
    LEFT_OUT = "left_out"  # a value or a key that was not used; the rest was


#: What we refuse by ourselves: no socket is opened for it.
OURS = frozenset({Why.OFFLINE, Why.NO_ADDRESS, Why.SCHEME, Why.USERINFO, Why.PORT, Why.PRIVATE, Why.NEEDS_PROXY, Why.DOWNGRADE, Why.ROBOTS})


class StoppedError(ReadError):
    """This does not come in. The message is one plain sentence with its remedy."""

    def __init__(self, why: Why, said: str) -> None:
        super().__init__(said)
        self.why = why
