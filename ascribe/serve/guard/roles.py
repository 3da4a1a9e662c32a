"""What somebody must be to do something: said at the handler, and held there. What changes something and says nothing is not served."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ascribe.serve.guard.hosts import SAFE
from ascribe.serve.guard.visitors import Role, visitor

Handler = TypeVar("Handler", bound=Callable[..., Any])
#: Where a handler says that it has said who may use it.
SAID = "may_be_used_by"


def needs(role: Role) -> Callable[[Handler], Handler]:
    """Only for those who have this role or one beyond it. Stands above a handler: `@needs(Role.CODER)`."""

    def held(handler: Handler) -> Handler:
        answers: Any = _later(handler, role) if inspect.iscoroutinefunction(handler) else _at_once(handler, role)
        setattr(answers, SAID, role)
        made: Handler = answers
        return made

    return held


def open_to_all(handler: Handler) -> Handler:
    """Also for whoever has yet to sign in. It says so, so that no handler is open because somebody forgot."""
    setattr(handler, SAID, None)
    return handler


def check_routes(routes: Iterable[BaseRoute], prefix: str = "") -> None:
    """Every route that can change something says who may use it."""
    for route in routes:
        if isinstance(route, Mount):
            if route.routes:
                check_routes(route.routes, prefix + route.path)
            elif not isinstance(route.app, StaticFiles):
                raise TypeError(f"{prefix}{route.path}: what is mounted there cannot be looked into; list its routes instead")
        elif not isinstance(route, Route):
            raise TypeError(f"{route}: nothing is known of who may use it")
        elif (route.methods is None or set(route.methods) - set(SAFE)) and not hasattr(route.endpoint, SAID):
            raise TypeError(
                f"{prefix}{route.path} can change something and does not say who may use it: put @needs(Role...) above its handler"
            )


def _check(request: Request, role: Role) -> None:
    who = visitor(request)
    if not who.is_at_least(role):
        raise HTTPException(403, f"This is for a {role.value}; you are a {who.role.value}. An admin can change it: ascribe user role")


def _at_once(handler: Callable[..., Any], role: Role) -> Callable[..., Any]:
    @wraps(handler)
    def answers(request: Request) -> Any:
        _check(request, role)
        return handler(request)

    return answers


def _later(handler: Callable[..., Awaitable[Any]], role: Role) -> Callable[..., Awaitable[Any]]:
    @wraps(handler)
    async def answers(request: Request) -> Any:
        _check(request, role)
        return await handler(request)

    return answers
