"""What comes of asking for a page: the page, the word that it is unchanged, or why there is none. Never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ascribe.model.captures import Capture
from ascribe.read.reasons import OURS, StoppedError, Why

#: The longest validator that is kept, in characters.
MAX_VALIDATOR = 256


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a host tells whether its page has changed since: kept with a feed and sent when it is asked for again."""

    etag: str | None = None
    last_modified: str | None = None

    def __post_init__(self) -> None:
        for value in (self.etag, self.last_modified):
            if value is not None and not _is_plain(value):
                raise ValueError(f"no validator that can be sent: {value[:40]!r}")

    @classmethod
    def of(cls, etag: str | None, last_modified: str | None) -> Validators:
        """Those that an answer gave, without what could not be sent back."""
        return cls(*(value if value is not None and _is_plain(value) else None for value in (etag, last_modified)))


@dataclass(frozen=True, slots=True)
class Page:
    """What was asked for. `moved_to`: the host says that it stands there for good, so that next time it should be asked for there."""

    capture: Capture
    validators: Validators = Validators()
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The host says that it is as it was when these validators were given."""

    url: str
    validators: Validators


@dataclass(frozen=True, slots=True)
class NotFetched:
    """There is no page. `said` is one plain sentence with its remedy, to stand behind the address.

    `status` is the host's, None where it gave none; `retry_after` is how many seconds it asks to be left alone, None where it does not say;
    `heard` tells whether a host answered anything on the way.
    """

    url: str
    why: Why
    said: str
    status: int | None = None
    retry_after: float | None = None
    heard: bool = False

    @property
    def refused(self) -> bool:
        """Nothing was sent at all, since we refused the address. One that a redirect led to is another thing: its first host was asked."""
        return self.why in OURS and not self.heard

    @property
    def for_now(self) -> bool:
        """It may go better later: the host is busy or failing, or out of reach."""
        if self.status is not None:
            return self.status in {408, 425, 429} or self.status >= 500
        return self.why in {Why.TIMEOUT, Why.UNREACHABLE, Why.NO_SUCH_NAME, Why.PROXY, Why.PROTOCOL}


Fetched = Page | Unchanged | NotFetched


def not_fetched(url: str, stop: StoppedError, *, heard: bool) -> NotFetched:
    """The answer that a stop makes."""
    return NotFetched(url, stop.why, str(stop), heard=heard)


def of_status(url: str, status: int, retry_after: float | None = None) -> NotFetched:
    """The answer that a status makes which is neither a page nor a redirect."""
    return NotFetched(url, Why.STATUS, f"the host answered {status}: {_meaning(status)}", status, retry_after, heard=True)


def seconds_to_wait(said: str | None, now: datetime) -> float | None:
    """What Retry-After asks for, in seconds from now: a number, or a date. None where it says nothing that can be read."""
    value = (said or "").strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, ((then if then.tzinfo else then.replace(tzinfo=UTC)) - now).total_seconds())


def _is_plain(value: str) -> bool:
    return 0 < len(value) <= MAX_VALIDATOR and all(" " <= letter <= "~" for letter in value)


def _meaning(status: int) -> str:
    match status:
        case 401 | 403 | 407 | 451:
            return "it does not show this to everybody; save the page from a browser and name the file"
        case 404 | 410:
            return "there is no such page any more; look for it in a web archive"
        case 408 | 425 | 429:
            return "it wants to be asked less often; try again later"
        case _ if status >= 500:
            return "it has trouble of its own; try again later"
        case _:
            return "no page; open it in a browser, save it and name the file"
