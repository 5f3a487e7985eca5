"""What is printed: text tables that fit the terminal, one JSON document, one calm line for a problem."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from io import TextIOWrapper
from typing import Final, TextIO

from boarddesk.rules.characters import STEERING, readable

STOPPED = "stopped. What was not finished is as it was before."
GAP, NO_BREAK = "  ", "\N{NO-BREAK SPACE}"
NARROWEST = 8
WIDTH_WITHOUT_A_TERMINAL = 120

_NOBODY_READS: Final = {errno.EPIPE, *([errno.EINVAL] if os.name == "nt" else [])}
_BREAKS = re.compile(r"[\t\n\x0b\x0c\r ]+")
"""Where a line may end; a no-break space is not among them."""


_unprinted: list[OSError] = []
"""What kept this command's words from being printed."""


def use_utf8() -> None:
    """Names and signs survive a pipe or an old console, whatever the machine's own encoding.

    A place that whoever called has closed is taken by nothing, so that no file opened later gets its number.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str = "") -> None:
    """Prints to standard output; the only place that does. Where it cannot, the command goes on."""
    put(sys.stdout, f"{readable(text)}\n")


def say_problem(sentence: str) -> None:
    """One line on standard error, whatever line ends the sentence holds."""
    put(sys.stderr, f"boarddesk: {' '.join(readable(sentence).split())}\n")


def all_printed() -> bool:
    """Whether everything said so far has arrived, or nobody wanted it: `head` has seen enough."""
    for stream in (sys.stdout, sys.stderr):
        put(stream)
    lost = bool(_unprinted)
    _unprinted.clear()
    return not lost


def put(stream: TextIO | None, text: str = "") -> None:
    """Without a text what Python held back goes out: a full device refuses even to be given nothing."""
    if stream is None:  # closed by whoever called
        return
    try:
        if text:
            stream.write(text)
        else:
            stream.flush()
    except OSError as error:
        # What Python holds back must go nowhere too, or it would complain once more while ending.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        if stream is sys.stdout and error.errno not in _NOBODY_READS:
            _unprinted.append(error)


def say_note(sentence: str) -> None:
    """What is worth knowing and stops nothing: one line on standard error, beside whatever is printed."""
    say_problem(f"note: {sentence}")


def say_json(document: object) -> None:
    say(as_json(document))


def as_json(document: object) -> str:
    """What would steer a terminal stands there as JSON writes it, `\\u009b`."""
    text = json.dumps(document, ensure_ascii=False, indent=2, default=_plain)
    return STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def _plain(value: object) -> object:
    """What JSON has no word for: days as ISO, decimals as numbers, enums as their value."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[str] = ()) -> str:
    """Columns side by side, long cells wrapped to fit the terminal.

    `right` names the columns of figures; those are never broken within, wide as the line may become.
    """
    cells = [list(headings), *(list(row) for row in rows)]
    columns = list(zip(*cells, strict=True))
    figures = [heading in right for heading in headings]
    words = [_narrowest(column) for column in columns]
    least = [word if figure else min(NARROWEST, word) for word, figure in zip(words, figures, strict=True)]
    widths = _fitted([max(map(_longest_line, column)) for column in columns], words, least)
    lines = [_lines(row, widths=widths, figures=figures) for row in cells]
    rule = GAP.join("─" * width for width in widths)
    return "\n".join([*lines[0], rule, *(line for row in lines[1:] for line in row)])


def _longest_line(cell: str) -> int:
    return max((len(line) for line in cell.splitlines()), default=0)


def _narrowest(column: Sequence[str]) -> int:
    """As wide as its longest word, so that words are broken only where nothing else helps."""
    return max((len(word) for cell in column for word in _BREAKS.split(cell)), default=0)


def fitting(headings: Sequence[str], rows: Sequence[Sequence[str]], *, give_way: Sequence[str]) -> list[str]:
    """The headings for which there is room without breaking a word; `give_way` are left out first to last."""
    widths = {
        heading: max(_narrowest([heading]), _narrowest([row[at] for row in rows]))
        for at, heading in enumerate(headings)
    }
    for heading in give_way:
        if sum(widths.values()) + len(GAP) * (len(widths) - 1) <= terminal_width():
            break
        widths.pop(heading, None)
    return list(widths)


def held_together(text: str) -> str:
    """A figure that is not to be broken where a line ends; a table prints it with plain spaces."""
    return text.replace(" ", NO_BREAK)


def _fitted(widths: list[int], words: list[int], least: list[int]) -> list[int]:
    """Takes from the widest column until the row fits; from words only when every column is at its words."""
    room = terminal_width() - len(GAP) * (len(widths) - 1)
    fitted = _taken(widths, to=words, room=room)
    return _taken(
        fitted, to=[min(floor, width) for floor, width in zip(least, fitted, strict=True)], room=room
    )


def _taken(widths: list[int], *, to: Sequence[int], room: int) -> list[int]:
    taken = list(widths)
    while sum(taken) > room:
        spare = [width if width > least else 0 for width, least in zip(taken, to, strict=True)]
        if not any(spare):
            break
        taken[spare.index(max(spare))] -= 1
    return taken


def terminal_width() -> int:
    return shutil.get_terminal_size((WIDTH_WITHOUT_A_TERMINAL, 24)).columns


def paragraph(text: str) -> str:
    """Running text, wrapped to the terminal."""
    return textwrap.fill(text, terminal_width())


def _lines(row: Sequence[str], *, widths: Sequence[int], figures: Sequence[bool]) -> list[str]:
    wrapped = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    height = max(len(cell) for cell in wrapped)
    padded = [cell + [""] * (height - len(cell)) for cell in wrapped]
    return [_line(parts, widths=widths, figures=figures) for parts in zip(*padded, strict=True)]


def _wrapped(cell: str, width: int) -> list[str]:
    return [part for line in cell.splitlines() for part in textwrap.wrap(line, width) or [""]] or [""]


def _line(parts: Sequence[str], *, widths: Sequence[int], figures: Sequence[bool]) -> str:
    placed = [
        part.rjust(width) if figure else part.ljust(width)
        for part, width, figure in zip(parts, widths, figures, strict=True)
    ]
    return GAP.join(placed).rstrip().replace(NO_BREAK, " ")
