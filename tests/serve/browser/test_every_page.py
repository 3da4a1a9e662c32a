"""What must hold on every page: nothing of a source runs, nothing is asked of another machine, it fits, and it can be used by everybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascribe.case.case import Case
from ascribe.serve.app import PAGES
from ascribe.serve.options import Options
from tests.case.news import FAST
from tests.serve.hostile import hostile
from tests.serve.served import served

AXE = Path(__file__).parents[3] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 768, 1280, 1920)
PATHS = [route.path for page in PAGES for route in page.ROUTES if "GET" in (route.methods or ())]
LISTS = [path for path in PATHS if "{" not in path]
ONE = [kind for kind in ("event", "claim", "document") if f"/{kind}/{{id}}" in PATHS]


@pytest.fixture(scope="module")
def hostile_case(tmp_path_factory) -> Path:
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture
def address(hostile_case):
    """In place of the usual case: the one whose words try to be more than words."""
    with served(Options(hostile_case, settings=FAST)) as found:
        yield found


@pytest.fixture(scope="module")
def pages(hostile_case) -> dict[str, str]:
    """Every kind of page, by its name."""
    with Case(hostile_case, read_only=True) as case:
        event, claim, document = (next(case.rows(what))["id"] for what in ("events", "claims", "documents"))
    found = {path.strip("/"): path for path in LISTS}
    return found | {
        f"one {kind}": f"/{kind}/{one}" for kind, one in (("event", event), ("claim", claim), ("document", document)) if kind in ONE
    }


KINDS = [*(path.strip("/") for path in LISTS), *(f"one {kind}" for kind in ONE)]


@pytest.mark.parametrize("kind", KINDS)
def test_words_stay_words(page, address, pages, kind):
    """`visit` fails where a dialog opens, another machine is asked, or the console tells of an error."""
    answer = page.goto(address + pages[kind], wait_until="load")

    assert answer.status == 200
    page.wait_for_timeout(200)
    assert "49${" not in page.locator("body").inner_text()
    assert not page.evaluate("[...document.querySelectorAll('img')].some((each) => each.getAttribute('src') === 'x')")
    assert not page.evaluate("[...document.querySelectorAll('a')].some((each) => each.protocol === 'javascript:')")


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit(visit, address, pages, width):
    window = visit(viewport={"width": width, "height": 800})
    for kind, path in pages.items():
        window.goto(address + path, wait_until="load")
        beyond = window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert beyond <= 0, f"{kind} is {beyond} px wider than a window of {width}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_them(visit, address, pages, scheme):
    if not AXE.is_file():
        pytest.skip("axe-core is not there: make frontend fetches it")
    window = visit(color_scheme=scheme)
    found = []
    for kind, path in pages.items():
        window.goto(address + path, wait_until="load")
        window.evaluate(AXE.read_text(encoding="utf-8"))
        for each in window.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]:
            found += [f"{kind}: {each['id']}: {node['target']} {node['failureSummary'][:160]}" for node in each["nodes"][:3]]
    assert not found, "\n".join(found)
