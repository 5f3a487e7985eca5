"""Marks as registers write them: letters, ticks, words, with a deputy's name or a reason beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from boarddesk.importing.attendance.part_words import read_part
from boarddesk.rules.registers.register import ATTENDED, Mark
from boarddesk.rules.registers.sheet import TO_COME


class Blank(StrEnum):
    """What an empty cell means; the value is what `--blank` takes, empty for the rule by place."""

    BY_PLACE = ""
    ABSENT = "absent"
    NOT_REQUIRED = "not-required"
    NOT_ON_ROLL = "not-on-roll"
    NOT_RECORDED = "not-recorded"


@dataclass(frozen=True)
class ReadMark:
    """A mark as read; `guest` for somebody in attendance, `unknown` where the cell says nothing known.

    `reason` is that of apologies; `part_from` and `part_to` are points as
    `rules/registers/parts.py` keeps them.
    `not_recorded` and `off_roll` are said in words, where an empty cell would leave it open; `to_come` is for
    somebody who is expected at a meeting that has no register yet.
    """

    mark: Mark | None = None
    deputy: str = ""
    note: str = ""
    reason: str = ""
    part_from: str = ""
    part_to: str = ""
    guest: bool = False
    unknown: bool = False
    not_recorded: bool = False
    off_roll: bool = False
    to_come: bool = False


WORDS: Mapping[Mark, str] = {
    Mark.PRESENT: (
        "p|present|✓|✔|√|☑|✅|🗸|🗹|1|yes|y|attended|attending|in person|here|pr|pres|att|attendance|true"
    ),
    Mark.REMOTE: (
        "v|virtual|virtually|teams|ms teams|on teams|via teams|online|on line|remote|remotely"
        "|zoom|via zoom|video|video call|dialled in|by phone|telephone|phone|joined online|hybrid"
        "|present remotely|present online"
    ),
    Mark.PART: (
        "t|part|partial|in part|part meeting|part of meeting|for part|present for part|left early"
        "|arrived late|late|part time|part attendance"
    ),
    Mark.DEPUTY: (
        "d|deputy|dep|rep|reps|represented|representative|substitute|sub|deputised"
        "|deputy attended|deputy sent|deputy present|rep sent|rep attended|sent deputy|sent rep"
        "|nominee|alternate|sent substitute|substitute sent|substitute attended|sub sent|sent sub"
    ),
    Mark.APOLOGIES: (
        "a|apologies|apology|apols|apol|apologises|ap|apo|apologies received|sent apologies"
        "|apologies sent|apologies given|app|aps"
    ),
    Mark.ABSENT: (
        "x|absent|0|no|abs|dna|did not attend|not present|✗|✘|✕|✖|×|☒|⌧|❌|❎|🗙|🗴|🗵|🗶|🗷|no apologies|no show"
        "|not attended|false|absent without apologies|no apologies received"
        "|no apologies given|no apologies sent|no apology|without apologies|absent no apologies"
        "|non attendance|not in attendance"
    ),
    Mark.NOT_REQUIRED: (
        "n|n/a|na|n.a.|-|–|—|--|not required|nr|n/r|not applicable|not needed|not invited|vacant"
        "|vacancy|not on board|not a member|not in post"
    ),
}
KNOWN: Mapping[str, Mark] = {word: mark for mark, words in WORDS.items() for word in words.split("|")}
GUEST = {"i", "in attendance", "guest", "observer", "observing", "ia"}
NOT_RECORDED = {"not recorded", "unrecorded", "?", "·"}
OFF_ROLL = {"not on the roll", "not on roll", "off roll"}
CANCELLED = re.compile(
    r"\W*(?:meeting )?(?:was )?(?:cancel+ed|cancel+ation|postponed|stood down|not held|no meeting"
    r"|did not take place)\b",
    re.IGNORECASE,
)
DEPUTY_FIRST = re.compile(
    r"(?:d|dep|deputy|rep|representative|sub|substitute|nominee|represented by|deputised by|deputy for)\.?"
    r"(?:\s*[-–—:,(/=\n]\s*|\s+)(?P<name>[^)]*)\)?",
    re.IGNORECASE,
)
DEPUTY_LAST = re.compile(
    r"(?P<name>[^(]+?)\s*(?:\(|[-–—:,]\s*)"
    r"(?:as )?(?:d|dep|deputy|deputising|rep|representative|sub|substitute)\.?\)?",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"(?:has |was |is )?(?:attend(?:ed|ing)|present|sent|came|in place|joined|to attend)"
    r"|(?:from|until|till|left|note:|reason:)\b.*",
    re.IGNORECASE,
)
PAINTED = re.compile("[\ufe0e\ufe0f]")
SAID_WITH = re.compile(r"(?P<head>[^-–—:,;(\n]{1,40}?)\s*[-–—:,;(\n]\s*(?P<rest>[^)]*)\)?\s*", re.DOTALL)
SAID_APART = re.compile(
    r"(?P<head>.*?)(?:\s*[-–—;]\s*reason:\s*(?P<reason>.*?))?(?:\s*[-–—;]\s*note:\s*(?P<note>.*))?",
    re.IGNORECASE | re.DOTALL,
)


def read_mark(text: str, *, key: Mapping[str, Mark] | None = None) -> ReadMark:
    """The mark a cell holds; the register's own key goes before what its signs usually mean."""
    parted = SAID_APART.fullmatch(text.strip())
    if parted is None or not (parted["note"] or parted["reason"]):
        return _read(text, key or {})
    read = _read(parted["head"], key or {})
    if read.mark is None:
        return read
    return replace(read, note=(parted["note"] or "").strip(), reason=(parted["reason"] or "").strip())


def _read(text: str, key: Mapping[str, Mark]) -> ReadMark:
    plain = plain_mark(text)
    if not plain:
        return ReadMark()
    if plain in key:
        return ReadMark(key[plain])
    if plain in KNOWN:
        return ReadMark(KNOWN[plain])
    if plain in GUEST:
        return ReadMark(guest=True)
    if plain == TO_COME:
        return ReadMark(to_come=True)
    if plain in NOT_RECORDED or plain in OFF_ROLL:
        return ReadMark(not_recorded=plain in NOT_RECORDED, off_roll=plain in OFF_ROLL)
    return _with_part(text, key) or _with_deputy(text) or _with_words(text, key) or ReadMark(unknown=True)


def several_marks(text: str) -> list[Mark]:
    """The letters of somebody with several seats, as figures show them: `P A`; none where it says else."""
    letters = text.split()
    known = {mark.value: mark for mark in Mark}
    return (
        [known[letter] for letter in letters if letter in known]
        if all(letter in {*known, "·"} for letter in letters)
        else []
    )


def _with_part(text: str, key: Mapping[str, Mark]) -> ReadMark | None:
    """`T – until item 6`, `Present from 10.30`, `Teams until 11.30`, `left at 11.30`."""
    part = read_part(text)
    if part is None:
        return None
    head = plain_mark(part.head)
    mark = key.get(head) or KNOWN.get(head, None if head else Mark.PART)
    if mark not in ATTENDED:
        return None
    note = part.head if mark is Mark.REMOTE else ""
    return ReadMark(Mark.PART, note=note, part_from=part.start, part_to=part.end)


def _with_deputy(text: str) -> ReadMark | None:
    """`D – name`, `rep: name`, `name (deputy)`, `A (deputy: name)`."""
    line = " ".join(text.split())
    first, last = DEPUTY_FIRST.fullmatch(line), DEPUTY_LAST.fullmatch(line)
    name = _name((first or last or {"name": ""})["name"])
    if name and plain_mark(name) not in KNOWN:
        return ReadMark(Mark.DEPUTY, name)
    parted = SAID_WITH.fullmatch(line)
    if (
        parted
        and plain_mark(parted["head"]) in KNOWN
        and KNOWN[plain_mark(parted["head"])] in (Mark.APOLOGIES, Mark.ABSENT)
    ):
        inner = DEPUTY_FIRST.fullmatch(parted["rest"].strip())
        if (inner and _name(inner["name"])) or plain_mark(parted["rest"]) in WORDS[Mark.DEPUTY].split("|"):
            return ReadMark(Mark.DEPUTY, _name(inner["name"]) if inner else "")
    return None


def _with_words(text: str, key: Mapping[str, Mark]) -> ReadMark | None:
    """A mark with something beside it: `P (Teams)`, `A – on leave`, `Present until 11.30`."""
    parted = SAID_WITH.fullmatch(" ".join(text.split()))
    if parted is None:
        return None
    head, rest = plain_mark(parted["head"]), " ".join(parted["rest"].split())
    mark = key.get(head) or KNOWN.get(head)
    beside = KNOWN.get(plain_mark(rest))
    if mark is None:
        return None
    if mark is Mark.PRESENT and beside in (Mark.REMOTE, Mark.PART):
        return ReadMark(beside)
    words = "" if beside is mark else rest
    return ReadMark(mark, reason=words) if mark is Mark.APOLOGIES else ReadMark(mark, note=words)


def _name(text: str) -> str:
    """A deputy's name, without signs around it; empty where there is none."""
    name = " ".join(text.split()).strip(" -–—:,.()")
    return name if len(name) > 1 and name[0].isalpha() and not NO_NAME.fullmatch(name) else ""


def plain_mark(text: str) -> str:
    """Small letters without spaces around, signs without a colour of their own; a lone dash stays a dash."""
    line = " ".join(PAINTED.sub("", text).casefold().split())
    return line.strip(" .,;:*") if len(line) > 1 and line != "n.a." else line


def is_cancelled(text: str) -> bool:
    """Whether a heading or cell says that the meeting did not take place."""
    return CANCELLED.match(text) is not None or re.search(r"\bcancel+ed\b", text, re.IGNORECASE) is not None
