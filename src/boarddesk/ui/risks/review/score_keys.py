"""The keys of likelihood or impact: a number and a word each, the last one named under its key."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import paint
from boarddesk.ui.widgets.label import label

KEY_HEIGHT, _GAP, _LEAST, _PAD = 40, 8, 60, 6


class _Key(QPushButton):
    """One key; what is too long for it stands on two lines, and under its number."""

    def __init__(self, number: int, word: str) -> None:
        super().__init__(f"{number} {word}")
        self.number, self.word = number, word
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("look", "score key")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        longest = max(
            paint.width_of(part, look().font(12, strong=True)) for part in self.word.split() or [""]
        )
        return QSize(max(ceil(longest) + look().px(2 * _PAD), look().px(_LEAST)), look().px(KEY_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed, and the arrows, are for all keys together; Space presses this one."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        here, tokens, chosen = look(), look().tokens, self.isChecked()
        box = QRectF(self.rect())
        paint.box_edge(painter, box, fill=tokens.sel if chosen else tokens.key, edge=tokens.ctl, radius=4)
        if chosen or self.hasFocus():
            paint.focus_ring(painter, box)
        if chosen and self.hasFocus():
            paint.box_edge(painter, box.adjusted(3, 3, -3, -3), fill="", edge=tokens.accent, radius=3)
        ink = tokens.link if chosen else tokens.muted
        words, shown, font = (
            box.adjusted(here.px(25), 2, -here.px(_PAD), -2),
            self.word,
            here.font(strong=chosen),
        )
        if paint.width_of(shown, font) > words.width():
            font = here.font(12, strong=chosen)
        if max(paint.width_of(part, font) for part in shown.split() or [""]) > words.width():
            words, shown = box.adjusted(here.px(_PAD), 2, -here.px(_PAD) + 1, -2), f"{self.number} {shown}"
        else:
            number = QRectF(here.px(10), 0, here.px(12), box.height())
            paint.text(painter, number, str(self.number), font=here.font(strong=True), colour=ink)
        painter.setFont(font)
        painter.setPen(here.colour(tokens.ink))
        painter.drawText(words, int(paint.LEFT) | int(Qt.TextFlag.TextWordWrap), shown)
        painter.end()


class ScoreKeys(QWidget):
    """At most one is chosen; a digit chooses, arrows move on. `picked` fires when a person chooses."""

    picked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: list[_Key] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(1)
        self._last_words = label("last", "meta")
        self._last_words.setParent(self)  # shown before it has a place, it would be a window of its own
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, words: Sequence[str]) -> None:
        """The words of one side of the matrix, lowest first."""
        if [key.word for key in self._keys] == list(words):
            return
        for key in self._keys:
            self._group.removeButton(key)
            self._grid.removeWidget(key)
            key.hide()
            key.deleteLater()
        self._keys = [_Key(number, word) for number, word in enumerate(words, start=1)]
        for at, key in enumerate(self._keys):
            key.clicked.connect(lambda _on=False, number=key.number: self._pick(number))
            self._group.addButton(key)
            self._grid.addWidget(key, 0, at)
            self._grid.setColumnStretch(at, 1)
            key.show()  # a key that its layout has still to show takes no focus
        self._hold_focus()

    def show_score(self, number: int, *, last: int = 0, of: str = "") -> None:
        """What is chosen of a risk (0: nothing) and what it was last; announces nothing."""
        self.setAccessibleName(f"{self.name} of {of}" if of else self.name)
        self._check(number)
        self._grid.removeWidget(self._last_words)
        self._last_words.setVisible(0 < last <= len(self._keys))
        if self._last_words.isVisibleTo(self):
            self._grid.addWidget(self._last_words, 1, last - 1, Qt.AlignmentFlag.AlignHCenter)
        for key in self._keys:
            was = ", last" if key.number == last else ""
            key.setAccessibleName(f"{self.name} {key.number} {key.word}{was}")
        self.updateGeometry()

    def keys(self) -> tuple[QWidget, ...]:
        """The keys in their order, as Tab goes."""
        return tuple(self._keys)

    def value(self) -> int:
        """The number chosen; 0 while none is."""
        return next((key.number for key in self._keys if key.isChecked()), 0)

    def focus_key(self) -> None:
        """Give the focus to the chosen key, else to the first."""
        if self._keys:
            self._keys[max(self.value() - 1, 0)].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is a score; left and right move on from the one chosen."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        typed = int(event.text()) if event.text().isascii() and event.text().isdigit() else 0
        if not held and 0 < typed <= len(self._keys):
            self._pick(typed)
        elif not held and step and self._keys:
            self._pick(min(max(self.value() + step, 1), len(self._keys)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_key()

    def _pick(self, number: int) -> None:
        self._check(number)
        self.picked.emit(number)

    def _check(self, number: int) -> None:
        self._group.setExclusive(False)
        for key in self._keys:
            key.setChecked(key.number == number)
        self._group.setExclusive(True)
        self._hold_focus()
        if any(key.hasFocus() for key in self._keys):
            self.focus_key()

    def _hold_focus(self) -> None:
        """Tab comes to one key alone: the chosen one, else the first."""
        entry = max(self.value() - 1, 0)
        for at, key in enumerate(self._keys):
            key.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == entry else Qt.FocusPolicy.ClickFocus)
