"""A chosen document read off the window's thread, and read again with what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boarddesk.importing.deciding.child import open_apart, read_again_apart
from boarddesk.importing.deciding.reading import Reading, ReadingChoices
from boarddesk.importing.tables.grid import SourceTables
from boarddesk.records.file.moments import day_saved


@dataclass(frozen=True)
class Source:
    """A document that was opened: where it lies, its tables, also as they are handed on, and its day."""

    path: Path
    tables: SourceTables
    handed: bytes
    dated: date


def open_source(path: Path, *, today: date, given_up: Callable[[], bool]) -> tuple[Source, Reading]:
    """The document with a first reading; raises FileProblem with a sentence."""
    opened = open_apart(path, given_up=given_up)
    source = Source(path, opened.tables, opened.handed, min(day_saved(path), today))
    return source, opened.reading


def read(source: Source, wanted: ReadingChoices, *, given_up: Callable[[], bool]) -> Reading:
    """The document read again as it was opened, with what was chosen."""
    return read_again_apart(source.path.name, source.handed, wanted, given_up=given_up)
