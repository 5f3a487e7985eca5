"""What is unfinished and wanted on this agenda: a tick list, all ticked, with where each is from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.rules.agenda.carry_forward import CarriedItem, Unfinished
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets.buttons import icon_button, link, reword
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.shape_sign import ShapeSign
from boarddesk.ui.widgets.side_panels import TickPanel

_ROW = 25


class _CarryRow(QWidget):
    """One line: its tick, what it will be called, where it is from; what is late about it in red."""

    def __init__(self, carried: CarriedItem, *, ticked: bool, changed: Callable[[bool], object]) -> None:
        super().__init__()
        actions = carried.kind is Unfinished.ACTIONS
        title = carried.source if actions else carried.title
        source = carried.late or ("" if actions else carried.source)
        self.tick = QCheckBox()
        self.tick.setChecked(ticked)
        self.tick.setAccessibleName(", ".join(part for part in (title, source) if part))
        self.tick.toggled.connect(changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tick)
        self.tick.setProperty("look", "tick")
        words = QVBoxLayout()
        words.setContentsMargins(0, 3, 0, 3)
        words.setSpacing(0)
        words.addWidget(WrappedLabel(title))
        row.addLayout(words, 1)
        if carried.late:
            late = QHBoxLayout()
            late.setSpacing(4)
            late.addWidget(ShapeSign(Shape.TRIANGLE, ink="bad"))
            late.addWidget(label(source, "bad meta"))
            late.addStretch(1)
            (row if actions else words).addLayout(late)  # a sentence stands under its title
        else:
            row.addWidget(label(source, "meta"))
        self.setMinimumHeight(look().px(_ROW))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on the line ticks it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.tick.toggle()


class CarryPanel(TickPanel):
    """Filled again whenever the list changes; what was unticked stays so while the meeting is open."""

    def __init__(self, bring_in: Callable[[Sequence[CarriedItem]], object]) -> None:
        super().__init__()
        self.setAccessibleName("Carry forward")
        self._does = bring_in
        self._carried: tuple[CarriedItem, ...] = ()
        self._left_out: set[tuple[str, ...]] = set()
        self._meeting_id = ""
        self._rows: list[_CarryRow] = []
        self.count = label("", "meta")
        self.bring = link("", self.bring_in)
        self.fold = icon_button("chevron-down", "", self.toggle)
        self.opened.connect(self._fill)

    @property
    def ticked(self) -> list[CarriedItem]:
        """What would be brought in."""
        return [line for line in self._carried if line.key not in self._left_out]

    def show_carried(self, meeting_id: str, carried: Sequence[CarriedItem]) -> None:
        """The list of a meeting."""
        if meeting_id != self._meeting_id:
            self._meeting_id, self._left_out = meeting_id, set()
        elif tuple(carried) == self._carried:
            return
        self._carried = tuple(carried)
        self._fill()

    def bring_in(self) -> None:
        """Bring in what is ticked."""
        self._does(self.ticked)

    def enter(self) -> None:
        """Open it, and give the focus to its first tick."""
        if not self.is_open:
            self.toggle()
        if self._rows:
            self._rows[0].tick.setFocus()

    def _fill(self) -> None:
        self.clear()
        head = QHBoxLayout()
        head.setSpacing(8)
        self.count, self.bring = label("", "meta"), link("", self.bring_in)
        head.addWidget(label("Carry forward", "section"))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.bring)
        if self._low:
            words = "Close the list" if self.is_open else "Open the list"
            self.fold = icon_button("chevron-down" if self.is_open else "chevron-up", words, self.toggle)
            head.addWidget(self.fold)
        self.add(head)
        self._rows = []
        if self.is_open:
            self.add(rule())
            lines = QVBoxLayout()
            lines.setSpacing(0)
            for line in self._carried:
                row = _CarryRow(
                    line,
                    ticked=line.key not in self._left_out,
                    changed=partial(self._tick, line.key),
                )
                row.tick.installEventFilter(self)
                self._rows.append(row)
                lines.addWidget(row)
            self.add(lines)
        self._say()

    def _tick(self, key: tuple[str, ...], on: bool) -> None:
        (self._left_out.discard if on else self._left_out.add)(key)
        self._say()

    def _say(self) -> None:
        many = len(self.ticked)
        self.count.setText(f"{many} of {len(self._carried)} ticked")
        reword(self.bring, f"Bring in {many}")
        self.bring.setEnabled(bool(many))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from tick to tick."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key(), 0)
            ticks = [row.tick for row in self._rows]
            if by and watched in ticks:
                ticks[max(0, min(ticks.index(watched) + by, len(ticks) - 1))].setFocus()
                return True
        return super().eventFilter(watched, event)
