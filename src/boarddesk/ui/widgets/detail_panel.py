"""The chosen record beside its list: ref and area, title, facts in two columns, sections under rules."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.buttons import icon_button, link
from boarddesk.ui.widgets.label import WrappedLabel, label, rule

NAME_WIDTH = 80
MARGIN = 16
CLOSE = "Close the detail"


class DetailPanel(QScrollArea):
    """Ground without border. The page clears it and fills it again whenever the record changes."""

    closed = Signal()

    def __init__(self, *, width: int = 372, closable: bool = True) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ground", "panel")
        self.setAccessibleName("Detail")
        self._closable = closable
        self.setFixedWidth(look().px(width))
        self._facts: QGridLayout | None = None
        self.clear()

    def clear(self) -> None:
        """Take everything away; the place stays. A button pressed just now may be part of what goes."""
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        ground = QWidget()
        ground.setProperty("ground", "panel")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(ground)
        self.column.setContentsMargins(MARGIN, 10, MARGIN, 16)
        self.column.setSpacing(6)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._facts = None
        self.setWidget(ground)

    def set_record(self, meta: str, title: str, *, under: str = "", heading: QWidget | None = None) -> None:
        """The head: what it is in small, its title (or what stands in its place), a muted line under it."""
        top = QHBoxLayout()
        top.addWidget(WrappedLabel(meta, "meta"), 1)
        if self._closable:
            close = icon_button("close", CLOSE, self.closed.emit)
            top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self.column.addWidget(heading or _selectable(title, "record"))
        if under:
            self.column.addWidget(WrappedLabel(under, "meta"))
        self.setAccessibleName(f"Detail: {title}")

    def add_fact(self, name: str, value: str | QWidget) -> None:
        """One fact: its name in 80 pixels, then the rest."""
        if self._facts is None:
            self._facts = QGridLayout()
            self._facts.setHorizontalSpacing(4)
            self._facts.setVerticalSpacing(4)
            self._facts.setColumnMinimumWidth(0, look().px(NAME_WIDTH))
            self._facts.setColumnStretch(1, 1)
            self.column.addSpacing(4)
            self.column.addLayout(self._facts)
        row = self._facts.rowCount()
        named = label(name, "meta")
        named.setContentsMargins(0, 0 if isinstance(value, str) else 3, 0, 0)
        self._facts.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
        shown = _selectable(value) if isinstance(value, str) else value
        if not shown.accessibleName() and not isinstance(value, str):
            shown.setAccessibleName(name)
        self._facts.addWidget(shown, row, 1)

    def add_section(
        self, title: str, *, aside: str = "", action: tuple[str, Callable[[], object]] | None = None
    ) -> QVBoxLayout:
        """A rule, a title with a muted note or a link at its right, and room for what belongs under it."""
        self._facts = None
        self.column.addSpacing(4)
        self.column.addWidget(rule())
        self.column.addSpacing(2)
        head = QHBoxLayout()
        head.addWidget(WrappedLabel(title, "section"), 1, Qt.AlignmentFlag.AlignVCenter)
        if aside:
            head.addWidget(label(aside, "meta"))
        if action is not None:
            head.addWidget(_named_link(action, title))
        self.column.addLayout(head)
        inside = QVBoxLayout()
        inside.setSpacing(6)
        self.column.addLayout(inside)
        return inside

    def add(self, shown: QWidget | QLayout) -> None:
        """Anything else, at the end."""
        if isinstance(shown, QWidget):
            self.column.addWidget(shown)
        else:
            self.column.addLayout(shown)

    def add_text(self, words: str, role: str = "") -> None:
        """A paragraph at the end."""
        made = WrappedLabel(words, role)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(made)


def _selectable(words: str, role: str = "") -> WrappedLabel:
    made = WrappedLabel(words, role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _named_link(action: tuple[str, Callable[[], object]], title: str) -> QPushButton:
    made = link(*action)
    made.setAccessibleName(f"{action[0]}: {title}")
    return made
