"""The chosen record beside its list: ref and area, title, facts in two columns, sections under rules."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
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
from boarddesk.ui.widgets.label import WrappedLabel, label, rule, upright_rule

NAME_WIDTH = 80
MARGIN = 16
_SHARE = 4
_OFTEN = 6
CLOSE = "Close the detail"


class DetailPanel(QScrollArea):
    """Ground without border. The page clears it and fills it again whenever the record changes."""

    closed = Signal()
    spread_changed = Signal()

    def __init__(self, *, width: int = 372, closable: bool = True) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("ground", "panel")
        self.setAccessibleName("Detail")
        self._closable, self._spread = closable, False
        self._heard = 0
        self.setFixedWidth(look().px(width))
        self._facts: QGridLayout | None = None
        self.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words that fit without the bar and not beside it bring it and take it for ever, each time within
        the time before, until the program ends: it is heard a few times, and then stands.
        """
        if self._heard == _OFTEN:
            return False
        self._heard += 1
        try:
            return super().eventFilter(watched, event)
        finally:
            self._heard -= 1

    def clear(self) -> None:
        """Take everything away; the place stays. A button pressed just now may be part of what goes."""
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        ground = QWidget()
        ground.setProperty("ground", "panel")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._across = QHBoxLayout(ground)
        self._across.setContentsMargins(MARGIN, 10, MARGIN, 16)
        self._across.setSpacing(MARGIN)
        self._add_column(_SHARE)
        self.setWidget(ground)

    def _add_column(self, share: int) -> None:
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._across.addLayout(self.column, share)
        self._facts, self._begun = None, True

    # ── spread over columns ──

    @property
    def is_spread(self) -> bool:
        """Whether it lies under its list, its parts in columns beside each other."""
        return self._spread

    def set_spread(self, spread: bool) -> None:
        """Its parts in columns beside each other, or below each other; it is to be filled again."""
        if spread != self._spread:
            self._spread = spread
            self.spread_changed.emit()

    def next_column(self, share: int = _SHARE) -> None:
        """What follows stands in a column of its own, where its parts are in columns."""
        if self._spread:
            self._across.addWidget(upright_rule())
            self._add_column(share)

    def end_columns(self) -> None:
        """All is there: where it is spread the cross that closes it stands at the far right."""
        if self._spread and self._closable:
            close = icon_button("close", CLOSE, self.closed.emit)
            self._across.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def set_record(self, meta: str, title: str, *, under: str = "", heading: QWidget | None = None) -> None:
        """The head: what it is in small, its title (or what stands in its place), a muted line under it."""
        top, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(WrappedLabel(meta, "meta"))
        words.addWidget(heading or _selectable(title, "record"))
        top.addLayout(words, 1)
        if self._closable and not self._spread:
            close = icon_button("close", CLOSE, self.closed.emit)
            top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        if under:
            self.column.addWidget(WrappedLabel(under, "meta"))
        self.setAccessibleName(f"Detail: {title}")
        self._begun = False

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
        self,
        title: str,
        *,
        beside: str = "",
        aside: str | QWidget = "",
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> QVBoxLayout:
        """A rule, a title with a note beside it or a note or link at its right, and room under it."""
        self._facts = None
        if not self._begun:
            self.column.addSpacing(4)
            self.column.addWidget(rule())
            self.column.addSpacing(2)
        self._begun = False
        head = QHBoxLayout()
        if beside:
            head.setSpacing(8)
            head.addWidget(label(title, "section"))
            head.addWidget(WrappedLabel(beside, "meta"), 1)
        else:
            head.addWidget(WrappedLabel(title, "section"), 1, Qt.AlignmentFlag.AlignVCenter)
        if aside:
            head.addWidget(label(aside, "meta") if isinstance(aside, str) else aside)
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
