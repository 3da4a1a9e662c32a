"""The workbench as it runs: what every page needs to answer, reached as `request.app.state.bench`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from ascribe.case.case import SOMEBODY, Case
from ascribe.serve.guard.visitors import visitor
from ascribe.serve.options import Options
from ascribe.serve.rendering import environment

HERE = Path(__file__).parent
#: What npm's packages were built into. Without it pages are drawn here and still work.
BUILT = HERE / "built"


class Bench:
    """One case and how it is shown. Holds no connection: each request opens the case for itself and closes it."""

    def __init__(self, options: Options, paths: frozenset[str] = frozenset()) -> None:
        self.options = options
        self.paths = paths
        self.built = frozenset(path.name for path in BUILT.iterdir()) if BUILT.is_dir() else frozenset()
        self.templates = environment()

    def case(self, request: Request | None = None) -> Case:
        """The case, opened for one request, in its visitor's name. A context manager."""
        by = self.options.by or SOMEBODY
        if request is not None:
            by = visitor(request).name or by
        return Case(self.options.case, by=by, settings=self.options.settings, read_only=not self.options.may_write)

    def page(self, request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """A page from its template. What all pages show is put in here."""
        words = self.templates.get_template(template).render(
            request=request,
            path=request.url.path,
            options=self.options,
            built=self.built,
            paths=self.paths,
            visitor=visitor(request),
            case_name=self.options.case.stem,
            **context,
        )
        return HTMLResponse(words, status_code=status)


def bench(request: Request) -> Bench:
    """The workbench that a request came to."""
    found: Bench = request.app.state.bench
    return found
