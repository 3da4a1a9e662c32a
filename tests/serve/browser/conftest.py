"""A real browser, Debian's chromium, that can reach the workbench and nothing else. Where there is none, these tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from ascribe.serve.options import Options
from tests.case.news import FAST, NEWS, case
from tests.serve.served import served

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
#: WebGL by software, so that the map of the machines that have it is tested, too.
WEBGL = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """One browser for all tests of a process."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium; on Debian and Ubuntu: apt install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install 'ascribe[test]'")
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *WEBGL])
        yield found
        found.close()


@pytest.fixture
def address(tmp_path) -> Iterator[str]:
    """A workbench over a small case of its own; its address."""
    made = case(tmp_path, *NEWS)
    path = made.path
    made.close()
    with served(Options(path, settings=FAST)) as found:
        yield found


@pytest.fixture
def visit(browser, address) -> Iterator:
    """Windows onto the workbench: `visit()` opens one, with nothing in common with others. What goes wrong in any of them fails the test.

    Every request to another machine, every error in the console and every dialog that nobody asked for is one.
    """
    opened, troubles = [], []

    def open_window(**options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        context.route(lambda url: not url.startswith((address, "data:", "blob:")), lambda route: refuse(route))
        window = context.new_page()
        window.on("console", lambda said: troubles.append(f"console: {said.text}") if said.type == "error" else None)
        window.on("pageerror", lambda error: troubles.append(f"script: {error}"))
        window.on("dialog", lambda shown: (troubles.append(f"dialog: {shown.message}"), shown.dismiss()))
        window.set_default_timeout(10_000)
        opened.append(context)
        return window

    def refuse(route):
        troubles.append(f"asked another machine: {route.request.url}")
        route.abort()

    open_window.troubles = troubles
    yield open_window
    for context in opened:
        context.close()
    assert not troubles, "\n".join(troubles)


@pytest.fixture
def page(visit):
    """One window."""
    return visit()
