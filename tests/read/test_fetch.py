"""Fetching: what is sent and what never is, where it may lead, what it may cost, and that there is always an answer."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import sys
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from ascribe.errors import ConfigError
from ascribe.model.captures import Way
from ascribe.read.answers import NotFetched, Page, Unchanged, Validators, seconds_to_wait
from ascribe.read.connections import Limits
from ascribe.read.fetch import Fetcher
from ascribe.read.reasons import Why
from tests.read.hosts import host, http, listening, tunnel_to

NOON = datetime(2025, 5, 15, 12, tzinfo=UTC)
PAGE = b"<html><body><p>Police in Gao said that twelve people had been killed.</p></body></html>"
QUICK = Limits(connect=2, read=0.3, total=0.5)


def nobody(name: str, port: int) -> tuple[str, ...]:
    """A resolver that must not be asked."""
    raise AssertionError(f"{name} was looked up")


def fetcher(*places: str, **known) -> Fetcher:
    known.setdefault("resolver", nobody)
    return Fetcher(allow=places, clock=lambda: NOON, **known)


def sent(request: bytes) -> dict[str, str]:
    lines = request.decode().split("\r\n")[1:]
    return {name.lower(): value for name, _, value in (line.partition(": ") for line in lines if line)}


def why(answer) -> Why | None:
    if isinstance(answer, NotFetched):
        assert answer.said and answer.said == answer.said.strip()
        return answer.why
    return None


# What comes


def test_a_page_is_a_capture_of_its_bytes():
    with host(http(PAGE, content_type="text/html; charset=utf-8", etag='"1"', last_modified="Thu, 15 May 2025 10:00:00 GMT")) as here:
        answer = fetcher(here.place).fetch(here.url)

    assert isinstance(answer, Page)
    assert (answer.capture.data, answer.capture.at, answer.capture.url) == (PAGE, NOON, here.url)
    assert (answer.capture.way, answer.capture.media_type) == (Way.PAGE, "text/html")
    assert answer.validators == Validators('"1"', "Thu, 15 May 2025 10:00:00 GMT")
    assert answer.moved_to is None


def test_what_is_known_is_sent_and_an_unchanged_page_is_told():
    known = Validators('"1"', "Thu, 15 May 2025 10:00:00 GMT")
    with host(http(status="304 Not Modified")) as here:
        answer = fetcher(here.place).fetch(here.url, known)

    assert answer == Unchanged(here.url, known)
    assert sent(here.asked[0])["if-none-match"] == '"1"'
    assert sent(here.asked[0])["if-modified-since"] == "Thu, 15 May 2025 10:00:00 GMT"


@pytest.mark.parametrize("value", ["a\r\nCookie: b", "", "ü", "a" * 300])
def test_a_validator_that_cannot_be_sent_is_not_kept(value):
    assert Validators.of(value, value) == Validators()
    with pytest.raises(ValueError, match="validator"):
        Validators(value)


@pytest.mark.parametrize(
    ("status", "retry", "for_now", "seconds"),
    [
        ("404 Not Found", "", False, None),
        ("403 Forbidden", "", False, None),
        ("410 Gone", "", False, None),
        ("429 Too Many Requests", "120", True, 120),
        ("503 Service Unavailable", "Thu, 15 May 2025 12:30:00 GMT", True, 1800),
        ("503 Service Unavailable", "soon", True, None),
        ("204 No Content", "", False, None),
        ("304 Not Modified", "", False, None),
        ("999 Odd", "", True, None),
    ],
)
def test_a_status_is_data(status, retry, for_now, seconds):
    with host(http(status=status, retry_after=retry)) as here:
        answer = fetcher(here.place).fetch(here.url)

    assert (answer.why, answer.status, answer.for_now, answer.retry_after) == (Why.STATUS, int(status[:3]), for_now, seconds)


@pytest.mark.parametrize("said", [None, "", "-5", "1e9", "99999999999999999999", "²"])
def test_a_wait_that_cannot_be_read_is_none(said):
    assert seconds_to_wait(said, NOON) is None


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (http(b""), Why.EMPTY),
        (http(PAGE, content_type="image/png"), Why.MEDIA),
        (http(PAGE, content_type="Video/mp4"), Why.MEDIA),
        (http(PAGE, content_encoding="br"), Why.DAMAGED),
        (http(PAGE, content_encoding="gzip, gzip"), Why.DAMAGED),
        (http(PAGE, content_encoding="gzip"), Why.DAMAGED),
        (http(gzip.compress(PAGE, mtime=0)[:-9], content_encoding="gzip"), Why.DAMAGED),
        (http(PAGE, content_length="9999"), Why.PROTOCOL),
        (b"", Why.PROTOCOL),
        (b"220 mail.example ready\r\n", Why.PROTOCOL),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", Why.PROTOCOL),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", Why.PROTOCOL),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Why.PROTOCOL),
        (b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 200_000, Why.PROTOCOL),
        (b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 40_000, Why.PROTOCOL),
        (http(status="301 Moved", location=""), Why.REDIRECTS),
        (http(status="301 Moved", location="/report"), Why.REDIRECTS),
    ],
)
def test_whatever_comes_there_is_an_answer(answer, expected):
    with host(answer) as here:
        assert why(fetcher(here.place).fetch(here.url)) is expected


# What is sent


def test_what_is_sent_tells_nothing_of_who_asks(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with host(http(PAGE, set_cookie="who=you; Path=/")) as here:
        asks = fetcher(here.place)
        asks.fetch(here.url)
        asks.fetch(here.url)

    assert here.asked[0] == here.asked[1]
    assert sent(here.asked[1]) == {
        "host": here.place,
        "user-agent": "ascribe (reads what its user names)",
        "accept": "text/html, application/xhtml+xml, application/pdf, text/plain, application/rss+xml, application/atom+xml, */*;q=0.5",
        "accept-language": "en, *;q=0.5",
        "accept-encoding": "gzip, identity;q=0.9",
        "connection": "close",
    }


def test_nothing_is_asked_for_but_what_was_named():
    page = b'<html><head><link rel="icon" href="/i.ico"><meta http-equiv="refresh" content="0; url=/x"></head><img src="/a.png"></html>'
    with host(http(page, link='</style.css>; rel="preload"')) as here:
        fetcher(here.place).fetch(here.url)

    assert len(here.asked) == 1


def test_offline_nothing_is_looked_up_and_no_socket_is_opened():
    with host(http(PAGE)) as here:
        answer = fetcher(here.place, offline=True).fetch(here.url)

    assert why(answer) is Why.OFFLINE and answer.refused
    assert here.asked == []


# Where it leads


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1"],
        ["8.8.8.8", "10.0.0.1"],
        ["169.254.169.254"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["fe80::1%eth0"],
        ["64:ff9b::7f00:1"],
        ["not one"],
    ],
)
def test_a_name_that_leads_into_the_house_is_refused(answers):
    answer = fetcher(resolver=lambda *_: answers).fetch("http://news.example/")

    assert why(answer) is Why.PRIVATE and answer.refused


def test_a_name_is_looked_up_once_so_that_a_second_answer_changes_nothing():
    with host(http(PAGE)) as here:
        answers = iter([["127.0.0.1"], ["10.0.0.1"]])
        looked_up = []

        def rebinding(name, port):
            looked_up.append(name)
            return next(answers)

        answer = fetcher(f"news.example:{here.port}", resolver=rebinding).fetch(f"http://news.example:{here.port}/report")

    assert isinstance(answer, Page) and looked_up == ["news.example"]
    assert sent(here.asked[0])["host"] == f"news.example:{here.port}"


def test_a_name_that_leads_elsewhere_at_the_second_question_is_checked_again():
    with host({"/report": http(status="302 Found", location="http://news.example/secret")}) as here:
        answers = iter([["127.0.0.1"], ["169.254.169.254"]])
        answer = fetcher(f"news.example:{here.port}", resolver=lambda *_: next(answers)).fetch(f"http://news.example:{here.port}/report")

    assert why(answer) is Why.PRIVATE


def test_a_name_that_nobody_knows():
    def unknown(name, port):
        raise socket.gaierror("no such host")

    assert why(fetcher(resolver=unknown).fetch("http://news.example/")) is Why.NO_SUCH_NAME
    assert why(fetcher(resolver=lambda *_: ()).fetch("http://news.example/")) is Why.NO_SUCH_NAME


def test_a_port_at_which_nobody_listens():
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    answer = fetcher(place).fetch(f"http://{place}/")

    assert why(answer) is Why.UNREACHABLE and answer.for_now


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("http://127.0.0.1:8081/", Why.PRIVATE),
        ("http://169.254.169.254/latest/", Why.PRIVATE),
        ("//localhost/", Why.PRIVATE),
        ("file:///etc/passwd", Why.SCHEME),
        ("gopher://127.0.0.1/", Why.SCHEME),
        ("http://a@127.0.0.1/", Why.USERINFO),
        ("http://[::1", Why.PROTOCOL),
        ("http://abc.onion/", Why.NEEDS_PROXY),
        ("http://inside.example/", Why.PRIVATE),
    ],
)
def test_every_redirect_is_checked(location, expected):
    with host({"/report": http(status="302 Found", location=location)}) as here:
        assert why(fetcher(here.place, resolver=lambda *_: ["192.168.0.1"]).fetch(here.url)) is expected


def test_what_a_redirect_leads_to_and_is_refused_was_still_a_question_to_its_first_host():
    with host(http(status="302 Found", location="http://127.0.0.1/")) as here:
        assert not fetcher(here.place).fetch(here.url).refused


def test_redirects_are_followed_and_a_lasting_move_is_told():
    pages = {
        "/report": http(status="301 Moved", location="/b"),
        "/b": http(status="308 Permanent", location="c?d=e"),
        "/c?d=e": http(status="302 Found", location="/f#g"),
        "/f": http(PAGE),
    }
    with host(pages) as here:
        answer = fetcher(here.place).fetch(here.url)

    assert answer.capture.url == f"http://{here.place}/f"
    assert answer.moved_to == f"http://{here.place}/c?d=e"


@pytest.mark.parametrize(("hops", "expected"), [(5, None), (6, Why.REDIRECTS)])
def test_at_most_five_redirects(hops, expected):
    pages = {f"/{n}": http(status="302 Found", location=f"/{n + 1}") for n in range(hops)} | {f"/{hops}": http(PAGE)}
    with host(pages) as here:
        assert why(fetcher(here.place).fetch(f"http://{here.place}/0")) is expected
        assert len(here.asked) == 6


def test_a_redirect_leads_from_one_of_the_users_own_places_to_another():
    with host(http(PAGE)) as own, host(http(status="302 Found", location=own.url)) as other:
        assert isinstance(fetcher(own.place, other.place).fetch(other.url), Page)


def test_no_redirect_leads_from_elsewhere_to_a_place_of_the_users_own():
    with host(http(PAGE)) as own, host(http(status="302 Found", location=own.url)) as elsewhere, tunnel_to(elsewhere.port) as way:
        answer = fetcher(own.place, proxy=f"socks5://127.0.0.1:{way.port}").fetch("http://news.example/report")

    assert why(answer) is Why.PRIVATE and own.asked == []


# By a proxy


def test_by_a_proxy_names_are_looked_up_there_and_each_host_has_its_own_way():
    with host(http(PAGE)) as here, tunnel_to(here.port) as way:
        asks = fetcher(proxy=f"socks5://127.0.0.1:{way.port}")
        for url in ("http://news.example/report", "http://abcdefgh.onion/", "http://8.8.8.8:8080/", "http://[2606:4700::1111]/"):
            assert isinstance(asks.fetch(url), Page)

    assert way.asked == [
        (b"news.example", "news.example", 80),
        (b"abcdefgh.onion", "abcdefgh.onion", 80),
        (b"8.8.8.8", "8.8.8.8", 8080),
        (b"2606:4700::1111", "2606:4700::1111", 80),
    ]


def test_by_a_proxy_nothing_is_sent_that_a_host_gave_out_before():
    with host(http(PAGE)) as here, tunnel_to(here.port) as way:
        fetcher(proxy=f"socks5://127.0.0.1:{way.port}").fetch("http://news.example/", Validators('"1"', "Thu, 15 May 2025 10:00:00 GMT"))

    assert not {"if-none-match", "if-modified-since"} & sent(here.asked[0]).keys()


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://localhost/", "http://wiki.internal/", "http://[::1]/", "http://0x7f.1/"])
def test_by_a_proxy_what_is_of_the_house_is_refused_before_the_proxy_is_asked(url):
    with tunnel_to(1) as way:
        assert why(fetcher(proxy=f"socks5h://127.0.0.1:{way.port}").fetch(url)) is Why.PRIVATE

    assert way.opened == 0


def test_a_proxy_that_speaks_slowly_is_understood():
    with host(http(PAGE)) as here, tunnel_to(here.port, drip=True) as way:
        assert isinstance(fetcher(proxy=f"socks5://127.0.0.1:{way.port}").fetch("http://news.example/"), Page)


def test_a_user_and_a_password_go_to_the_proxy():
    with host(http(PAGE)) as here, tunnel_to(here.port) as way:
        fetcher(proxy=f"socks5://me%40home:word@127.0.0.1:{way.port}").fetch("http://news.example/")

    assert way.asked[0][0] == b"me@home"


@pytest.mark.parametrize(
    ("said", "expected"), [(1, Why.PROXY), (2, Why.PROXY), (3, Why.UNREACHABLE), (5, Why.UNREACHABLE), (99, Why.PROXY)]
)
def test_a_proxy_that_does_not_connect(said, expected):
    with tunnel_to(1, answer=said) as way:
        assert why(fetcher(proxy=f"socks5://127.0.0.1:{way.port}").fetch("http://news.example/")) is expected


@pytest.mark.parametrize(
    "speech", [b"", b"\x05", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x05\xff", b"\x05\x00\x05\x00\x00\x07" + bytes(20)]
)
def test_what_is_no_proxy(speech):
    def serve(connection):
        connection.sendall(speech)
        connection.recv(100)

    with listening(serve) as port:
        answer = fetcher(proxy=f"socks5://127.0.0.1:{port}").fetch("http://news.example/")

    assert why(answer) in {Why.PROXY, Why.PROTOCOL}


def test_a_proxy_that_is_not_there():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    assert why(fetcher(proxy=f"socks5://127.0.0.1:{port}").fetch("http://news.example/")) is Why.PROXY


@pytest.mark.parametrize(
    "address", ["127.0.0.1:9050", "http://127.0.0.1:8080", "socks4://127.0.0.1:9050", "socks5://127.0.0.1", "socks5://a@b:1", ""]
)
def test_a_proxy_that_is_written_wrongly_is_a_wrong_setting(address):
    with pytest.raises(ConfigError, match="proxy"):
        Fetcher(address)


# What it may cost


def drip(piece: bytes, pause: float = 0.05):
    """Begin as a page, then send a little again and again."""

    def answer(connection, _request):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            connection.sendall(piece)
            time.sleep(pause)

    return answer


def test_a_host_that_sends_slowly_for_ever_is_left():
    began = time.monotonic()
    with host(drip(b"a")) as here:
        answer = fetcher(here.place, limits=QUICK).fetch(here.url)

    assert why(answer) is Why.TIMEOUT
    assert time.monotonic() - began < 5


def test_a_host_that_sends_headers_slowly_for_ever_is_left():
    def answer(connection, _request):
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X: a\r\n")
            time.sleep(0.05)

    with host(answer) as here:
        assert why(fetcher(here.place, limits=QUICK).fetch(here.url)) is Why.TIMEOUT


def test_a_host_that_says_wait_for_ever_is_left():
    def answer(connection, _request):
        while True:
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(0.02)

    with host(answer) as here:
        assert why(fetcher(here.place, limits=QUICK).fetch(here.url)) is Why.TIMEOUT


def test_a_host_that_says_nothing_is_left():
    with host(lambda *_: time.sleep(2)) as here:
        assert why(fetcher(here.place, limits=QUICK).fetch(here.url)) is Why.TIMEOUT


def test_time_is_counted_over_all_redirects():
    def answer(connection, request):
        time.sleep(0.2)
        connection.sendall(http(status="302 Found", location="/on"))

    with host(answer) as here:
        assert why(fetcher(here.place, limits=QUICK).fetch(here.url)) is Why.TIMEOUT


def test_bytes_off_the_wire_are_counted():
    with host(http(b"a" * 300_000)) as here:
        assert why(fetcher(here.place, limits=Limits(wire=200_000)).fetch(here.url)) is Why.TOO_LARGE


def test_a_page_may_have_less_than_usual_where_that_is_said():
    with host(http(b"a" * 2_000)) as here:
        assert isinstance(fetcher(here.place).fetch(here.url, at_most=2_000), Page)
        assert why(fetcher(here.place).fetch(here.url, at_most=1_999)) is Why.TOO_LARGE


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_a_packed_page_is_unpacked(pack):
    with host(http(pack(PAGE), content_encoding=pack.__module__.replace("zlib", "deflate"))) as here:
        assert fetcher(here.place).fetch(here.url).capture.data == PAGE


#: What is run in a process of its own: it fetches once, and prints why there is nothing and the most memory that it took, in MiB. The kernel's
#: other count, ru_maxrss, begins with that of the process that started it.
ALONE = """
import resource, sys
from pathlib import Path
from ascribe.read.fetch import Fetcher
resource.setrlimit(resource.RLIMIT_AS, (1024 * 1024**2,) * 2)
answer = Fetcher(allow=[sys.argv[1]]).fetch(f"http://{sys.argv[1]}/")
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(answer.why, answer.said, int(most.split()[1]) // 1024, sep="|")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise there")
@pytest.mark.parametrize(
    ("fill", "most"),
    [(bytes(1024**2), "is unpacked"), (Random(0).randbytes(20_000) + bytes(1024**2), "52,428,800")],
    ids=["a thousand times larger", "fifty times larger"],
)
def test_ten_gibibytes_in_a_small_packet_take_little_memory(fill, most):
    """Ten GiB are sent as one stretch of packed bytes again and again; the memory stays under the cap of 50 MiB and 100 more."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    head = packer.compress(fill) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(fill) + packer.flush(zlib.Z_FULL_FLUSH)

    def answer(connection, _request):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + head)
        for _ in range(10 * 1024**3 // len(fill)):
            connection.sendall(again)

    with host(answer) as here:
        run = subprocess.run([sys.executable, "-c", ALONE, here.place], capture_output=True, text=True, timeout=60, check=True)
    reason, said, memory = run.stdout.split("|")

    assert reason == "too_large" and most in said
    assert int(memory) < 150


# Who the host is


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> Path:
    """A certificate for news.example that signs itself, with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate")
    folder = tmp_path_factory.mktemp("papers")
    subprocess.run(
        [
            *"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=news.example".split(),
            *["-addext", "subjectAltName=DNS:news.example", "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
        ],
        check=True,
        capture_output=True,
    )
    return folder


def proving(papers: Path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers / "cert.pem", papers / "key.pem")
    return lambda connection: context.wrap_socket(connection, server_side=True)


@pytest.mark.parametrize(
    ("name", "trusted", "expected"),
    [("news.example", True, None), ("other.example", True, Why.CERTIFICATE), ("news.example", False, Why.CERTIFICATE)],
    ids=["its own name", "another's name", "signed by nobody known"],
)
def test_a_host_must_prove_that_it_has_the_name_that_was_asked_for(papers, name, trusted, expected):
    """The connection goes to a checked address; the name that is proved is the one in the link."""
    with host(http(PAGE), wrap=proving(papers)) as here:
        asks = fetcher(f"{name}:{here.port}", resolver=lambda *_: ["127.0.0.1"], authorities=papers / "cert.pem" if trusted else None)
        assert why(asks.fetch(f"https://{name}:{here.port}/")) is expected


def test_an_encrypted_page_does_not_lead_to_an_open_one(papers):
    with host(http(PAGE)) as open_one, host(http(status="302 Found", location=open_one.url), wrap=proving(papers)) as here:
        asks = fetcher(f"news.example:{here.port}", open_one.place, resolver=lambda *_: ["127.0.0.1"], authorities=papers / "cert.pem")
        answer = asks.fetch(f"https://news.example:{here.port}/")

    assert why(answer) is Why.DOWNGRADE and open_one.asked == []


def test_a_file_that_holds_no_certificates_is_a_wrong_setting(tmp_path):
    (tmp_path / "none.pem").write_text("no certificate")
    with pytest.raises(ConfigError, match="authorities"):
        Fetcher(authorities=tmp_path / "none.pem")
