"""What is told when something cannot be done: one page for people, one shape for programs."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ascribe.errors import ConfigError, ErasedError, UnknownError
from ascribe.serve.bench import bench

#: The endings of paths that programs ask for.
FOR_PROGRAMS = (".json", ".jsonl", ".csv", ".geojson")
TITLES = {
    400: "This question cannot be answered",
    401: "Please say who you are",
    403: "This is not for you to do here",
    404: "There is nothing here",
    405: "This cannot be done here",
    409: "Somebody else was first",
    410: "This was erased",
    413: "This is too large",
    429: "Too much at once",
    503: "The case cannot be read just now",
}


def failed(request: Request, error: Exception) -> Response:
    """A trouble of ours, with its remedy."""
    status = 410 if isinstance(error, ErasedError) else 404 if isinstance(error, UnknownError) else 400
    if not isinstance(error, (UnknownError, ConfigError)) and "another program holds it" in str(error):
        status = 503
    return told(request, status, str(error))


def refused(request: Request, error: Exception) -> Response:
    """What the routes or the guard refuse."""
    if not isinstance(error, HTTPException):
        raise error
    answer = told(request, error.status_code, "" if error.detail == TITLES.get(error.status_code) else error.detail)
    answer.headers.update(error.headers or {})
    return answer


def told(request: Request, status: int, says: str) -> Response:
    """The trouble in words, in the form that was asked for."""
    title = TITLES.get(status, "This did not work")
    if request.url.path.endswith(FOR_PROGRAMS):
        return JSONResponse({"ok": False, "error": says or title, "errors": [says or title], "status": status}, status)
    return bench(request).page(request, "trouble.html", status, code=status, title=title, says=says)
