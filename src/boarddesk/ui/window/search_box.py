"""Search and commands in one box: type what you want to do, a person, a ref, a seat or a meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from boarddesk.ui.action import SEPARATOR, Action, SearchHit
from boarddesk.ui.look import icons
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.label import label

Search = Callable[[str], Sequence[SearchHit]]
_MOST = 12


class SearchBox(QLineEdit):
    """The results hang under it; arrows move, Enter does, Esc leaves."""

    found_picked = Signal(str, str)  # kind, id
    left = Signal(object)  # the focus goes back to what had it before: a widget that may be gone, or None

    def __init__(self, commands: Callable[[], Sequence[Action]], search: Search) -> None:
        super().__init__()
        self._commands, self._search = commands, search
        self._offers: list[Action | SearchHit] = []
        self._came_from: QWidget | None = None
        self.setPlaceholderText("Search or type a command")
        self.setAccessibleName("Search or type a command")
        self.setAccessibleDescription("Results hang below; arrow keys choose one, Enter opens it")
        sign = QAction(self)
        icons.give(sign, "search")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._keycap()
        self.results = QListWidget()
        self.results.setProperty("ground", "results")
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setAccessibleName("Results")
        self.results.hide()
        self.results.itemClicked.connect(lambda item: self._do(self.results.row(item)))
        self.textEdited.connect(lambda _words: self._look())
        focus = QApplication.instance()
        if isinstance(focus, QApplication):
            focus.focusChanged.connect(self._note_focus)
        self._resize()
        look().changed.connect(self._resize)

    def _keycap(self) -> None:
        self._keys = label("Ctrl+K", "keycap")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(self._keys)

    def _resize(self) -> None:
        hint = QFontMetrics(look().font()).horizontalAdvance(self.placeholderText())
        self.setMinimumWidth(hint + self._keys.sizeHint().width() + look().px(64))
        self.setMaximumWidth(look().px(360))
        self._keys.setFixedHeight(look().px(18))
        self.results.setIconSize(QSize(look().px(16), look().px(16)))

    def _note_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self and before is not None:
            self._came_from = before

    def begin(self) -> None:
        """Ctrl+K: take the focus with all words chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._look()

    def offers(self) -> list[str]:
        """The titles offered now."""
        return [offer.title for offer in self._offers]

    def _look(self) -> None:
        typed = self.text().strip()
        known = [command for command in self._commands() if command.title != SEPARATOR]
        commands = [command for command in known if command.can_be_done() and command.matches(typed)]
        commands.sort(key=lambda command: not command.matches_title(typed))
        found = list(self._search(typed)) if typed else []
        offers: list[Action | SearchHit] = [*commands[: 8 if typed else _MOST], *found]
        self._offers = offers[:_MOST]
        self._show()

    def _show(self) -> None:
        for _ in range(self.results.count()):
            self.results.takeItem(0)  # cleared at once, an item Python made can end the program
        for offer in self._offers:
            self.results.addItem(_item(offer))
        if not self._offers and self.text().strip():
            nothing = QListWidgetItem(
                "Nothing found. Try a name, a ref such as 4.10, or what you want to do."
            )
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.results.addItem(nothing)
        if self._offers:
            self.results.setCurrentRow(0)
        self._place()

    def _place(self) -> None:
        window: QWidget = self.window()
        if self.results.parentWidget() is not window:
            self.results.setParent(window)
        rows = self.results.count()
        self.results.setVisible(rows > 0 and self.hasFocus())
        place = self.mapTo(window, QPoint(0, self.height() + 4))
        high = look().px(30) * rows + look().px(12)
        self.results.setGeometry(
            place.x(), place.y(), look().px(520), min(high, window.height() - place.y() - 40)
        )
        self.results.raise_()

    def leave(self) -> None:
        """Close the results and forget what was typed."""
        self.results.hide()
        self.clear()

    def _do(self, row: int) -> None:
        if not 0 <= row < len(self._offers):
            return
        offer = self._offers[row]
        self._give_back()
        # Once the key is dealt with: a refusal is for the page to say, not for Qt to stumble over.
        QTimer.singleShot(0, self, lambda: self._run(offer))

    def _run(self, offer: Action | SearchHit) -> None:
        if isinstance(offer, Action):
            offer.run()
        else:
            self.found_picked.emit(offer.kind, offer.id)

    def _give_back(self) -> None:
        came_from, self._came_from = self._came_from, None
        self.leave()
        self.left.emit(came_from)

    def event(self, event: QEvent) -> bool:
        """With nothing typed there is nothing of its own to undo: Ctrl+Z is the office's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.text():
            undoes = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in undoes):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.results.currentRow()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.results.isHidden():
                self._look()
            step = 1 if key == Qt.Key.Key_Down else -1
            self.results.setCurrentRow(max(0, min(row + step, len(self._offers) - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(row)
        elif key == Qt.Key.Key_Escape:
            self._give_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.results.hide()


def _item(offer: Action | SearchHit) -> QListWidgetItem:
    detail = offer.keys if isinstance(offer, Action) else offer.detail
    made = QListWidgetItem(f"{offer.title}   {detail}".rstrip())
    made.setIcon(icons.icon(offer.icon or "arrow-right"))
    made.setSizeHint(QSize(0, look().px(30)))
    made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.title}, {detail}" if detail else offer.title)
    return made
