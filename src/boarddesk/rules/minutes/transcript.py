"""A transcript beside the minutes: its lines, cut to the items by the clock, and a line quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

LONG = 600
"""Letters of a line after which somebody who goes on begins another."""


@dataclass(frozen=True)
class SpokenLine:
    """What one person said in one go; `seconds` from the beginning, None where the file gives no times."""

    seconds: int | None
    speaker: str
    text: str

    @property
    def quoted(self) -> str:
        """As it stands in a minute."""
        return f"{self.speaker} said: “{self.text}”" if self.speaker else f"“{self.text}”"


@dataclass(frozen=True)
class FoundTranscript:
    """What a file holds of a meeting: its lines, and where it says so its day and the time it begins."""

    lines: tuple[SpokenLine, ...]
    day: date | None = None
    starts: str = ""

    @property
    def is_timed(self) -> bool:
        """Whether it can be cut to the items by the clock."""
        return any(line.seconds is not None for line in self.lines)


@dataclass(frozen=True)
class Transcript:
    """A transcript that is, or was, kept with a meeting; `starts` is the time of day of its beginning or ''.

    Once it was deleted nothing of it is left but this.
    """

    id: str
    meeting_id: str
    file_name: str
    came_on: date
    starts: str
    line_count: int
    sha256: str = ""
    deleted_on: date | None = None


@dataclass(frozen=True)
class Stretch:
    """The lines spoken while one item was taken; without an item, those before the first began."""

    item_id: str
    lines: tuple[SpokenLine, ...]


def joined(lines: Iterable[SpokenLine]) -> Iterator[SpokenLine]:
    """The lines, those of one speaker who goes on as one, until it is long."""
    held: SpokenLine | None = None
    for line in lines:
        if held and held.speaker == line.speaker and len(held.text) < LONG:
            held = replace(held, text=f"{held.text} {line.text}")
        else:
            if held:
                yield held
            held = line
    if held:
        yield held


def time_of_line(line: SpokenLine, starts: str) -> str:
    """The time of day of a line where the beginning is known, else how far in it is."""
    if line.seconds is None:
        return ""
    at = line.seconds + (_seconds_of(starts) if starts else 0)
    clock = f"{at // 3600 % 24:02d}:{at // 60 % 60:02d}"
    return clock if starts else f"{clock}:{at % 60:02d}"


def stretches(
    lines: Sequence[SpokenLine], *, starts: str, began: Sequence[tuple[str, str]]
) -> tuple[Stretch, ...]:
    """The lines cut where an item began, in the order business was taken; all in one where no time is known.

    `began` is the item and the time of day of each beginning, in whatever order.
    """
    marks = sorted((_seconds_of(time), item_id) for item_id, time in began if time)
    if not starts or not marks:
        return (Stretch("", tuple(lines)),) if lines else ()
    zero = _seconds_of(starts)
    found: list[tuple[str, list[SpokenLine]]] = []
    at = zero
    for line in lines:
        at = zero + line.seconds if line.seconds is not None else at
        item_id = next((item_id for time, item_id in reversed(marks) if time <= at), "")
        if not found or found[-1][0] != item_id:
            found.append((item_id, []))
        found[-1][1].append(line)
    return tuple(Stretch(item_id, tuple(spoken)) for item_id, spoken in found)


def holding(lines: Sequence[SpokenLine], words: str) -> tuple[SpokenLine, ...]:
    """The lines in which every word is found, spoken or as the speaker's name."""
    wanted = words.casefold().split()
    return tuple(
        line for line in lines if all(word in f"{line.speaker} {line.text}".casefold() for word in wanted)
    )


def _seconds_of(time: str) -> int:
    hours, minutes, *rest = (int(part) for part in time.split(":"))
    return hours * 3600 + minutes * 60 + sum(rest)
