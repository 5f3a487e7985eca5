"""What a register says of its own signs: `P = present; N = did not attend`, on the sheet or beside it.

A sign the register does not explain is what registers usually mean by it; but N beside Y may be *no* or *not
required*, and only a line that explains N itself says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from boarddesk.importing.attendance.marks import KNOWN, ReadMark, plain_mark, read_mark
from boarddesk.rules.attendance import Mark

LONGEST_SIGN, LONGEST_KEY = 4, 600
EXPLAINS = re.compile("[=:–—-]")
SIGN = rf"[^\s=:–—-]{{1,{LONGEST_SIGN}}}"
KEY_LINE = re.compile(
    rf"\W{{0,2}}(?P<sign>{SIGN})\s*(?:=|:|–|—|-| - )\s*(?P<word>[A-Za-z][A-Za-z /()]{{1,60}})"
)
APART = re.compile(
    rf"[\n;,|]|\s{{3,}}|\s+/\s+(?={SIGN}\s*[=:–—-])|\s+(?={SIGN}\s*(?:=|:)\s*[A-Za-z])|\s+(?={SIGN}\s+[–—-]\s+[A-Za-z])"
)
TITLE = re.compile(r"\s*(?:key|legend|codes?|marks)\s*(?:to (?:the )?marks\s*)?[:=–—-]?\s+", re.IGNORECASE)
YES = re.compile(r"y(?:es)?(?:\s*[-–—:,;(\n].*)?", re.DOTALL)
NO_OR_NOT = re.compile(r"n(?:\s*[-–—:,;(\n]\s*(?P<rest>[^)]*)\)?)?", re.DOTALL)


def key_of(texts: Iterable[str]) -> dict[str, Mark]:
    """The register's own key, such as `/ = present` or `X – attended`, several of them on a line too."""
    found: dict[str, Mark] = {}
    for text in texts:
        if len(text) > LONGEST_KEY or not EXPLAINS.search(text):
            continue
        for line in APART.split(TITLE.sub("", text, count=1)):
            said = KEY_LINE.fullmatch(line.strip())
            if said is not None:
                _explained(found, said["sign"], said["word"])
    return found


def key_in_cells(pairs: Iterable[tuple[str, str]]) -> dict[str, Mark]:
    """A key whose signs and words stand in cells of their own, side by side."""
    found: dict[str, Mark] = {}
    for sign, word in pairs:
        if 0 < len(sign.strip()) <= LONGEST_SIGN and plain_mark(sign) != plain_mark(word):
            _explained(found, sign, word)
    return found


def _explained(found: dict[str, Mark], sign: str, word: str) -> None:
    """A letter is not explained by another letter; by yes and no it is."""
    plain = plain_mark(re.sub(r"\([^)]*\)", "", word))
    mark = KNOWN.get(plain)
    if mark is not None and (len(plain) > 2 or plain == "no"):
        found.setdefault(plain_mark(sign), mark)


@dataclass(frozen=True)
class Legend:
    """What is known of a register's signs: its own key and its document's, and whether somebody is Y.

    `known` holds what was read before.
    """

    key: Mapping[str, Mark] = field(default_factory=dict)
    says_yes: bool = False
    known: dict[str, ReadMark] = field(default_factory=dict, compare=False, repr=False)

    def with_own(self, key: Mapping[str, Mark]) -> Legend:
        """The same, where a sheet has a key of its own."""
        return replace(self, key={**self.key, **key}, known={})

    def doubts(self, text: str) -> bool:
        """Whether a mark is an N that may be no or not required."""
        found = NO_OR_NOT.fullmatch(plain_mark(text))
        rest = plain_mark(found["rest"] or "") if found else ""
        return found is not None and self.says_yes and "n" not in self.key and rest not in KNOWN

    def read(self, text: str) -> ReadMark:
        """The mark a cell holds; one that is doubted is not recorded. A text met before is not read again."""
        if text not in self.known:
            self.known[text] = self._read(text)
        return self.known[text]

    def _read(self, text: str) -> ReadMark:
        if self.doubts(text):
            return ReadMark(not_recorded=True)
        found = NO_OR_NOT.fullmatch(plain_mark(text))
        if found and found["rest"] and self.says_yes and "n" not in self.key:
            return read_mark(found["rest"], key=self.key)
        return read_mark(text, key=self.key)


def says_yes(texts: Iterable[str]) -> bool:
    """Whether somebody's presence is written as Y or yes."""
    return any(YES.fullmatch(plain_mark(text)) for text in texts)
