"""The one signal by which news comes up: which tables a change has just written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from boarddesk.records.file.office_file import OfficeFile


class ChangeBus(QObject):
    """Hears one office file after each commit and tells every page, always on the window's thread."""

    records_changed = Signal(object)  # frozenset[str]: the names of the tables written
    file_looked_after = Signal()  # backed up or checked: no record changed, but what is known of the file
    backup_wanted = Signal()

    def __init__(self, file: OfficeFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop: Callable[[], None] | None = file.listen(self.records_changed.emit)

    def close(self) -> None:
        """Hear nothing more."""
        if self._stop is not None:
            self._stop()
            self._stop = None
