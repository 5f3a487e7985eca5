"""Backups some minutes after a change, and the sign of life beside an open file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.ui import background
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.window.keepers import Keepers

BACKUP_AFTER, HEARTBEAT_EVERY = 15 * 60 * 1000, 30 * 1000


class Safekeeping(QObject):
    """Asks for a backup at most 15 minutes after a change, and renews the lock every 30 seconds.

    `back_up` is done off the window's thread; `keep_lock` says whether the file is still ours.
    """

    backed_up = Signal(object)  # datetime of the newest backup, None while there is none
    lock_lost = Signal()

    def __init__(
        self,
        change_bus: ChangeBus,
        *,
        back_up: Callable[[], datetime],
        last_backup: Callable[[], datetime | None],
        keep_lock: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._back_up, self._last_backup, self._keep_lock = back_up, last_backup, keep_lock
        self._closed = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(BACKUP_AFTER)
        self._wait.timeout.connect(self.back_up_now)
        self._beat = QTimer(self)
        self._beat.setInterval(HEARTBEAT_EVERY)
        self._beat.timeout.connect(self.beat)
        self._beat.start()
        self._bus = change_bus
        change_bus.records_changed.connect(self._changed)
        change_bus.backup_wanted.connect(self.back_up_now)

    def look(self) -> None:
        """Say when the newest backup was made, whoever made it: an import makes its own."""
        self.backed_up.emit(self._last_backup())

    def _changed(self, _tables: frozenset[str]) -> None:
        self.look()
        self.wait()

    def wait(self) -> None:
        """Something is in no backup yet: one is made in a quarter of an hour, or on closing."""
        if not self._wait.isActive():
            self._wait.start()

    @property
    def is_waiting(self) -> bool:
        """Whether something was changed since the last backup."""
        return self._wait.isActive()

    def back_up_now(self) -> None:
        """Make a backup and say when."""
        self._wait.stop()
        background.run(self._back_up, self._say)

    def _say(self, moment: datetime) -> None:
        if not self._closed:
            self.backed_up.emit(moment)
            self._bus.file_looked_after.emit()

    def beat(self) -> None:
        """Say that the file is still open here; say once if somebody took it over."""
        if not self._keep_lock():
            self._beat.stop()
            self.lock_lost.emit()

    def stop(self) -> None:
        """The file is being closed: one last backup if anything waits, then rest."""
        self._beat.stop()
        if self.is_waiting:
            with background.at_once():
                self.back_up_now()
        self._closed = True


def keep(file: OfficeFile, keepers: Keepers, change_bus: ChangeBus, *, parent: QObject) -> Safekeeping:
    """Safekeeping of an office that has a path."""
    path = file.path
    if path is None:
        raise ValueError("an office in memory is not kept")
    keeping = Safekeeping(
        change_bus,
        back_up=lambda: keepers.back_up(path),
        last_backup=lambda: keepers.last_backup(file),
        keep_lock=file.keep_lock,
        parent=parent,
    )
    if not file.read_only and keepers.backup_due(file):
        keeping.wait()  # what was changed before the last session broke off
    return keeping
