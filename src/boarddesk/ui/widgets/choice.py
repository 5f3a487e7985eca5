"""A drop-down of values with their words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter

from boarddesk.ui.look.theme import look

_LEAST, WIDEST_CHOICE, _MOST_LIST = 96, 320, 640
"""Widths of the field: no choice makes a page wider; the list that opens shows more of a long one."""


class Choice(QComboBox):
    """`picked` fires only when a person picks; filling and choosing by code stay silent.

    As wide as its longest choice where there is room, within bounds, and `width` at least; what is cut even
    so is in the tooltip.
    """

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]] = (), *, name: str, width: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(f"{name}, choices")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._wanted, self._most = width, 0
        if width:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(lambda _at: self.picked.emit(self.value()))
        self.currentTextChanged.connect(lambda _words: self._fit())

    def sizeHint(self) -> QSize:
        most = self._most or look().px(WIDEST_CHOICE)
        return QSize(min(self.whole_width(), most), super().sizeHint().height())

    def whole_width(self) -> int:
        """The width at which its longest choice is not cut."""
        return max(super().sizeHint().width() + 2, look().px(self._wanted))

    def bound(self, most: int = 0) -> None:
        """No wider than so many pixels; where none are said, than any choice usually is."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """What is chosen is never cut, within the bounds."""
        option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
        self.initStyleOption(option)
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        beside = self.width() - field.width() + 2
        words = self.fontMetrics().horizontalAdvance(self.currentText()) + beside + 1
        least = min(self.sizeHint().width(), max(words, look().px(_LEAST)))
        return QSize(least, super().minimumSizeHint().height())

    def showPopup(self) -> None:
        """The list is as wide as its choices, within bounds, however narrow the field is."""
        wide = min(self.view().sizeHintForColumn(0) + look().px(24), look().px(_MOST_LIST))
        self.view().setMinimumWidth(min(wide, self.screen().availableGeometry().width()))
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        super().showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._shown()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _shown(self) -> str:
        """As much of the choice as fits, with an ellipsis where it does not."""
        option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
        self.initStyleOption(option)
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        words = self.currentText()
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, field.width() - 2)

    def _fit(self) -> None:
        self.setToolTip("" if self._shown() == self.currentText() else self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page under the pointer and never chooses something else on its way."""
        event.ignore()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; what was chosen stays chosen while it is among them."""
        before = self.value()
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.choose(before)

    def value(self) -> str:
        """The value chosen; empty when there is none."""
        found = self.currentData()
        return str(found) if found is not None else ""

    def choose(self, value: str) -> None:
        """Choose without announcing it; an unknown value chooses the first."""
        self.setCurrentIndex(max(self.findData(value), 0))
