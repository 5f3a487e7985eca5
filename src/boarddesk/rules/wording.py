"""Words as documents print them: dates that do not break, small numbers in letters, text cut at a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from boarddesk.rules.characters import drop_unseen

NBSP: Final = "\N{NO-BREAK SPACE}"
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_DAY_AND_MONTH: Final = re.compile(rf"\b(\d{{1,2}}(?:st|nd|rd|th)?) (?=(?:{'|'.join(MONTHS)})\b)")
_FRACTION: Final = re.compile(r"\b(\d+) of (?=\d)")
_TYPED_BULLET: Final = re.compile(r"^\s*[•·▪◦‣*–—-]\s+")
_HANGING: Final = re.compile(
    r"(?:\W+(?:and|or|the|a|an|of|to|in|on|for|with|by|at|that|from))+$", re.IGNORECASE
)
_CUT_AFTER: Final = ",;:–—- "


def day(when: date) -> str:
    """A date in full, day and month held together: `9 June 2026`."""
    return f"{when.day}{NBSP}{MONTHS[when.month - 1]} {when.year}"


def day_of_year(when: date) -> str:
    """A date without its year: `9 June`."""
    return f"{when.day}{NBSP}{MONTHS[when.month - 1]}"


def between(first: date, last: date) -> str:
    """`1 April to 8 September 2026`, each with its year where they differ."""
    return f"{day_of_year(first) if first.year == last.year else day(first)} to {day(last)}"


def day_in_short(when: date) -> str:
    """`8 Sep 2026`, for a narrow column."""
    return f"{when.day}{NBSP}{MONTHS[when.month - 1][:3]}{NBSP}{when.year}"


def between_in_short(first: date, last: date) -> str:
    """`1 Apr to 8 Sep 2026`, for a narrow column."""
    begins = day_in_short(first)
    return f"{begins[:-5] if first.year == last.year else begins} to {day_in_short(last)}"


def month(when: date) -> str:
    """`May 2025`."""
    return f"{MONTHS[when.month - 1]} {when.year}"


def month_in_short(when: date) -> str:
    """`Nov 2024`, for a narrow column."""
    return f"{MONTHS[when.month - 1][:3]}{NBSP}{when.year}"


def short_month(when: date) -> str:
    """`May 25`, as it stands under a chart."""
    return f"{MONTHS[when.month - 1][:3]} {when.year % 100:02}"


def number(count: int) -> str:
    """In letters up to twelve, in figures beyond: `five`, `38`."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def count_in_words(count: int, one: str, many: str = "") -> str:
    """A number with its noun: `one decision`, `two decisions`."""
    return f"{number(count)} {one if count == 1 else many or f'{one}s'}"


def count_in_figures(count: int, one: str, many: str = "") -> str:
    """A number with its noun, as lists and headings give it: `1 meeting`, `1,200 rows`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def sentence(text: str) -> str:
    """With a capital to begin with and a full stop at the end."""
    said = text.strip()
    if not said:
        return ""
    return said[0].upper() + said[1:] + ("" if said[-1] in ".!?…" else ".")


def listed(parts: Sequence[str], *, last: str = "and") -> str:
    """`4.1`, `4.1 and 4.4`, `4.1, 4.4 and 4.7`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def with_the(name: str) -> str:
    """A board in a sentence: `the SEND Improvement Board`; one that brings its own article keeps it alone."""
    said = name.strip()
    return said if said.casefold().startswith("the ") else f"the {said}"


def one_line(text: str) -> str:
    """On one line, without spaces in a row and without the marks that turn the direction of what follows."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(drop_unseen(text).split())


def tidied(text: str) -> str:
    """On one line, without the bullet somebody typed and without spaces in a row."""
    return one_line(_TYPED_BULLET.sub("", text))


def bound(text: str) -> str:
    """Day held to month, and a fraction to itself, so that no line ends inside them."""
    dated = _DAY_AND_MONTH.sub(rf"\g<1>{NBSP}", text)
    return _FRACTION.sub(rf"\g<1>{NBSP}of{NBSP}", dated)


def cut_words(text: str, most: int) -> str:
    """At most so many words, with an ellipsis where some are left out."""
    found = tidied(text).split(" ")
    return " ".join(found) if len(found) <= most else _ellipsis(" ".join(found[:most]))


def cut_characters(text: str, most: int) -> str:
    """At most so many characters, cut after a whole word."""
    said = tidied(text)
    if len(said) <= most:
        return said
    kept = said[: most - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept[most // 2 :] else kept
    return _ellipsis(whole)


def _ellipsis(cut: str) -> str:
    """Without a comma or a small word left hanging before the dots."""
    return _HANGING.sub("", cut).rstrip(_CUT_AFTER + ".") + "…"


def lower_first(words: str) -> str:
    """`Mark attendance` → `mark attendance`, but `SIB minutes` stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
