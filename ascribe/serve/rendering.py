"""How values become words and marks in a page: the environment of all templates. All is escaped, and what cannot be seen is shown."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ascribe import __version__
from ascribe.export import names, page, words


def environment() -> Environment:
    """The templates of `ascribe/serve/templates`, with the filters below."""
    made = Environment(
        loader=PackageLoader("ascribe.serve"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "seen": seen,
        "seen_line": seen_line,
        "plain": page.quoted,
        "day": words.day,
        "thousands": thousands,
        "plural": words.plural,
        "code": words.name,
        "level": lambda level: names.LEVELS[level],
        "type": lambda code: names.TYPES.get(code, code),
        "web": web,
    }
    made.globals |= {"version": __version__, "words": words, "names": names}
    return made


def seen(text: object) -> Markup:
    """Text of a source: escaped, each character that cannot be seen as a mark with its number."""
    return Markup(page.shown("" if text is None else str(text)))  # noqa: S704  escaped there


def seen_line(text: object) -> Markup:
    """The same on one line."""
    return Markup(page.line("" if text is None else str(text)))  # noqa: S704  escaped there


def thousands(number: int) -> str:
    """A number as people read it: 12,345."""
    return f"{number:,}"


def web(url: Any) -> str | None:
    """An address that may be a link: of the web, and of nothing else."""
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None
