"""What was read is kept until one of its tables is written, and heard as if it were read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from boarddesk.records.file.office_file import OfficeFile

Result = TypeVar("Result")


class KeptReading:
    """Whoever hears of a change says so with `forget` before anything is read again."""

    def __init__(self) -> None:
        self._file: OfficeFile | None = None
        self._kept: dict[Hashable, tuple[frozenset[str], Any]] = {}

    def read(self, file: OfficeFile, key: Hashable, reads: Callable[[], Result]) -> Result:
        """What `reads` gives, or gave under that key from this file since its tables were last written."""
        if file is not self._file:
            self._file = file
            self._kept.clear()
        if key not in self._kept:
            with file.reading() as seen:
                result = reads()
            self._kept[key] = (frozenset(seen), result)
        self.hear(file)
        kept: Result = self._kept[key][1]
        return kept

    def hear(self, file: OfficeFile) -> None:
        """All that is kept counts as read."""
        for tables, _result in self._kept.values():
            file.counts_as_read(tables)

    def forget(self, tables: frozenset[str]) -> None:
        """These were written: what came from them is read again when it is next wanted."""
        self._kept = {key: kept for key, kept in self._kept.items() if not kept[0] & tables}
