"""Addresses: what may be connected to, however it is written."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ascribe.errors import ConfigError
from ascribe.read.addresses import Reach, allowed, apart, target, unpublic
from ascribe.read.reasons import StoppedError, Why

PROXIED = Reach(proxied=True)

#: Addresses of machines that are no public hosts.
INSIDE = [
    *str.split(
        "0.0.0.0 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16 169.254.169.254 172.16.0.1 172.31.255.255"
    ),
    *str.split("192.0.0.192 192.0.2.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255"),
    *str.split(":: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:a00:1 ::ffff:0:127.0.0.1 64:ff9b::10.0.0.1 64:ff9b:1::808:808 100::1 2001::1"),
    *str.split("2001:db8::1 2002:7f00:1::1 2002:a9fe:a9fe::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1"),
    *str.split("2606:4700::1111%eth0 4000::1"),
]
OUTSIDE = str.split(
    "1.1.1.1 8.8.8.8 93.184.216.34 100.128.0.1 172.32.0.1 2606:4700::1111 2a00:1450::1 ::ffff:8.8.8.8 64:ff9b::8.8.8.8 2002:808:808::1"
)


def refused(url: str, reach: Reach | None = None) -> Why | None:
    try:
        target(url, reach)
    except StoppedError as stop:
        assert str(stop)
        return stop.why
    return None


@pytest.mark.parametrize("address", INSIDE)
def test_no_address_of_a_house_is_public(address):
    assert unpublic(address) is not None


@pytest.mark.parametrize("address", OUTSIDE)
def test_addresses_of_the_internet_are_public(address):
    assert unpublic(address) is None


@given(st.ip_addresses(v=4))
def test_a_public_address_of_the_fourth_version_is_global_for_python_too(address):
    if unpublic(str(address)) is None:
        assert address.is_global and not address.is_multicast


@given(st.ip_addresses(v=6) | st.ip_addresses(v=6, network="2000::/3"))
def test_a_public_address_of_the_sixth_version_is_global_and_no_place_is_hidden_in_it(address):
    if unpublic(str(address)) is None:
        inner = address.ipv4_mapped or address.sixtofour
        assert (inner or address).is_global or address in ipaddress.ip_network("64:ff9b::/96")


@given(st.ip_addresses(v=4))
def test_what_is_hidden_in_an_address_counts(inner):
    number = int(inner)
    for holding in (f"::ffff:{inner}", f"64:ff9b::{inner}", str(ipaddress.IPv6Address((0x2002 << 112) + (number << 80) + 1))):
        assert (unpublic(holding) is None) == (unpublic(str(inner)) is None)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1/", Why.PRIVATE),
        ("http://[::1]/", Why.PRIVATE),
        ("http://[::ffff:169.254.169.254]/latest/meta-data", Why.PRIVATE),
        ("http://169.254.169.254/", Why.PRIVATE),
        ("http://2130706433/", Why.PRIVATE),
        ("http://0x7f000001/", Why.PRIVATE),
        ("http://0x7f.1/", Why.PRIVATE),
        ("http://017700000001/", Why.PRIVATE),
        ("http://0177.0.0.1/", Why.PRIVATE),
        ("http://127.1/", Why.PRIVATE),
        ("http://127.0.1/", Why.PRIVATE),
        ("http://8.8.2056/", Why.PRIVATE),
        ("http://127.0.0.1./", Why.PRIVATE),
        ("http://1.2.3.4.5/", Why.PRIVATE),
        ("http://0x/", Why.PRIVATE),
        ("http://１２７.0.0.1/", Why.PRIVATE),
        ("http://127。0。0。1/", Why.PRIVATE),
        ("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", Why.PRIVATE),
        ("http://localhost/", Why.PRIVATE),
        ("http://LOCALHOST./", Why.PRIVATE),
        ("http://a.localhost/", Why.PRIVATE),
        ("http://printer.local/", Why.PRIVATE),
        ("http://metadata.google.internal/", Why.PRIVATE),
        ("http://wiki/", Why.PRIVATE),
        ("http://router.home.arpa/", Why.PRIVATE),
        ("http://[fe80::1%25eth0]/", Why.NO_ADDRESS),
        ("http://[::1/", Why.NO_ADDRESS),
        ("http://[:::1]/", Why.NO_ADDRESS),
        ("http://[1.2.3.4]/", Why.NO_ADDRESS),
        ("http://news.example@127.0.0.1/", Why.USERINFO),
        ("http://name:word@news.example/", Why.USERINFO),
        ("http://@news.example/", Why.USERINFO),
        ("http://news.example\\@127.0.0.1/", Why.NO_ADDRESS),
        ("http://news.example%2f@127.0.0.1/", Why.USERINFO),
        ("http://news%2eexample/", Why.NO_ADDRESS),
        ("http://news example/", Why.NO_ADDRESS),
        ("http://news\texample/", Why.NO_ADDRESS),
        ("http://news.example/a\r\nHost: b", Why.NO_ADDRESS),
        ("http://news.example/\x00", Why.NO_ADDRESS),
        ("http:///etc/passwd", Why.NO_ADDRESS),
        ("http:news.example", Why.NO_ADDRESS),
        ("http://", Why.NO_ADDRESS),
        ("//news.example/", Why.NO_ADDRESS),
        ("news.example/report", Why.NO_ADDRESS),
        ("", Why.NO_ADDRESS),
        ("http://news.example/" + "a" * 9000, Why.NO_ADDRESS),
        ("http://news..example/", Why.NO_ADDRESS),
        ("http://.news.example/", Why.NO_ADDRESS),
        ("http://news.example:99999/", Why.NO_ADDRESS),
        ("http://news.example:0/", Why.NO_ADDRESS),
        ("http://news.example:8a/", Why.NO_ADDRESS),
        ("http://news.example:٨٠/", Why.NO_ADDRESS),
        ("http://news.example:25/", Why.PORT),
        ("https://news.example:22/", Why.PORT),
        ("file:///etc/passwd", Why.SCHEME),
        ("FILE:///etc/passwd", Why.SCHEME),
        ("gopher://news.example/", Why.SCHEME),
        ("data:text/html,<p>", Why.SCHEME),
        ("javascript:alert(1)", Why.SCHEME),
        ("ftp://news.example/", Why.SCHEME),
        ("http://abcdefghij.onion/", Why.NEEDS_PROXY),
        ("http://a.b.i2p/", Why.NEEDS_PROXY),
    ],
)
def test_an_address_is_refused(url, why):
    assert refused(url) is why


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://news.example", "https://news.example/"),
        (" HTTPS://News.Example:443/A?b=c#d\n", "https://news.example/A?b=c"),
        ("http://news.example:8080/a b/ü?q=ä", "http://news.example:8080/a%20b/%C3%BC?q=%C3%A4"),
        ("http://news.example./a%20b", "http://news.example/a%20b"),
        ("http://8.8.8.8/", "http://8.8.8.8/"),
        ("http://[2606:4700:0::1111]:8080/", "http://[2606:4700::1111]:8080/"),
        ("https://журнал.example/", "https://xn--80alqgor.example/"),
        ("https://local.example/", "https://local.example/"),
        ("https://user_name.example?x", "https://user_name.example/?x"),
        ("https://news.example/\\a", "https://news.example/%5Ca"),
    ],
)
def test_an_address_has_one_plain_form(url, plain):
    assert target(url).url == plain
    assert target(plain).url == plain


@pytest.mark.parametrize(
    "url", ["http://localhost/", "http://10.0.0.1/", "http://[fd00::1]/", "http://wiki/", "http://a.internal/", "http://0x7f.1/"]
)
def test_with_a_proxy_what_is_of_the_house_is_refused_too(url):
    assert refused(url, PROXIED) is Why.PRIVATE


def test_hidden_services_are_for_those_with_a_proxy():
    assert target("http://abcdefghij.onion/", PROXIED).host == "abcdefghij.onion"


def test_a_place_of_the_users_own_is_allowed_by_host_and_port():
    reach = Reach(allowed(["127.0.0.1:8080", "Wiki:80", "[fd00::1]:81"]))

    assert refused("http://127.0.0.1:8080/", reach) is None
    assert refused("http://wiki/", reach) is None
    assert refused("http://[fd00:0::1]:81/", reach) is None
    assert refused("http://127.0.0.1/", reach) is Why.PRIVATE
    assert refused("http://wiki:8081/", reach) is Why.PRIVATE


@pytest.mark.parametrize("place", ["wiki", "wiki:", "wiki:0", "wiki:99999", "http://wiki:80", "a@b:80", "::1:80", "0x7f.1:80"])
def test_what_is_allowed_is_a_host_and_a_port(place):
    with pytest.raises(ConfigError):
        allowed([place])


@given(st.text(max_size=60).map("http://{}".format) | st.text(max_size=60))
def test_whatever_is_written_is_taken_apart_or_refused(url):
    try:
        found = apart(url)
    except StoppedError:
        return
    assert found.scheme in {"http", "https"}
    assert found.url.isascii() and found.url.isprintable() and " " not in found.url and "@" not in found.authority
    assert apart(found.url) == found


@given(st.integers(0, 2**32 - 1), st.sampled_from(["{}", "0x{:x}", "0{:o}"]))
def test_a_machine_written_as_one_number_is_refused(number, form):
    assert refused(f"http://{form.format(number)}/") is Why.PRIVATE


@given(st.ip_addresses(v=4), st.lists(st.sampled_from(["{}", "0x{:x}", "0{:o}", "00{}"]), min_size=4, max_size=4))
def test_a_machine_is_taken_only_as_four_plain_numbers(address, forms):
    written = ".".join(form.format(number) for form, number in zip(forms, address.packed, strict=True))
    assume(written != str(address))
    assert refused(f"http://{written}/") is Why.PRIVATE
