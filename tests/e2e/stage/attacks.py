"""What a page of another site may try on the service, as functions of the service's address.

Each returns what its page learnt; "opaque" and "true" are what browsers say of a request whose
answer they show to nobody, and a frame that was refused is "loaded" with a page nobody can read.
"""

from __future__ import annotations

AD = '{"text": "We seek a cook for our team."}'

NOTHING_LEARNT = ("refused", "opaque", "true", "loaded")

_LOADED = """(element) => new Promise((done) => {
  element.onload = () => done("loaded");
  element.onerror = () => done("refused");
  document.body.append(element);
})"""


def _fetched(path: str, options: str = "{}") -> str:
    return f"""(url) => fetch(url + "{path}", {options})
      .then((answer) => answer.type === "opaque" ? "opaque" : answer.text(), () => "refused")"""


def _as_json(body: str) -> str:
    return (
        f"""{{method: "POST", body: '{body}', headers: {{"Content-Type": "application/json"}}}}"""
    )


def _put_in(tag: str, path: str) -> str:
    return f"""(url) => ({_LOADED})(
      Object.assign(document.createElement("{tag}"), {{src: url + "{path}"}}))"""


ATTACKS = {
    "read by script": _fetched("/api/v1/analyses"),
    "read blindly": _fetched("/api/v1/analyses", '{mode: "no-cors"}'),
    "pair by script": _fetched("/api/v1/pair", _as_json('{"code": "AAAA-AAAA"}')),
    "post JSON": _fetched("/api/v1/analyses", _as_json(AD)),
    "post blindly": _fetched(
        "/api/v1/analyses", f"""{{method: "POST", mode: "no-cors", body: '{AD}'}}"""
    ),
    "beacon": f"(url) => String(navigator.sendBeacon(url + '/api/v1/analyses', '{AD}'))",
    "image": _put_in("img", "/static/mark.svg"),
    "script": _put_in("script", "/api/v1/analyses"),
    "frame": _put_in("iframe", "/connect"),
    "form": """(url) => new Promise((done) => {
      const frame = Object.assign(document.createElement("iframe"), {name: "into"});
      const form = Object.assign(document.createElement("form"),
        {method: "post", action: url + "/", target: "into"});
      form.append(Object.assign(document.createElement("input"), {name: "text", value: "A job"}));
      document.body.append(frame, form);
      frame.onload = () => done("loaded");
      form.submit();
    })""",
    "events": """(url) => new Promise((done) => {
      const source = new EventSource(url + "/api/v1/companies/a.example/check/events");
      source.onmessage = (event) => done(event.data);
      source.onerror = () => { source.close(); done("refused"); };
    })""",
    "socket": """(url) => new Promise((done) => {
      const socket = new WebSocket(url.replace("http", "ws") + "/api/v1/analyses");
      socket.onopen = () => done("open");
      socket.onerror = () => done("refused");
    })""",
}
