"""A drawn page cannot reach the network past the fetcher, whatever it tries.

A listener on loopback takes connections and datagrams; the page stands under a host name, so
that nothing but the page's own attempts could reach the listener. In a Chromium without our flags
and without the supply, each of these ways but WebTransport does reach it.
"""

import asyncio
import socket
from contextlib import suppress
from dataclasses import replace

import pytest

from scraper.fetcher import Fetcher
from scraper.page import Page
from scraper.render import Renderer
from tests.scraper.web_site import QUICK

pytestmark = pytest.mark.browser


class Listener:
    """A TCP and a UDP socket on the same port of loopback."""

    def __init__(self) -> None:
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.port = self.tcp.getsockname()[1]
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind(("127.0.0.1", self.port))
        self.tcp.setblocking(False)
        self.udp.setblocking(False)

    def was_reached(self) -> bool:
        reached = False
        for receive in (self._accept, lambda: self.udp.recv(1)):
            with suppress(BlockingIOError):
                receive()
                reached = True
        return reached

    def _accept(self) -> None:
        connection, _ = self.tcp.accept()
        connection.close()

    def close(self) -> None:
        self.tcp.close()
        self.udp.close()


ATTEMPTS = {
    "picture": "new Image().src = url",
    "fetch": "fetch(url, {mode: 'no-cors'}).catch(() => {})",
    "beacon": "navigator.sendBeacon(url, 'x')",
    "web socket": "new WebSocket(`ws://${target}/`)",
    "worker's web socket": "work(`new WebSocket('ws://${target}/')`)",
    "worker's fetch": "work(`fetch('${url}', {mode: 'no-cors'})`)",
    "event source": "new EventSource(url)",
    "frame": "add(`<iframe src='${url}'></iframe>`)",
    "form": "add(`<form method=post target=i action='${url}'></form><iframe name=i></iframe>`);"
    "document.forms[0].submit()",
    "preconnect": "add(`<link rel=preconnect href='${url}'><link rel=prefetch href='${url}'>`)",
    "window": "window.open(url)",
    "web transport": "new WebTransport(`https://${target}/`).ready.catch(() => {})",
    "web rtc to a server": """
      const username = 'a', credential = 'b';
      const urls = [`turn:${target}?transport=tcp`, `turn:${target}`];
      const iceServers = [{urls: `stun:${target}`}, {urls, username, credential}];
      const peer = new RTCPeerConnection({iceServers});
      peer.createDataChannel('x');
      peer.createOffer().then(offer => peer.setLocalDescription(offer));""",
    "web rtc to a peer": r"""
      const sdp = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0',
        'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'c=IN IP4 0.0.0.0',
        'a=ice-ufrag:abcd', 'a=ice-pwd:abcdefghijklmnopqrstuvwx',
        'a=fingerprint:sha-256 ' + Array(32).fill('AA').join(':'),
        'a=setup:actpass', 'a=mid:0', 'a=sctp-port:5000',
        `a=candidate:1 1 udp 2130706431 127.0.0.1 ${port} typ host`,
        `a=candidate:2 1 tcp 1518280447 127.0.0.1 ${port} typ host tcptype passive`, ''];
      const peer = new RTCPeerConnection();
      peer.setRemoteDescription({type: 'offer', sdp: sdp.join('\r\n')})
        .then(() => peer.createAnswer()).then(answer => peer.setLocalDescription(answer));""",
}
"""Ways out of a page, as JavaScript; PRELUDE says what they start from."""

PRELUDE = """
  const port = %d, target = `127.0.0.1:${port}`, url = `http://${target}/`;
  const add = html => document.body.insertAdjacentHTML('beforeend', html);
  const work = code => new Worker(URL.createObjectURL(new Blob([code])));
"""


def page_that_tries(script: str, port: int) -> Page:
    html = f"<body>text<script>{PRELUDE % port}{script}</script>"
    address = "https://acme.example/"
    return Page(address, address, 200, "text/html", html.encode(), "utf-8")


async def reached_through(ways: list[str], renderer: Renderer) -> list[str]:
    """Those of `ways` that reached a listener; all are tried at once, each on a page of its own."""
    listeners = [Listener() for _ in ways]
    scripts = [ATTEMPTS[way] for way in ways]
    patient = replace(QUICK, render=90)  # many pages at once, on a machine that may be busy
    async with Fetcher(hosts={}, timeouts=patient) as fetcher:
        pages = map(page_that_tries, scripts, (listener.port for listener in listeners))
        await asyncio.gather(*(renderer.draw(fetcher, page) for page in pages))
    reached = [listener.was_reached() for listener in listeners]
    for listener in listeners:
        listener.close()
    return [way for way, was in zip(ways, reached, strict=True) if was]


def test_no_way_out_of_a_page_reaches_loopback(
    browsing: tuple[asyncio.Runner, Renderer],
) -> None:
    runner, renderer = browsing
    assert runner.run(reached_through(list(ATTEMPTS), renderer)) == []
