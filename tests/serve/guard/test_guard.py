"""The guard around the pages."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from ascribe.errors import ConfigError
from ascribe.serve.app import build
from ascribe.serve.guard.headers import HEADERS
from ascribe.serve.options import Options
from ascribe.serve.run import serve
from tests.case.news import FAST, case


@pytest.fixture
def path(tmp_path):
    made = case(tmp_path)
    made.close()
    return made.path


@pytest.fixture
def client(path):
    return TestClient(build(Options(path, settings=FAST)), base_url="http://127.0.0.1:8011")


@pytest.mark.parametrize("address", ["/events", "/nowhere", "/claims?colour=red", "/static/base.css"])
def test_every_answer_forbids_what_is_not_ours(client, address):
    told = client.get(address).headers

    assert {name: told[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in told["Content-Security-Policy"]


def test_pages_are_not_kept_by_the_browser(client):
    assert client.get("/events").headers["Cache-Control"] == "no-store"
    assert client.get("/static/base.css").headers.get("Cache-Control") != "no-store"


@pytest.mark.parametrize("name", ["evil.invalid", "127.0.0.1.evil.invalid", "localhost.evil.invalid:8011"])
def test_another_name_for_this_machine_is_refused(client, name):
    answer = client.get("/events", headers={"Host": name})

    assert answer.status_code == 400
    assert "ascribe" not in answer.text


@pytest.mark.parametrize("name", ["localhost:8011", "127.0.0.1:9", "127.0.0.1"])
def test_our_own_names_are_answered(client, name):
    assert client.get("/events", headers={"Host": name}).status_code == 200


def test_what_is_not_safe_yet_is_refused_with_the_remedy(path):
    with pytest.raises(ConfigError, match="leave"):
        serve(Options(path, settings=FAST, public=True))
