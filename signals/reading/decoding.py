"""Bytes to text, whatever encoding they claim or have."""

from __future__ import annotations

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF",
    b"RIFF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf",
)  # fmt: skip
"""How files that are no text begin: PDF, images, archives, programs, Word, RTF."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_SAMPLE = 4096
_MOST_CONTROLS = 0.05


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text: known magic, or more than a few control bytes."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return False
    if data.startswith(_MAGIC):
        return True
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(sample)


def decode(data: bytes) -> str:
    """Return the text of `data`: by byte order mark, as UTF-8, as declared, else as Windows-1252.

    Never fails: what fits no encoding becomes U+FFFD.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_declared(data)


def _decode_declared(data: bytes) -> str:
    from bs4.dammit import EncodingDetector  # takes long to import; one page in a hundred needs it

    declared = EncodingDetector.find_declared_encoding(data, is_html=True) or ""
    if declared.replace("-", "").lower() in ("", "utf8"):
        # UTF-8 with a few broken bytes is still UTF-8; with many it is an old Windows page.
        text = data.decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        kept = len(text) - text.count("\ufffd") - sum(map(str.isascii, text))
        return text if kept > broken else data.decode("cp1252", errors="replace")
    try:
        return data.decode(declared, errors="replace")
    except (LookupError, ValueError):  # none that there is, or none for pages: "idna"
        return data.decode("cp1252", errors="replace")
