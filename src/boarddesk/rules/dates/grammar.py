"""The words dates are written with, as patterns: months, ordinals, years, seasons, weeks."""

from __future__ import annotations

import re
from typing import Final

from boarddesk.rules.dates import spans

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""The months by name, whatever language the machine speaks."""

MONTH_WORDS: Final = (
    ("january", "jan", "janurary", "januray", "jany", "ionawr"),
    ("february", "feb", "febuary", "feburary", "febraury", "febr", "chwefror"),
    ("march", "mar", "mrch", "mawrth"),
    ("april", "apr", "apirl", "aprl", "ebrill"),
    ("may", "mai"),
    ("june", "jun", "mehefin"),
    ("july", "jul", "gorffennaf"),
    ("august", "aug", "augst", "agust", "awst"),
    ("september", "sept", "sep", "septmber", "setpember", "septembr", "septemeber", "medi"),
    ("october", "oct", "ocotber", "octobr", "octber", "hydref"),
    ("november", "nov", "novemeber", "novmber", "novemebr", "tachwedd"),
    ("december", "dec", "decmber", "decemeber", "decemebr", "rhagfyr"),
)
"""Each with its misspellings, and in Welsh, for a plan in two languages: `Mawrth 2025 / March 2025`."""
MONTH_NUMBER: Final = {word: number for number, words in enumerate(MONTH_WORDS, 1) for word in words}
ORDINAL: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
BEGINS: Final = {
    "academic": spans.ACADEMIC,
    "school": spans.ACADEMIC,
    "ay": spans.ACADEMIC,
    "financial": spans.FINANCIAL,
    "fiscal": spans.FINANCIAL,
    "fy": spans.FINANCIAL,
    "municipal": spans.MUNICIPAL,
    "calendar": spans.CALENDAR,
}

TH: Final = r"(?:\s?(?:st|nd|rd|th)\b)"
MON: Final = rf"(?P<mon>{'|'.join(sorted(MONTH_NUMBER, key=len, reverse=True))})(?![a-z])\.?"
ANY_MON: Final = MON.replace("?P<mon>", "?:")
Y4: Final = r"(?:19|20|21)[0-9][0-9]"
END: Final = r"(?![0-9%/:]|\.[0-9])"
NO_DAY: Final = rf"(?!{TH}?\s?(?:of\s)?{ANY_MON})"
YEAR_AS_WRITTEN: Final = (
    rf"(?:(?P<y>{Y4})(?:\s?[/-]\s?(?P<to>[0-9]{{2}}(?:[0-9]{{2}})?)(?![0-9%/]){NO_DAY})?(?![0-9%:])"
    r"|'?(?P<yy>[0-9]{2})(?:/(?P<tt>[0-9]{2})(?![0-9%/]))?(?![0-9%:])<>)"
)
YEAR: Final = YEAR_AS_WRITTEN.replace("<>", NO_DAY)
"""In `1 May 15 June` the 15 is no year, and in `1 May 2026 / 15 June 2026` it is no second one."""

GAP: Final = (
    r"[\s,./_(-]{0,4}(?:of\s|in\s|the\s){0,2}(?:(?:academic|school|financial)\s(?:year\s)?|fy\s?|f/y\s?)?"
)
KIND: Final = r"(?P<kind>academic|school|financial|fiscal|municipal|calendar|fy|ay)"
SEASON: Final = (
    r"\b(?P<season>autumn|spring|summer|winter|fall)(?P<term>[\s-](?:(?P<half>half[\s-]?term)|term)\b)?"
    r"(?:\s(?P<part>[12])(?=\s|$))?(?:\s(?:holidays?|break))?"
)
QUARTER: Final = (
    r"\b(?:q(?:tr|uarter)?\.?\s?(?P<q>[1-4])\b"
    r"|(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)\s(?:quarter|qtr)\b)"
)
SHORT_SEASON: Final = SEASON.replace("winter|fall", "winter|fall|aut|spr|sum|win")
SEASON_NAME: Final = {"fall": "autumn", "aut": "autumn", "spr": "spring", "sum": "summer", "win": "winter"}
SIX_TERM: Final = r"\b(?:terms?\s|t)(?:[1-6]\s?(?:-|&|/|and|to)\s?)?(?P<n>[1-6])\b"
FEAST: Final = r"\b(?P<feast>easter|christmas|xmas|new year)(?:\s(?:holidays?|break))?(?![a-z])"
WEEK: Final = (
    r"(?P<week>(?:w/[bce]\b\.?|w[bc]\b|week\s(?:commencing|starting|beginning|ending|of))"
    r"[\s:]*(?:the\s)?(?:monday\s)?)?"
)
FREE: Final = r"(?<![\w.:£$])"
DAY: Final = rf"(?P<d>[0-3]?[0-9]){TH}?"
FIRST_DAY: Final = (
    rf"(?:(?<!phase )(?<!stage )(?<!part )(?<!step )(?P<d1>[0-3]?[0-9]){TH}?\s?(?:-|to|and|&|/|,)\s?)?"
)

BEFORE: Final = re.compile(
    r"(?:\b(?:by|in|during|early|mid|middle|late|end|start|beginning|of|from|since|until|till|to|before|after|through"
    r"|throughout|around|due|date|deadline|next|this)[\s-](?:the\s)?)$"
)
ALONE: Final = re.compile(
    r"\s*(?:$|[-,.;:)(/&+\0]|(?:to|and|or|by|then|onwards?|review|tbc|if|when|subject|depend\w*|at|latest)\b)"
)

MARKS: Final = r"(?:\s?[/.]\s?|-)"
D: Final = r"(?P<d>[0-9]{1,2})"
M: Final = r"(?P<m>[0-9]{1,2})"
ISO_DAY: Final = rf"{FREE}{WEEK}(?P<y>{Y4})[/.-]{M}[/.-]{D}(?:t[0-9:.]+z?)?(?![0-9])"
BRITISH_DAY: Final = rf"{FREE}{WEEK}{D}{MARKS}{M}{MARKS}(?P<y>{Y4}|[0-9]{{2}})(?![0-9%])"
SPACED_DAY: Final = rf"{FREE}{WEEK}{D}(?P<mark> | - ){M}(?P=mark)(?P<y>{Y4}){END}"
MONTH_WORD: Final = rf"\b{MON}(?:\s(?:half[\s-]?term|term|holidays?|board|meeting))?"


_PLAIN_SIGNS: Final = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’ʼ`´", "'") | dict.fromkeys("\u200b\ufeff\u00ad", "")
)
_WEEKDAY: Final = re.compile(
    r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b[,.]? (?:the )?(?=\d)"
)
_MARKED_TWICE: Final = re.compile(r"(?<=\d)([/.-])[/.-]+(?=\d)")


def tidy(text: str) -> str:
    """The text in small letters with plain dashes, quotes and spaces, without weekdays before a number."""
    plain = " ".join(text[:2000].lower().translate(_PLAIN_SIGNS).split())
    return _MARKED_TWICE.sub(r"\1", _WEEKDAY.sub("", plain))
