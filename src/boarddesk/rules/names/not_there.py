"""What a pasted list says of people who were not there: their headings, their lines and their rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

_COUNT: Final = r"\s*(?:[(\[]\s*\d+\s*[)\]]|[:–—-]?\s*\d+)?\s*[:–—-]?"
_APOLOGIES: Final = r"apolog(?:y|ies)(?: for absence| received| given| sent| from| were received)*"
_ABSENT: Final = (
    r"absent(?:ees)?|absences?|(?:did|does|do) not (?:attend|join)"
    r"|not (?:attending|present|in attendance|joined"
    r"|in (?:this|the) meeting)|unable to attend|non[- ]attendees?|no[- ]shows?|regrets"
)
_REPLY: Final = r"declined|tentative|no response|not responded|did not respond|awaiting response"
_CALL: Final = (
    r"(?:in (?:the )?)?(?:lobby|waiting room)|waiting(?: in (?:the )?lobby| to join)?"
    r"|(?:others |also |still )?invited"
    r"|suggest(?:ions|ed)"
)
_NUMBERED: Final = r"(?:\d+\.?\s+)?"
_AWAY_HEADING: Final = re.compile(
    rf"{_NUMBERED}(?:(?:{_APOLOGIES}|{_ABSENT}|{_CALL}){_COUNT}|(?:{_REPLY})\s*(?:[(\[]\d+[)\]]\s*:?"
    r"|:))",
    re.IGNORECASE,
)
_AWAY_LINE: Final = re.compile(
    rf"{_NUMBERED}(?:{_APOLOGIES}|{_ABSENT}|{_REPLY}|{_CALL})\s*(?:\(\d+\)\s*)?(?:[:–—\t]|- )\s*\S.*",
    re.IGNORECASE,
)
_PRESENT: Final = (
    rf"{_NUMBERED}(?:also |members |those )?(?:participants?|attendees|attended(?: participants)?|presenters"
    r"|panell?ists|(?:present|in attendance)(?: at the meeting)?|in (?:this|the) (?:meeting|call)|on the call"
    r"|joined|members|guests|observers)"
)
_PRESENT_HEADING: Final = re.compile(rf"{_PRESENT}{_COUNT}", re.IGNORECASE)
_PRESENT_LINE: Final = re.compile(rf"{_PRESENT}\s*(?:\(\d+\)\s*)?[:–—]\s*\S.*", re.IGNORECASE)
_REPLY_ALONE: Final = re.compile(rf"\W*(?:{_REPLY})\W*", re.IGNORECASE)
_SAID: Final = rf"(?:{_APOLOGIES}|{_ABSENT}|{_REPLY})"
_AFTER_NAME: Final = re.compile(
    rf"[(\[]\s*(?:sent |gave |with )?{_SAID}\s*[)\]]|(?:\t|[,;|]\s*|\s[-–—]\s*|\s{{3,}}){_SAID}\s*\.?$"
    rf"|\s(?:(?:has |have )?(?:sends?|sent|gave|given) (?:his |her |their )?{_APOLOGIES}"
    r"|(?:was |is )absent|did not attend)\s*\.?$",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(_SAID, re.IGNORECASE)


def divided(lines: Iterable[str]) -> tuple[list[str], list[str]]:
    """The lines that may name those who were there, and those that name who was not.

    Under a heading of those not there everybody is left aside, until a heading of those present. A reply to
    the invitation on a line of its own (`Declined`) is what a panel says of the name above it.
    """
    there: list[str] = []
    away: list[str] = []
    is_away = False
    for line in lines:
        plain = line.strip()
        if _AWAY_HEADING.fullmatch(plain):
            is_away = True
        elif _PRESENT_HEADING.fullmatch(plain):
            is_away = False
        elif _PRESENT_LINE.fullmatch(plain):
            is_away = False
            there.append(line)
        elif _REPLY_ALONE.fullmatch(plain):
            away += [there.pop().strip()] if there and not is_away else []
        elif is_away or _AWAY_LINE.fullmatch(plain):
            away.append(plain)
            is_away = is_away or plain.endswith((",", ";"))  # the names go on in the next line
        else:
            there.append(line)
    return there, away


def says_away(written: str) -> bool:
    """Whether what is written with a name says that its bearer was not there: `Ann Hale (apologies)`."""
    return _AFTER_NAME.search(written.strip()) is not None


def row_says_away(given: Mapping[str, str]) -> bool:
    """Whether a row of a report is of somebody who was not there, or not let in yet."""
    return (
        given.get("waiting", "").casefold() in {"yes", "y", "true"}
        or given.get("attended", "").casefold() in {"no", "n", "false"}
        or _ANSWER.fullmatch(given.get("response", "")) is not None
    )
