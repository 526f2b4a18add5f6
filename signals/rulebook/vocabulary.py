"""Words that many patterns share: `{zone}` in a pattern stands for every zone ads name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from signals.errors import BadRule
from signals.rulebook.checking import Record, check_lists

_NAME = re.compile(r"\{([a-z_]+)\}")
"""RE2's own braces hold digits only (`\\d{1,2}`): no name in braces can be mistaken for them."""


def groups(file: str, records: Mapping[str, Record]) -> dict[str, str]:
    """Return for each word of the vocabulary the group of alternatives that it stands for.

    Raises:
        BadRule: a record lacks its list of alternatives, or holds something else there.
    """
    found: dict[str, str] = {}
    for name, record in records.items():
        where = f"{file}, {name}"
        if not record.get("any_of"):
            raise BadRule("needs `any_of`, a list of alternatives", where=where)
        check_lists(record, ["any_of"], where)
        found[name] = f"(?:{'|'.join(record['any_of'])})"
    return found


def expanded(pattern: str, words: Mapping[str, str], where: str) -> str:
    """Return `pattern` with the words of the vocabulary written out.

    Raises:
        BadRule: the vocabulary has no such word.
    """

    def group(match: re.Match[str]) -> str:
        if match[1] not in words:
            known = ", ".join(sorted(words))
            raise BadRule(f"the vocabulary has no `{match[0]}`; it has {known}", where=where)
        return words[match[1]]

    return _NAME.sub(group, pattern)
