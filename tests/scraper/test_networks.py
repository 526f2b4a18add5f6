"""Public is what IANA gives out for public use, however an address is dressed up."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.networks import Ip, is_loopback, why_not_public


def is_public(ip: Ip | str) -> bool:
    return why_not_public(ip) is None


@pytest.mark.parametrize(
    "ip",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.254",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "168.63.129.16",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "100::1",
        "2001:db8::1",
        "4000::1",
        "64:ff9b:1::1",
        "2001:10::1",
    ],
)
def test_address_of_a_special_network_is_not_public(ip: str) -> None:
    assert why_not_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        "::ffff:127.0.0.1",
        "::ffff:10.1.2.3",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "64:ff9b::a9fe:a9fe",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "2606:4700::5efe:10.0.0.1",
        "2606:4700::200:5efe:192.168.0.1",
    ],
)
def test_private_address_carried_inside_ipv6_is_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip",
    [
        "1.1.1.1",
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
    ],
)
def test_address_of_the_internet_is_public(ip: str) -> None:
    assert is_public(ip)


def test_reason_says_what_kind_of_address_it_is() -> None:
    assert "metadata" in (why_not_public("169.254.169.254") or "")


def test_mapped_loopback_is_loopback() -> None:
    assert is_loopback("::ffff:127.0.0.9")


@settings(deadline=None)  # a busy machine is no failure
@given(st.ip_addresses(v=4))
def test_what_python_calls_private_is_never_public(ip: IPv4Address) -> None:
    assert not (is_public(ip) and (ip.is_private or ip.is_multicast or ip.is_reserved))


@settings(deadline=None)  # a busy machine is no failure
@given(st.ip_addresses(v=4))
def test_mapped_address_is_as_public_as_what_it_maps(ip: IPv4Address) -> None:
    assert is_public(IPv6Address(f"::ffff:{ip}")) == is_public(ip)


@settings(deadline=None)  # a busy machine is no failure
@given(st.ip_addresses(v=6))
def test_public_ipv6_is_global_unicast_or_a_translation(ip: IPv6Address) -> None:
    carried = ip.ipv4_mapped is not None or str(ip).startswith("64:ff9b:")
    assert not is_public(ip) or carried or int(ip) >> 125 == 1
