"""Finds the dates written in a phrase: days in British order, months, terms, years, a plan's own bands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final, Protocol

from boarddesk.rules.dates import grammar as w
from boarddesk.rules.dates import spans
from boarddesk.rules.dates.spans import Precision, Span, Year

Match = re.Match[str]


class Band(Protocol):
    """A stretch of a plan's own calendar: anything with a label and its first and last day."""

    @property
    def label(self) -> str: ...
    @property
    def earliest(self) -> date: ...
    @property
    def latest(self) -> date: ...


@dataclass(frozen=True)
class PlacedDate:
    """A date in its year: no span where no reading is possible at all."""

    span: Span | None
    impossible: bool = False


@dataclass(frozen=True)
class Piece:
    """A date found in the text: where it stands, its year if one is written, and how the year places it."""

    start: int
    end: int
    place: Callable[[Year], PlacedDate]
    year: Year | None = None

    def placed(self) -> PlacedDate | None:
        """The date itself; None while its year is not known."""
        return self.place(self.year) if self.year else None


def find(text: str, *, bands: Sequence[Band] = ()) -> list[Piece]:
    """Every date of a tidied text in the order written; a longer reading is preferred to a shorter one."""
    rest, found = _bands_in(text, bands)
    found += _pieces(rest)
    return sorted(found, key=lambda piece: piece.start)


def holds_date(text: str) -> bool:
    """Whether a tidied text holds a date of any kind, read no further than it takes to know."""
    plainly = any(word in w.MONTH_NUMBER for word in _BEFORE_YEAR.findall(text))
    return plainly or next(_pieces(text), None) is not None


def _pieces(rest: str) -> Iterator[Piece]:
    """The dates of a text, the surest first."""
    whole = _WRITTEN_OUT.fullmatch(rest)
    if whole:
        piece = _day_of_month(whole) if whole["d"] else _month(whole)
        yield from [piece] if piece else []
        return
    for pattern, read in _readers(numbers=any(map(str.isdigit, rest))):
        for match in pattern.finditer(rest):
            piece = read(match)
            if piece:
                yield piece
                rest = _without(rest, piece.start, piece.end)


def _bands_in(text: str, bands: Sequence[Band]) -> tuple[str, list[Piece]]:
    """The plan's own bands by their labels, however they are spaced, and the text without them."""
    found: list[Piece] = []
    for band in sorted(bands, key=lambda known: -len(known.label)):
        words = [re.escape(word) for word in re.findall(r"\w+", w.tidy(band.label))]
        label = r"\W{0,3}".join(words)
        for match in re.finditer(rf"(?<!\w){label}(?!\w)", text) if words else ():
            found.append(_fixed(match, Span(band.earliest, band.latest, Precision.TERM)))
            text = _without(text, match.start(), match.end())
    return text, found


def _without(text: str, start: int, end: int) -> str:
    """The text with a part of it blanked, so that the places of the rest stay as they are."""
    return text[:start] + "\0" * (end - start) + text[end:]


# How a match is read


def _fixed(match: Match, span: Span | None, *, impossible: bool = False) -> Piece:
    """A date that needs no year to be added."""
    placed = PlacedDate(span, impossible)
    return Piece(match.start(), match.end(), lambda _: placed, Year(span.latest.year if span else 0))


def _when(match: Match, place: Callable[[Year], Span]) -> Piece:
    """A date that its year places."""
    year = _year(match)
    return Piece(match.start(), _end(match, year), lambda known: PlacedDate(place(known)), year)


def _group(match: Match, *names: str) -> str:
    """The text of the first of these groups that took part in the match."""
    groups = match.groupdict()
    return next((groups[name] for name in names if groups.get(name)), "")


def _year(match: Match) -> Year | None:
    """The year of a match, if any; `2022/23` and `2022-2023` are split, `2021-2026` stands for 2021 alone."""
    text, to = _group(match, "y", "yy"), _group(match, "to", "tt")
    if not text:
        return None
    first = _full(text)
    return Year(first, split=bool(to) and int(to[-2:]) == (first + 1) % 100)


def _end(match: Match, year: Year | None) -> int:
    """Where the match ends; a second year that does not follow the first is not part of it."""
    if year is None or year.split or not _group(match, "to", "tt"):
        return match.end()
    return match.end("y") if _group(match, "y") else match.end("yy")


def _full(text: str) -> int:
    """A year of two figures is of this century up to 69."""
    number = int(text)
    return number if number > 99 else number + (2000 if number < 70 else 1900)


def place_day(year: int, month: int, number: int) -> PlacedDate:
    """A day of the calendar; where there is no such day, the month it was meant in."""
    if not 1 <= month <= 12:
        swapped = 1 <= number <= 12 and 1 <= month <= spans.last_day(year, number).day
        return PlacedDate(spans.day(date(year, number, month)) if swapped else None, impossible=True)
    if not 1 <= number <= spans.last_day(year, month).day:
        return PlacedDate(spans.month(year, month), impossible=True)
    return PlacedDate(spans.day(date(year, month, number)))


def _numeric(match: Match) -> Piece:
    placed = place_day(_full(match["y"]), int(match["m"]), int(match["d"]))
    return _in_week(match, _fixed(match, placed.span, impossible=placed.impossible))


def _serial(match: Match) -> Piece:
    """A day as a spreadsheet counts it."""
    return _fixed(match, spans.day(date(1899, 12, 30) + timedelta(days=int(match["serial"]))))


def _broken(match: Match) -> Piece:
    """The shape of a date with a year that cannot be."""
    return _fixed(match, None, impossible=True)


def _day_of_month(match: Match) -> Piece:
    """A day of a named month, or the days of a range such as `1 – 5 May`."""
    number, first = int(match["d"]), int(_group(match, "d1") or match["d"])
    month = w.MONTH_NUMBER.get(_group(match, "mon")) or int(match["m"])

    def place(year: Year) -> PlacedDate:
        begin, end = (place_day(year.of_month(month), month, day) for day in (first, number))
        if begin.impossible or end.impossible or not (begin.span and end.span) or first > number:
            return replace(end, impossible=True)
        return PlacedDate(Span(begin.span.earliest, end.span.latest, Precision.DAY))

    year = _year(match)
    return _in_week(match, Piece(match.start(), _end(match, year), place, year))


def _in_week(match: Match, piece: Piece) -> Piece:
    """`w/c` and `w/e` before a day make it a week."""
    week = _group(match, "week")
    if not week:
        return piece
    widen = spans.week_to if "w/e" in week or "ending" in week else spans.week_from

    def place(year: Year) -> PlacedDate:
        placed = piece.place(year)
        return placed if placed.impossible or not placed.span else PlacedDate(widen(placed.span.earliest))

    return replace(piece, place=place)


def _month(match: Match) -> Piece | None:
    """A month and its year; in `by May - 20 schools` the 20 is no year."""
    month = w.MONTH_NUMBER[match["mon"]]
    piece = _when(match, lambda year: spans.month(year.of_month(month), month))
    loose = re.match(r"[^\d]*\s-\s\d\d$", match.string[piece.start : piece.end])
    return None if loose and not w.ALONE.match(match.string, piece.end) else piece


def _month_of_range(match: Match) -> Piece | None:
    """The first month of `Sep 20 - Dec 20`, before 20 could be taken for a day of December."""
    return (
        None
        if re.search(rf"[0-9]{w.TH}?[\s./-]?(?:of\s)?$", match.string[: match.start()])
        else _month(match)
    )


def _numbered_month(match: Match) -> Piece:
    month = int(match["m"])
    return _when(match, lambda year: spans.month(year.first, month))


def _quarter(match: Match) -> Piece:
    number = int(_group(match, "q") or w.ORDINAL[match["nth"]])
    return _when(match, lambda year: spans.quarter(year.first, number))


def _half_year(match: Match) -> Piece:
    """Half of a financial year: `H1 2022/23`."""
    first = int(match["half"]) * 2 - 1
    return _when(
        match,
        lambda year: spans.joined(spans.quarter(year.first, first), spans.quarter(year.first, first + 1)),
    )


def _season(match: Match) -> Piece:
    name = w.SEASON_NAME.get(match["season"], match["season"])
    if name == "winter" or not (match["term"] or match["part"]):
        return _when(match, lambda year: spans.season(name, year))
    if match["half"] or match["part"] == "1":
        return _when(match, lambda year: spans.half_term_end(name, year))
    return _when(match, lambda year: spans.term(name, year))


def _numbered_term(match: Match) -> Piece:
    number = int(match["n"])
    return _when(match, lambda year: spans.numbered_term(number, year))


def _feast(match: Match) -> Piece:
    if match["feast"] == "easter":
        return _when(match, lambda year: spans.easter_weekend(year.of_month(4)))
    if match["feast"] == "new year":
        return _when(match, lambda year: spans.month(year.of_month(1), 1))
    return _when(match, lambda year: spans.christmas(year.of_month(12)))


def _kind_of_year(match: Match) -> Piece:
    begins = w.BEGINS[match["kind"]]
    return _when(match, lambda year: spans.whole_year(year, begins=begins))


def _split_year(match: Match) -> Piece | None:
    """`2022/23` without a word beside it is a school year."""
    year = _year(match)
    return (
        _when(match, lambda known: spans.whole_year(known, begins=spans.ACADEMIC))
        if year and year.split
        else None
    )


def _years(match: Match) -> Piece | None:
    """A run of calendar years such as `2021-2026`."""
    first, last = _full(match["y"]), _full(match["to"])
    if last <= first:
        return None
    return _fixed(match, Span(date(first, 1, 1), date(last, 12, 31), Precision.YEAR))


def _plain_year(match: Match) -> Piece | None:
    """A year by itself; followed by a noun it is a number of something."""
    alone = w.ALONE.match(match.string, match.end())
    return _when(match, lambda year: spans.whole_year(year, begins=spans.CALENDAR)) if alone else None


def _if_clear(read: Callable[[Match], Piece | None]) -> Callable[[Match], Piece | None]:
    """Reads a word without a year only where a date is expected: after `by` or `end of`, or on its own."""

    def judge(match: Match) -> Piece | None:
        before = match.string[: match.start()]
        begins = not before.strip() or before.rstrip()[-1] in "-,;:(/&+\0" or _AND_AFTER_DATE.search(before)
        clear = w.BEFORE.search(before) or (begins and w.ALONE.match(match.string, match.end()))
        return read(match) if clear else None

    return judge


_AND_AFTER_DATE: Final = re.compile(r"\0 (?:and|or) $")
"""A date already found and what joins the next to it: `May 2022 and September`."""


# What is looked for, the surest first


_WRITTEN_OUT: Final = re.compile(
    rf"(?:(?P<d>[0-3]?[0-9]) )?(?P<mon>{'|'.join(w.MONTHS).lower()}) (?P<y>{w.Y4})"
)
"""`30 September 2026` or `May 2026` and nothing else, as most are: read at once, by the same readers."""


_BEFORE_YEAR: Final = re.compile(rf"\b([a-z]+) {w.Y4}(?![0-9%/:])")


@cache
def _readers(*, numbers: bool) -> tuple[tuple[re.Pattern[str], Callable[[Match], Piece | None]], ...]:
    """Those for a text with or without a number in it.

    Compiled when the first date is read that is not written out: the window opens without them.
    """
    return tuple(
        (re.compile(pattern), read) for pattern, read in _READERS if numbers or pattern in _WITHOUT_NUMBERS
    )


_YEAR_IN_WORDS: Final = r"\b(?P<kind>academic|school|financial|fiscal)\syear(?:\send)?\b"
_MONTH_IN_WORDS: Final = rf"{w.MONTH_WORD}(?![0-9])"
_WITHOUT_NUMBERS: Final = (_YEAR_IN_WORDS, w.QUARTER, w.SEASON, w.FEAST, _MONTH_IN_WORDS)

_READERS: Final[tuple[tuple[str, Callable[[Match], Piece | None]], ...]] = (
    (w.ISO_DAY, _numeric),
    (w.BRITISH_DAY, _numeric),
    (w.SPACED_DAY, _numeric),
    (r"(?<![\d.])[0-9]{1,2}/[0-9]{1,2}/[0-9]{1,6}(?![\d/])", _broken),
    (
        rf"\b{w.MON}{w.GAP}{w.YEAR_AS_WRITTEN.replace('<>', '')}(?=\s?(?:-|to|until|/|)\s?{w.ANY_MON})",
        _month_of_range,
    ),
    (
        rf"{w.FREE}{w.WEEK}{w.FIRST_DAY}{w.DAY}(?:[-./_]|,?\s|)(?:of\s)?{w.MON}(?:{w.GAP}{w.YEAR})?",
        _day_of_month,
    ),
    (rf"\b{w.MON}\s(?:the\s)?(?P<d>[0-3]?[0-9]){w.TH}(?:,?\s?{w.YEAR})?", _day_of_month),
    (rf"\b{w.MON}\s{w.FIRST_DAY}{w.DAY},?\s(?P<y>{w.Y4}){w.END}", _day_of_month),
    (rf"{w.QUARTER}{w.GAP}{w.YEAR}", _quarter),
    (rf"(?:\bfy\s?)?{w.FREE}{w.YEAR}[\s,:-]{{0,3}}{w.QUARTER}", _quarter),
    (rf"{w.SHORT_SEASON}\.?{w.GAP}{w.YEAR}", _season),
    (rf"{w.FREE}{w.YEAR}[\s,:-]{{1,3}}(?:academic\syear\s)?{w.SEASON}", _season),
    (rf"\bh(?P<half>[12]){w.GAP}{w.YEAR}", _half_year),
    (rf"{w.SIX_TERM}{w.GAP}{w.YEAR}", _numbered_term),
    (rf"{w.FREE}{w.YEAR}[\s,:-]{{1,3}}{w.SIX_TERM}", _numbered_term),
    (rf"{w.FEAST}{w.GAP}{w.YEAR}", _feast),
    (rf"{w.MONTH_WORD}{w.GAP}{w.YEAR}", _month),
    (rf"{w.FREE}(?P<y>{w.Y4})[\s./-]{{0,3}}{w.MON}", _month),
    (rf"\b{w.KIND}\s?(?:year\s?)?[:-]?\s?{w.YEAR}", _kind_of_year),
    (rf"{w.FREE}{w.YEAR}\s{w.KIND}(?:\syear)?\b", _kind_of_year),
    (rf"{w.FREE}(?P<y>{w.Y4})\s?[/-]\s?(?P<to>[0-9]{{2}}(?:[0-9]{{2}})?){w.END}", _split_year),
    (rf"{w.FREE}(?P<yy>1[3-9]|[2-9][0-9])/(?P<tt>[0-9]{{2}}){w.END}", _split_year),
    (rf"{w.FREE}(?P<y>{w.Y4})[/-](?P<m>0[1-9]|1[0-2])(?![0-9/-])", _numbered_month),
    (rf"{w.FREE}(?P<m>0?[1-9]|1[0-2]){w.MARKS}(?P<y>{w.Y4}){w.END}", _numbered_month),
    (r"^(?:by\s|in\s|due\s)?(?P<m>0?[1-9]|1[0-2])[/-](?P<yy>1[3-9]|[2-6][0-9])$", _numbered_month),
    (rf"{w.FREE}(?P<y>{w.Y4})\s?(?:-|to)\s?(?P<to>{w.Y4}|[0-9]{{2}}){w.END}", _years),
    (rf"{w.FREE}(?P<y>{w.Y4}){w.END}", _plain_year),
    (rf"^(?P<y>{w.Y4})(?P<m>0[1-9]|1[0-2])(?P<d>[0-3][0-9])$", _numeric),
    (rf"^(?P<d>[0-3][0-9])(?P<m>0[1-9]|1[0-2])(?P<y>{w.Y4})$", _numeric),
    (r"^(?P<serial>3[7-9][0-9]{3}|4[0-9]{4}|5[0-4][0-9]{3})(?:\.0+)?$", _serial),
    (rf"\b{w.MON}\s(?P<d>[0-9]){w.END}", _if_clear(_day_of_month)),
    (_YEAR_IN_WORDS, _if_clear(_kind_of_year)),
    (w.QUARTER, _quarter),
    (w.SIX_TERM, _if_clear(_numbered_term)),
    (r"^(?:by\s|on\s|due\s)?(?P<d>[0-3]?[0-9])/(?P<m>0?[1-9]|1[0-2])$", _day_of_month),
    (w.SEASON, _if_clear(_season)),
    (w.FEAST, _if_clear(_feast)),
    (_MONTH_IN_WORDS, _if_clear(_month)),
)
