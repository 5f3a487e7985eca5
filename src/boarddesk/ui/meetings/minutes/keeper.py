"""Keeps what is written in the field: at every pause, and at least every two seconds while somebody types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.ui.meetings.minutes.writing_field import WritingField

PAUSE, LONGEST = 600, 1200
"""Milliseconds without a key, and of typing, until it is kept; the rest of two seconds is for the disk."""


class Keeper(QObject):
    """Keeps the texts of a field in an office. What could not be kept stays in the field and is tried again.

    Leaving the field keeps at once, so that whatever is done next finds the whole text.
    """

    kept = Signal(object)  # datetime.time
    problem = Signal(str)

    def __init__(
        self, field: WritingField, file: OfficeFile, *, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(field)
        self._field, self._file, self._now = field, file, now
        self._pause, self._longest = self._timer(PAUSE), self._timer(LONGEST)
        field.edited.connect(self._begin)
        field.paste_shortened.connect(self._refuse_the_rest)
        field.installEventFilter(self)

    def keep_now(self) -> bool:
        """Keep all that is not kept yet; whether all of it is."""
        self._pause.stop()
        self._longest.stop()
        try:
            for item_id, text in self._field.unkept():
                with self._field.being_kept():
                    text.took_ids(keep_minute(self._file, item_id, text.blocks(), known=text.known))
                self.kept.emit(self._now().time())
        except Refused as refused:
            self.problem.emit(refused.sentence)
            return False
        except FileProblem as trouble:
            self._longest.start()
            self.problem.emit(trouble.sentence)
            return False
        return True

    def stop(self) -> None:
        """Keep no more: the office is closed."""
        self._field.edited.disconnect(self._begin)
        self._field.paste_shortened.disconnect(self._refuse_the_rest)
        self._field.removeEventFilter(self)
        self._pause.stop()
        self._longest.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.keep_now()
        return super().eventFilter(watched, event)

    def _refuse_the_rest(self, sentence: str) -> None:
        """Said once what came is kept: a notice goes when what the page shows changes."""
        if self.keep_now():
            raise Refused(sentence)

    def _begin(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self, singleShot=True, interval=milliseconds)
        made.timeout.connect(self.keep_now)
        return made
