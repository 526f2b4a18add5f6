"""Bytes to text, whatever encoding they claim or have."""

from __future__ import annotations

import codecs

from lxml import etree

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

_WIDER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""What browsers read by these names, and their pages mean: it has quotes, dashes and more signs."""

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


def decode(data: bytes, charset: str | None = None) -> str:
    """Return the text of `data`.

    Its encoding is that of its byte order mark, else `charset`, else UTF-8 where it is that, else
    what it declares, else Windows-1252. Never fails: what fits no encoding becomes U+FFFD.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    if charset is not None and not _is_utf_8(charset):
        text = _decoded(data, charset)
        if text is not None:
            return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_declared(data)


def _decode_declared(data: bytes) -> str:
    from bs4.dammit import EncodingDetector  # takes long to import; one page in a hundred needs it

    declared = EncodingDetector.find_declared_encoding(data, is_html=True) or ""
    if not declared or _is_utf_8(declared):
        # UTF-8 with a few broken bytes is still UTF-8; with many it is an old Windows page.
        utf_8 = data.decode("utf-8", errors="replace")
        broken = utf_8.count("\ufffd")
        kept = len(utf_8) - broken - sum(map(str.isascii, utf_8))
        text = utf_8 if kept > broken else None
    else:
        text = _decoded(data, declared)
    return data.decode("cp1252", errors="replace") if text is None else text


def _decoded(data: bytes, charset: str) -> str | None:
    """`data` in that encoding; None where there is none such, or none for pages: "punycode"."""
    try:
        etree.HTMLParser(encoding=charset)  # knows those of pages only, unlike Python
        name = codecs.lookup(charset).name
        return data.decode(_WIDER.get(name, name), errors="replace")
    except (LookupError, ValueError):
        return None


def _is_utf_8(charset: str) -> bool:
    return charset.replace("-", "").lower() == "utf8"
