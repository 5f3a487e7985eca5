"""Over the text: bold, bullets and the rows, each with the key that does it; under it, what was kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from boarddesk.rules.minutes.block import BlockKind
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes.row_drawing import ICONS
from boarddesk.ui.meetings.minutes.writing_field import ROW_KEYS, WritingField
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.icon_sign import IconSign
from boarddesk.ui.widgets.label import ElidedLabel, label, set_role, upright_rule

FULL_SCREEN = "F11"


class WritingTools(QWidget):
    """One line; where it is narrow the keys leave from the last on, and stand in the tooltips."""

    def __init__(
        self, field: WritingField, *, ask: Callable[[BlockKind], object], full_screen: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._caps: list[QLabel] = []
        bold = buttons.quiet("B", field.toggle_bold)
        bold.setAccessibleName("Bold")
        bold.setToolTip("Bold (Ctrl+B)")
        bold.setProperty("look", "tool")
        bold.setProperty("ink", "bold")
        self._row.addWidget(bold)
        bullets = buttons.icon_button("bullets", "Bullets", field.toggle_bullets)
        bullets.setToolTip("Bullets (Ctrl+L)")
        self._row.addWidget(bullets)
        line = upright_rule()
        line.setFixedHeight(look().px(18))
        self._row.addSpacing(2)
        self._row.addWidget(line)
        self._row.addSpacing(2)
        for kind, keys in ROW_KEYS.items():
            self._add(kind.capitalize(), ICONS[kind], keys, partial(ask, kind))
        full = buttons.icon_button("full-screen", "Full screen", full_screen)
        full.setToolTip(f"Full screen ({FULL_SCREEN})")
        self._row.addWidget(full)
        self._cap(FULL_SCREEN)
        self._row.addStretch(1)

    def _add(self, words: str, icon: str, keys: str, does: Callable[[], object]) -> None:
        button = buttons.quiet(words, does, icon=icon)
        button.setProperty("look", "tool")
        button.setToolTip(f"{words} ({keys})")
        self._row.addWidget(button)
        self._cap(keys)

    def _cap(self, keys: str) -> None:
        cap = label(keys, "keycap")
        cap.setFixedHeight(look().px(18))
        self._caps.append(cap)
        self._row.addWidget(cap)
        self._row.addSpacing(2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = sum(button.sizeHint().width() for button in self.findChildren(QPushButton))
        left = self.width() - shown - look().px(21)
        for cap in self._caps:
            left -= cap.sizeHint().width()
            cap.setVisible(left >= 0)

    def set_on(self, on: bool) -> None:
        """Whether anything can be typed; the whole screen may be had in any case."""
        for button in self.findChildren(QPushButton):
            button.setEnabled(on or button.accessibleName() == "Full screen")


class KeptLine(QWidget):
    """What is kept, to the second, and what came of it; at the right which copy this is."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = IconSign("check", ink="good")
        self.words = ElidedLabel("", "meta")
        self.copy = label("", "meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self.copy)
        self._kept = self.rows = ""

    def show_rows(self, rows: str, *, copy: str) -> None:
        """What stands in the text, and how far the minutes are."""
        self.rows = rows
        self.copy.setText(copy)
        self._say()

    def kept(self, at: time) -> None:
        """Everything typed is in the file."""
        set_role(self.words, "meta")
        self.sign.setVisible(True)
        self._kept = f"All that is typed is kept, last at {at:%H:%M:%S}"
        self._say()

    def problem(self, sentence: str) -> None:
        """It is not, and why; what was typed still stands in the field."""
        set_role(self.words, "bad meta")
        self.sign.setVisible(False)
        self._kept = sentence
        self._say()

    def _say(self) -> None:
        self.sign.setVisible(bool(self._kept))
        self.words.setText("  ·  ".join(filter(None, (self._kept, self.rows))))
