"""The matters of a file's health: what each is about, its sentence with the proof under it, one verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boarddesk.rules.health.sentences import HealthLine, LineState, Verb
from boarddesk.ui.look.theme import look
from boarddesk.ui.look.tokens import Shape
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import WrappedLabel, label, rule
from boarddesk.ui.widgets.shape_sign import ShapeSign

_SIGNS: Final = {
    LineState.TO_DO: (Shape.DIAMOND, "warn", "to do"),
    LineState.NOTE: (Shape.RING, "muted", "note"),
    LineState.GOOD: (Shape.DOT, "good", "in order"),
}
_TITLE, _LEAST = 96, 32

Does = Mapping[Verb, Callable[[], object]]


class MatterList(QWidget):
    """Filled anew only where something else is to be said, so that the focus stays where it is."""

    def __init__(self, does: Does) -> None:
        super().__init__()
        self._does = does
        self._rows: dict[str, _Matter] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName("How the file is")

    def show_lines(self, lines: Sequence[HealthLine]) -> None:
        """These matters in this order; a verb that had the focus keeps it."""
        same = list(self._rows) == [line.title for line in lines]
        if same and all(self._rows[line.title].takes(line) for line in lines):
            return
        focused = next((title for title, row in self._rows.items() if row.has_focus()), "")
        while item := self._column.takeAt(0):
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        self._rows = {line.title: _Matter(line, self._does.get(line.verb)) for line in lines}
        for row in self._rows.values():
            self._column.addWidget(row)
        if focused in self._rows:
            self._rows[focused].take_focus()

    def verb_of(self, title: str) -> QPushButton | None:
        """The button at the right of a matter."""
        row = self._rows.get(title)
        return row.verb if row is not None else None

    def said(self) -> list[tuple[str, str, str]]:
        """What is shown: each matter, its sentence and its proof."""
        return [(title, row.sentence.text(), row.proof.text()) for title, row in self._rows.items()]


class _Matter(QWidget):
    """One line over a hairline, as high as its words."""

    def __init__(self, line: HealthLine, does: Callable[[], object] | None) -> None:
        super().__init__()
        self._line = line
        self.sentence, self.proof = WrappedLabel(line.sentence), WrappedLabel(line.proof, "meta")
        self.verb = buttons.link(line.verb.value, does) if line.verb and does is not None else None
        shape, ink, said = _SIGNS[line.state]
        row = QHBoxLayout()
        row.setContentsMargins(12, 3, 12, 4)
        row.setSpacing(8)
        row.addStrut(look().px(_LEAST))
        row.addWidget(ShapeSign(shape, ink=ink, said=said), 0, Qt.AlignmentFlag.AlignTop)
        title = label(line.title, "muted")
        title.setMinimumWidth(look().px(_TITLE))
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        words.addWidget(self.proof)
        words.addStretch(1)
        row.addLayout(words, 1)
        if self.verb is not None:
            self.verb.setAccessibleName(f"{line.verb.value}: {line.title}")
            row.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(rule("line"))
        self._say(line)

    def takes(self, line: HealthLine) -> bool:
        """Whether it could show the line in place of its own: the same sign and verb, perhaps other words."""
        if (line.state, line.verb) != (self._line.state, self._line.verb):
            return False
        self._line = line
        self.sentence.setText(line.sentence)
        self.proof.setText(line.proof)
        self._say(line)
        return True

    def _say(self, line: HealthLine) -> None:
        said = _SIGNS[line.state][2]
        self.setAccessibleName(f"{line.title}, {said}: {line.sentence} {line.proof}")

    def has_focus(self) -> bool:
        return self.verb is not None and self.verb.hasFocus()

    def take_focus(self) -> None:
        if self.verb is not None:
            self.verb.setFocus()
