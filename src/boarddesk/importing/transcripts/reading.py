"""Opens a transcript by what it is, and reads its lines, its day and when it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from lxml import etree

from boarddesk.importing.tables.package import Package
from boarddesk.importing.tables.separated import decoded
from boarddesk.importing.transcripts.spoken import opening, spoken
from boarddesk.rules.dates.time_of_day import read_time
from boarddesk.rules.minutes.transcript import FoundTranscript, SpokenLine, joined
from boarddesk.rules.refused import FileProblem

MOST_BYTES: Final = 20 * 1024 * 1024
_HOUR: Final = 3600
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_IN_NAME: Final = (
    re.compile(r"(?P<gmt>GMT)(?P<day>\d{8})-(?P<time>\d{6})", re.ASCII),
    re.compile(r"(?P<day>\d{8})_(?P<time>\d{6})(?P<gmt>UTC)?", re.ASCII),
    re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?P<time>)(?P<gmt>)", re.ASCII),
)
_DAY: Final = re.compile(
    r"(?P<first>\d{1,2}|[A-Za-z]{3,9})\.? (?P<second>\d{1,2}|[A-Za-z]{3,9}),? (?P<year>\d{4})"
    r"(?:,? *(?:at )?(?P<time>\d{1,2}[:.]\d{2} ?(?:[ap]m)?))?",
    re.IGNORECASE | re.ASCII,
)


def read_transcript(content: bytes, name: str) -> FoundTranscript:
    """What was said, when and by whom; a FileProblem says why not.

    Read what you do not trust through `child.read_transcript_apart`, which bounds time and memory too.
    """
    if not content.strip():
        raise FileProblem(f"“{name}” is empty.")
    if len(content) > MOST_BYTES:
        raise FileProblem(f"“{name}” is far bigger than what is said at a meeting. Nothing was taken in.")
    lines = _in_word(content, name) if content.startswith(b"PK") else _in_text(content, name)
    found = tuple(joined(spoken(lines)))
    if not found:
        raise FileProblem(
            f"“{name}” is not a transcript: nobody is named in it with what they said. "
            "Teams and Zoom save one as .vtt, Teams as .docx too."
        )
    day, starts = _dated(opening(lines), name)
    return _from_the_clock(found, day, starts)


def _in_text(content: bytes, name: str) -> list[str]:
    text = decoded(content)
    if "\0" in text[:4096]:
        raise FileProblem(
            f"“{name}” is not a transcript: it holds no text. Save it from Teams or Zoom as .vtt."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "").split("\n")


def _in_word(content: bytes, name: str) -> list[str]:
    """The paragraphs of a Word document, a line break in one beginning another line."""
    package = Package(Path(name), content)
    if "word/document.xml" not in package:
        raise FileProblem(
            f"“{name}” is not a Word document. Save the transcript from Teams as .docx or .vtt."
        )
    lines = []
    for paragraph in package.xml("word/document.xml").iter(f"{_WORD}p"):
        words = [
            _SIGNS.get(etree.QName(part).localname) or part.text or ""
            for part in paragraph.iter(*(f"{_WORD}{name}" for name in ("t", *_SIGNS)))
        ]
        lines.extend("".join(words).split("\n"))
    return lines


_SIGNS: Final = {"br": "\n", "cr": "\n", "tab": "\t"}


def _from_the_clock(lines: tuple[SpokenLine, ...], day: date | None, starts: str) -> FoundTranscript:
    """Where the times are those of the day, as Zoom saves captions, they say when it begins."""
    first = next((line.seconds for line in lines if line.seconds is not None), None)
    if starts or first is None or first < _HOUR:
        return FoundTranscript(lines, day, starts)
    zero = first // 60 * 60
    since = tuple(
        SpokenLine(None if line.seconds is None else max(line.seconds - zero, 0), line.speaker, line.text)
        for line in lines
    )
    return FoundTranscript(since, day, f"{zero // _HOUR % 24:02d}:{zero // 60 % 60:02d}")


def _dated(before: Sequence[str], name: str) -> tuple[date | None, str]:
    """The day and the time of day at which it begins, as written above it or in the file's name."""
    for line in before[:12]:
        for match in _DAY.finditer(line):
            day = _day(match["first"], match["second"], match["year"])
            if day:
                time = read_time(match["time"]) if match["time"] else None
                return day, time or ""
    for pattern in _IN_NAME:
        named = pattern.search(name)
        if named and (moment := _moment(named["day"], named["time"])):
            local = _in_england(moment) if named["gmt"] else moment
            return local.date(), f"{local:%H:%M}" if named["time"] else ""
    return None, ""


def _day(first: str, second: str, year: str) -> date | None:
    number, month = (first, second) if first.isdigit() else (second, first)
    if not number.isdigit() or month[:3].casefold() not in _MONTHS:
        return None
    try:
        return date(int(year), _MONTHS.index(month[:3].casefold()) + 1, int(number))
    except ValueError:
        return None


def _moment(day: str, time: str) -> datetime | None:
    try:
        written = f"{day.replace('-', '')} {time or '000000'}"
        return datetime.strptime(written, "%Y%m%d %H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _in_england(moment: datetime) -> datetime:
    """Greenwich time as English clocks show it: an hour later from March to October."""
    begins, ends = (_last_sunday(moment.year, month) for month in (3, 10))
    return moment + timedelta(hours=1) if begins <= moment < ends else moment


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
