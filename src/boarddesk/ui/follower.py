"""One part of the window outside the pages that rereads itself whenever what it read has been written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui.change_bus import ChangeBus


class Follower(QObject):
    """Calls `read` when told to, and again after each change of what it read the time before."""

    def __init__(
        self, file: OfficeFile, bus: ChangeBus, read: Callable[[], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._file, self._read = file, read
        self._heard: frozenset[str] = frozenset()
        bus.records_changed.connect(self._hear)

    def renew(self) -> None:
        """Read now, and hear what was read."""
        with self._file.reading() as seen:
            self._read()
        self._heard = frozenset(seen)

    def _hear(self, tables: frozenset[str]) -> None:
        if tables & self._heard:
            self.renew()
