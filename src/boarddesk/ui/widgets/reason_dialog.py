"""Changing a status: from → to, who says so, as at, why; nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from boarddesk.rules.statuses.status import SaidBy, Status
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.drafts import KEPT, keep_while_closed
from boarddesk.ui.widgets.form import Field
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.opening import pop_up_under
from boarddesk.ui.widgets.segments import Segments
from boarddesk.ui.widgets.status_chip import StatusChip
from boarddesk.ui.widgets.window_place import room_for

_TEXT, _LEAST_TEXT = 88, 44


@dataclass(frozen=True)
class Reason:
    """What the person answered."""

    status_key: str
    said_by: SaidBy
    as_at: date
    text: str


class ReasonDialog(QDialog):
    """Opens with `open()`; `given` carries the Reason. The primary is off until the reason has words.

    `about` is the id of the record judged, `way` says where a status as at a day would be heading.
    """

    given = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        record: str,
        about: str,
        statuses: Sequence[Status],
        old: Status | None,
        new: Status,
        today: date,
        way: Callable[[Status, date], str],
        button: str = "Change status",
        hint: str = "Kept with the status and printed in the highlight report.",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._statuses, self._old, self._way_to = tuple(statuses), old, way
        self._to_chip = StatusChip(new)
        self._new = new
        self._others = buttons.icon_button("chevron-down", "Choose another status", self._offer)
        self._way = label()
        self._who = Segments([(who.value, who.value.capitalize()) for who in SaidBy], name="Who says so")
        self._as_at = DateField(today, name="As at")
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(look().px(_TEXT))
        self._accept = buttons.primary(button, self._give)
        self._accept.setDefault(True)
        self._lay_out(title, record, hint, about=about)
        self._connect()

    def _lay_out(self, title: str, record: str, hint: str, *, about: str) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(WrappedLabel(record, "muted"))
        column.addLayout(self._change_row())
        column.addWidget(self._way)
        facts = QHBoxLayout()
        facts.addWidget(Field("Who says so", self._who), 0, Qt.AlignmentFlag.AlignTop)
        facts.addStretch(1)
        facts.addWidget(Field("As at", self._as_at), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(facts)
        reason = Field("Reason", self._text, hint=hint)
        column.addWidget(reason)
        if keep_while_closed(self, about, {"reason": self._text}):
            reason.say(KEPT)
        column.addSpacing(4)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(buttons.secondary("Cancel", self.reject))
        foot.addWidget(self._accept)
        column.addLayout(foot)
        self.setFixedWidth(look().px(520))

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its parts, now that wrapped words know their width; a low screen takes of the text."""
        super().showEvent(event)
        column = self._column
        column.activate()
        over = column.sizeHint().height() - room_for(self).height()
        if over > 0:
            self._text.setFixedHeight(max(look().px(_TEXT) - over, look().px(_LEAST_TEXT)))
            column.activate()
        self.resize(self.width(), column.sizeHint().height())

    def _change_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label("From", "muted"))
        row.addWidget(StatusChip(self._old))
        row.addWidget(label("to", "muted"))
        row.addWidget(self._to_chip)
        row.addWidget(self._others)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self._text.textChanged.connect(self._judge)
        self._as_at.textChanged.connect(self._judge)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._give)
        self._judge()
        self._text.setFocus()

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName("New status")
        for status in self._statuses:
            menu.addAction(status.shown).triggered.connect(
                lambda _on=False, status=status: self.choose(status)
            )
        pop_up_under(menu, self._others)

    def choose(self, status: Status) -> None:
        """Another status to change to."""
        self._new = status
        self._to_chip.set_status(status)
        self._judge()

    def _judge(self) -> None:
        same = self._old is not None and self._old.key == self._new.key
        as_at = self._as_at.value()
        self._way.setText(self._way_to(self._new, as_at) if as_at else "")
        self._accept.setEnabled(
            bool(self._text.toPlainText().strip()) and self._as_at.value() is not None and not same
        )

    def _give(self) -> None:
        as_at = self._as_at.value()
        if not self._accept.isEnabled() or as_at is None:
            return
        said_by = SaidBy(self._who.value())
        self.given.emit(Reason(self._new.key, said_by, as_at, self._text.toPlainText().strip()))
        self.accept()

    def write(self, text: str) -> None:
        """Put words into the reason, as if typed."""
        self._text.setPlainText(text)
