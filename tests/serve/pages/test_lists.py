"""The lists as pages."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from ascribe.serve.app import build
from ascribe.serve.options import Options
from ascribe.serve.pages.lists import SHOWN
from tests.case.news import FAST, NEWS, case


@pytest.fixture
def client(tmp_path):
    made = case(tmp_path, *NEWS)
    made.close()
    return TestClient(build(Options(made.path, settings=FAST)), base_url="http://localhost")


@pytest.fixture
def rows(client):
    return lambda address: client.get(address).text.count("<tr>") - 1


@pytest.mark.parametrize("what", SHOWN)
def test_each_list_shows_all_its_rows(client, rows, tmp_path, what):
    with client.app.state.bench.case() as opened:
        expected = len(list(opened.rows(what)))

    assert expected
    assert rows(f"/{what}") == expected


def test_the_address_asks(client, rows):
    with client.app.state.bench.case() as opened:
        everything = list(opened.rows("claims"))
        stance = everything[0]["stance"]
    expected = sum(row["stance"] == stance for row in everything)

    assert 0 < expected < len(everything)
    assert rows(f"/claims?stance={stance}") == expected


def test_a_column_that_is_not_there_is_told_with_those_that_are(client):
    answer = client.get("/claims?colour=red")

    assert answer.status_code == 400
    assert "event_type" in answer.text


def test_no_answer_is_told_as_one(client):
    assert "answer to this question" in client.get("/events?_search=zzzzqqq").text
