"""What a register says of its own signs: `P = present; N = did not attend`, on the sheet or beside it.

A sign the register does not explain is what registers usually mean by it; but N beside Y may be *no* or *not
required*, and only a line that explains N itself says which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from boarddesk.importing.attendance.marks import KNOWN, WORDS, ReadMark, is_cancelled, plain_mark, read_mark
from boarddesk.importing.tables.grid import MOST_TEXTS
from boarddesk.rules.registers.register import ATTENDED, Mark

LONGEST_SIGN, LONGEST_KEY = 4, 600
EXPLAINS = re.compile("[=:–—-]")
SIGN = rf"[^\s=:–—-]{{1,{LONGEST_SIGN}}}"
KEY_LINE = re.compile(
    rf"\W{{0,2}}(?P<sign>{SIGN})\s*(?:=|:|–|—|-| - )\s*(?P<word>[A-Za-z][A-Za-z /()’'-]{{1,60}})"
)
SPACED = re.compile(r"(?P<sign>\S)\s(?P<word>[A-Za-z][A-Za-z /()’'-]{1,60})")
"""A sign with nothing but a space before its word: `/ present  O absent`."""
SPACED_APART = re.compile(r"[\n;,|]|\s{2,}|\s+(?=\S\s)")
APART = re.compile(
    rf"[\n;,|]|\s{{3,}}|\s+/\s+(?={SIGN}\s*[=:–—-])|\s+(?={SIGN}\s*(?:=|:)\s*[A-Za-z])|\s+(?={SIGN}\s+[–—-]\s+[A-Za-z])"
)
TITLE = re.compile(r"\s*(?:key|legend|codes?|marks)\s*(?:to (?:the )?marks\s*)?[:=–—-]?\s+", re.IGNORECASE)
YES = re.compile(r"y(?:es)?(?:\s*[-–—:,;(\n].*)?", re.DOTALL)
BEGINS = re.compile(r"[^\s–—:,;(-]+")
P_ITSELF = {"p", "present", "pr", "pres"}
TICKS = {*WORDS[Mark.PRESENT].split("|")} - P_ITSELF
CROSSES = {one for one in WORDS[Mark.ABSENT].split("|") if len(one) == 1}
NO_OR_NOT = re.compile(r"n(?:\s*[-–—:,;(\n]\s*(?P<rest>[^)]*)\)?)?", re.DOTALL)

NEGATED = re.compile(r"\b(?:no|not|non|without|declin\w*|never)\b|n['’]t\b")
NO_APOLOGIES = re.compile(r"\b(?:no|not|without)\b.*\bapol|\bapol\w* (?:were |was )?not\b")
USUAL = {
    Mark.PRESENT: re.compile(r"\b(?:present|attend|in person|here|face|yes|came)"),
    Mark.REMOTE: re.compile(r"\b(?:virtual|teams|on ?line|remote|zoom|video|phone|dial|tele|web)"),
    Mark.PART: re.compile(r"\b(?:part|late|early|left)"),
    Mark.DEPUTY: re.compile(r"\b(?:deput|rep\b|represent|substitut|alternat|nominee|delegate|behalf|sent)"),
    Mark.APOLOGIES: re.compile(r"\bapol"),
    Mark.ABSENT: re.compile(
        r"\babsen|\b(?:not|never) (?:present|attend|in attendance|there)|n['’]t attend|\bnon attend"
        r"|\bfail|\bmiss|\b(?:no|not|without) (?:\w+ ){0,2}apol|\bno show"
    ),
    Mark.NOT_REQUIRED: re.compile(
        r"\bnot (?:\w+ )?(?:requir|need|applic|invit|expect|eligib|due|member|in post|on|in office)"
        r"|\bno longer|\bvacan|\bnot yet|\bn/a"
    ),
}
"""How a key words what a sign usually is, beyond the words that are known whole."""
UNUSUAL = {
    **dict.fromkeys((Mark.PRESENT, Mark.REMOTE, Mark.PART, Mark.DEPUTY), NEGATED),
    Mark.APOLOGIES: NO_APOLOGIES,
    Mark.ABSENT: re.compile(r"^(?!.*\b(?:no|not|without)\b.*\bapol).*\bapol"),
    Mark.NOT_REQUIRED: re.compile(r"\bapol|\bdeclin"),
}
"""What turns such words into something else: `present` into `not present`."""
Key = dict[str, Mark | str]
"""What each sign stands for; the key's words where they name no mark and are not what the sign usually is."""


def key_of(texts: Iterable[str], *, words: bool = True) -> Key:
    """The register's own key, such as `/ = present` or `X – attended`, several of them on a line too.

    `words`: whether the texts may be keys that name no mark, as those of people's lines are not.
    """
    found: Key = {}
    for text in texts:
        said = [one for one in _said(text) if one]
        whole = words and (is_key(text) or any(_names_mark(one["word"]) for one in said))
        for one in said:
            _explained(found, one["sign"], one["word"], words=whole)
    return found


def together(*keys: Key) -> Key:
    """One key of several: a later one goes before, but no words before a mark."""
    found: Key = {}
    for key in keys:
        found |= {sign: one for sign, one in key.items() if isinstance(one, Mark) or sign not in found}
    return found


def _said(text: str) -> list[re.Match[str] | None]:
    """What each piece of a text says of a sign; nothing for a piece that says nothing of one."""
    if len(text) > LONGEST_KEY:
        return []
    bare = TITLE.sub("", text, count=1)
    spaced = [SPACED.fullmatch(one.strip()) for one in SPACED_APART.split(bare) if one.strip()]
    known = [one for one in spaced if one and _names_mark(one["word"])]
    if len(spaced) > 1 and all(spaced) and len(known) * 2 >= len(spaced):
        return spaced
    if not EXPLAINS.search(text):
        return []
    return [KEY_LINE.fullmatch(one.strip()) for one in APART.split(bare) if one.strip()]


@lru_cache(maxsize=MOST_TEXTS)
def is_key(text: str) -> bool:
    """Whether a text is nothing but a key: `P – in person; A – apologies`, not `Ann – Chair`."""
    said = _said(text)
    whole = [one for one in said if one]
    return (
        bool(whole)
        and len(whole) == len(said)
        and all(len(one["sign"]) == 1 or _names_mark(one["word"]) for one in whole)
        and any(plain_mark(one["sign"]) in KNOWN or _names_mark(one["word"]) for one in whole)
    )


def pairs_of(texts: Sequence[str], used: Callable[[], Collection[str]]) -> list[tuple[str, str]]:
    """The signs and words of a line that is nothing but signs with a word beside each; else none.

    A longer sign is one where it is among the marks `used`, or stands for what is said: `AP` may be a person.
    """
    cells = texts[1:] if texts and TITLE.fullmatch(f"{texts[0]} ") else texts
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    fits = not len(cells) % 2 and all(_is_pair(sign, word, used) for sign, word in pairs)
    return pairs if fits else []


def _is_pair(sign: str, word: str, used: Callable[[], Collection[str]]) -> bool:
    plain, said = plain_mark(sign), _plain_word(word)
    if not 0 < len(sign) <= LONGEST_SIGN or " " in sign or not (len(said) > 2 or said == "no"):
        return False
    return (
        len(sign) == 1
        or (KNOWN.get(plain) is not None and KNOWN[plain] is KNOWN.get(said))
        or plain in used()
    )


def key_in_cells(pairs: Iterable[tuple[str, str]], *, words: bool = False) -> Key:
    """A key whose signs and words stand in cells of their own, side by side."""
    found: Key = {}
    for sign, word in pairs:
        if 0 < len(sign.strip()) <= LONGEST_SIGN and plain_mark(sign) != plain_mark(word):
            _explained(found, sign, word, words=words)
    return found


def _explained(found: Key, sign: str, word: str, *, words: bool) -> None:
    """A letter is not explained by another letter; by yes and no it is."""
    plain, said = plain_mark(sign), " ".join(word.split())
    if _names_mark(word):
        if not isinstance(found.get(plain), Mark):
            found[plain] = KNOWN[_plain_word(word)]
    elif words and len(said) > 2 and not plain.isdigit() and _is_otherwise(plain, _plain_word(word)):
        found.setdefault(plain, said)


def _is_otherwise(sign: str, words: str) -> bool:
    """Whether words say something else of a sign than what it usually is: `D = declined`."""
    usual = KNOWN.get(sign)
    return usual is not None and (
        USUAL[usual].search(words) is None or UNUSUAL[usual].search(words) is not None
    )


def _names_mark(word: str) -> bool:
    plain = _plain_word(word)
    return plain in KNOWN and (len(plain) > 2 or plain == "no")


def _plain_word(word: str) -> str:
    """A key's word without brackets; a hyphen inside it is a space."""
    return plain_mark(re.sub(r"(?<=\w)-(?=\w)", " ", re.sub(r"\([^)]*\)", "", word)))


@dataclass(frozen=True)
class Legend:
    """What is known of a register's signs: its own key and its document's, and what N stands beside for yes.

    `known` holds what was read before.
    """

    key: Mapping[str, Mark | str] = field(default_factory=dict)
    yes: str = ""
    only_crosses: bool = False
    known: dict[str, ReadMark] = field(default_factory=dict, compare=False, repr=False)

    @property
    def marks(self) -> dict[str, Mark]:
        """The signs whose mark the key names."""
        return {sign: one for sign, one in self.key.items() if isinstance(one, Mark)}

    def doubt(self, text: str) -> tuple[str, str] | None:
        """The sign of a mark that is not recorded, and why: the key or the marks around it leave it open."""
        plain = plain_mark(text)
        begins = BEGINS.match(plain)
        heads = (plain, begins[0] if begins and plain not in KNOWN else plain)
        said = ((one, self.key.get(one)) for one in heads)
        if other := next(((sign, one) for sign, one in said if one and not isinstance(one, Mark)), None):
            sign, words = other[0].upper(), other[1]
            return sign, (
                f"the key says “{words}”, which is no mark known. These marks are left unrecorded; write P, "
                "V, T, D, A, X or N in their place, or say in the key which of them it is, such as "
                f"“{sign} = apologies”"
            )
        if self._may_be_no(plain):
            return "N", (
                f"N stands beside {self.yes}, and no line says what it is: N may be no, or not required. "
                "These marks are left unrecorded; write X for absent, or add a line such as “N = absent”"
            )
        if self.only_crosses and heads[1] in CROSSES and heads[1] not in self.key:
            sign = heads[1].upper()
            return sign, (
                f"nobody would have attended any meeting, and no line says what {sign} is: it may mark who "
                "was there. These marks are left unrecorded; write P for present, or add a line such as "
                f"“{sign} = absent” or “{sign} = present”"
            )
        return None

    def with_own(self, key: Mapping[str, Mark | str]) -> Legend:
        """The same, where a sheet has a key of its own."""
        return replace(self, key={**self.key, **key}, known={})

    def _may_be_no(self, plain: str) -> bool:
        """Whether a mark is an N that may be no or not required."""
        found = NO_OR_NOT.fullmatch(plain)
        rest = plain_mark(found["rest"] or "") if found else ""
        return found is not None and bool(self.yes) and "n" not in self.key and rest not in KNOWN

    def read(self, text: str) -> ReadMark:
        """The mark a cell holds; one that is doubted is not recorded. A text met before is not read again."""
        if text not in self.known:
            self.known[text] = self._read(text)
        return self.known[text]

    def _read(self, text: str) -> ReadMark:
        if self.doubt(text):
            return ReadMark(not_recorded=True)
        found = NO_OR_NOT.fullmatch(plain_mark(text))
        if found and found["rest"] and self.yes and "n" not in self.key:
            return read_mark(found["rest"], key=self.marks)
        return read_mark(text, key=self.marks)


def legend_of(key: Mapping[str, Mark | str], marks: Sequence[str], *, ours: bool) -> Legend:
    """What is known of the signs of a document with these marks; in `ours` a cross is nothing but absent."""
    return Legend(key, _yes_of(marks), only_crosses=not ours and _has_only_crosses(marks))


def _yes_of(texts: Iterable[str]) -> str:
    """How presence is written where an N beside it may be *no*: Y, or a tick where nobody is P."""
    plain = [plain_mark(text) for text in texts]
    if any(YES.fullmatch(one) for one in plain):
        return "Y"
    begun = [begins[0] for one in plain if (begins := BEGINS.match(one))]
    return "" if any(one in P_ITSELF for one in begun) else next((one for one in begun if one in TICKS), "")


def _has_only_crosses(texts: Iterable[str]) -> bool:
    """Whether there are crosses and no sign of anybody who attended: a cross may be what was ticked with."""
    said = [text for text in dict.fromkeys(texts) if text.strip() and not is_cancelled(text)]
    read = [read_mark(text) for text in said]
    others = any(mark.unknown or mark.guest or mark.mark in ATTENDED for mark in read)
    return not others and any(plain_mark(text) in CROSSES for text in said)
