"""One row of the corrections: who, the words with the change, and the choice; a conflict side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from boarddesk.rules.minutes.corrections.points import CorrectionPoint, who
from boarddesk.rules.minutes.corrections.showing import how_of, note_of, shown, spoken, title_of
from boarddesk.rules.minutes.corrections.suggestion import CorrectionChoice, Suggestion
from boarddesk.rules.minutes.draft import Circulation
from boarddesk.rules.wording import day_in_short
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.corrections.marked_text import MarkedText
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.icon_sign import IconSign
from boarddesk.ui.widgets.label import WrappedLabel, label, set_role, upright_rule
from boarddesk.ui.widgets.segments import Segments

WHO_WIDTH = 120
AS_CIRCULATED = "as circulated"
_KEYS = {
    Qt.Key.Key_A: CorrectionChoice.ACCEPTED,
    Qt.Key.Key_R: CorrectionChoice.REFUSED,
    Qt.Key.Key_Backspace: CorrectionChoice.UNDECIDED,
}


class PointRow(QFrame):
    """As high as its text. A accepts, R refuses, Backspace leaves it open; arrows go on, Enter opens it.

    In a conflict 1, 2 and 3 choose a version, 0 leaves it as circulated.
    """

    came = Signal(str)
    opened = Signal(str)
    stepped = Signal(int)
    accepted = Signal(str, str)  # the point, the version by its first suggestion; '' where none is taken
    left_open = Signal(str)
    answer_wanted = Signal(str)

    def __init__(self, point: CorrectionPoint, draft: Circulation) -> None:
        super().__init__()
        self.point, self._draft = point, draft
        self._texts: list[MarkedText] = []
        self._radios: list[tuple[str, QRadioButton]] = []
        self._segments: Segments | None = None
        self.setProperty("role", "correction")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.show_point(point)

    # ── laying out ──

    def _lay_out(self) -> None:
        if self.point.is_conflict:
            self._lay_out_conflict()
            return
        across = QHBoxLayout(self)
        across.setContentsMargins(9, 7, 12, 7)
        across.setSpacing(12)
        across.addWidget(self._who(), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(self._words(self.point.first), 1)
        across.addWidget(self._choice(), 0, Qt.AlignmentFlag.AlignTop)

    def _who(self) -> QWidget:
        made = QWidget()
        made.setFixedWidth(look().px(WHO_WIDTH))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WrappedLabel(who(self.point.versions[0])))
        column.addWidget(WrappedLabel(how_of(self.point.first), "meta"))
        return made

    def _words(self, one: Suggestion) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        if not self.point.is_comment or one.edits:
            self._add_text(column, one)
        if note := note_of(one, self._draft):
            column.addWidget(WrappedLabel(note, "meta"))
        if one.said:
            said = QHBoxLayout()
            said.setSpacing(6)
            said.addWidget(IconSign("quote"), 0, Qt.AlignmentFlag.AlignTop)
            about = f" on “{one.was}”" if one.was and not one.edits else ""
            said.addWidget(WrappedLabel(f"“{one.said}”{about}", "meta ink"), 1)
            column.addLayout(said)
        column.addStretch(1)
        return column

    def _add_text(self, column: QVBoxLayout, one: Suggestion) -> None:
        text = MarkedText(shown(one))
        self._texts.append(text)
        column.addWidget(text)

    def _choice(self) -> QWidget:
        if self.point.is_comment:
            answer = buttons.link("Answer", lambda: self.answer_wanted.emit(self.point.key))
            answer.setAccessibleName(f"Answer {self.point.first.author}")
            return answer
        kinds = [(CorrectionChoice.ACCEPTED.value, "Accept"), (CorrectionChoice.REFUSED.value, "Refuse")]
        self._segments = Segments(kinds, name=f"Change by {who(self.point.versions[0])}", small=True)
        self._segments.clear()
        self._segments.picked.connect(self._picked)
        return self._segments

    def _picked(self, value: str) -> None:
        was = CorrectionChoice.ACCEPTED if self.point.chosen else self.point.first.choice
        self._decide(CorrectionChoice(value) if value != was else CorrectionChoice.UNDECIDED)

    def _lay_out_conflict(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 7, 12, 7)
        column.setSpacing(4)
        head = QHBoxLayout()
        names = len(self.point.versions)
        count = {2: "Two people", 3: "Three people"}.get(names, f"{names} people")
        line = title_of(self.point.first, self._draft)
        about = line.removeprefix("Decision ") if "D-" in line else "the same words"
        head.addWidget(label("◆", "warn strong"))
        head.addWidget(label(f"{count} changed {about}", "warn strong"))
        head.addWidget(label("choose one, or write it yourself", "meta"))
        head.addStretch(1)
        head.addWidget(self._radio("", AS_CIRCULATED))
        column.addLayout(head)
        is_wide = len(self.point.versions) == 2
        versions = QHBoxLayout() if is_wide else QVBoxLayout()
        versions.setSpacing(12)
        for at, version in enumerate(self.point.versions):
            if at and is_wide:
                versions.addWidget(upright_rule())
            versions.addLayout(self._version(version[0], who(version)), 1)
        column.addLayout(versions)

    def _version(self, one: Suggestion, name: str) -> QVBoxLayout:
        column, head = QVBoxLayout(), QHBoxLayout()
        column.setSpacing(2)
        head.addWidget(self._radio(one.id, name))
        dated = f" {day_in_short(one.made_on)}" if one.made_on else ""
        head.addWidget(label(f"{how_of(one)}{dated}", "meta"))
        head.addStretch(1)
        column.addLayout(head)
        self._add_text(column, one)
        if note := note_of(one, self._draft):
            column.addWidget(WrappedLabel(note, "meta"))
        column.addStretch(1)
        return column

    def _radio(self, suggestion_id: str, words: str) -> QRadioButton:
        made = QRadioButton(words)
        made.setAutoExclusive(False)
        made.clicked.connect(lambda: self.accepted.emit(self.point.key, suggestion_id))
        self._radios.append((suggestion_id, made))
        return made

    # ── showing ──

    def show_point(self, point: CorrectionPoint) -> None:
        """How it stands now."""
        self.point = point
        chosen = {one.id for one in point.chosen}
        refused = not chosen and not point.is_undecided
        for suggestion_id, radio in self._radios:
            radio.setChecked(suggestion_id in chosen if suggestion_id else refused)
            radio.setEnabled(not point.is_taken)
        if self._segments is not None:
            self._segments.clear()
            if not point.is_undecided:
                self._segments.choose(
                    (CorrectionChoice.ACCEPTED if chosen else CorrectionChoice.REFUSED).value
                )
            self._segments.setEnabled(not point.is_taken)
        self.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        versions = "; or ".join(f"{who(each)}: {spoken(shown(each[0]))}" for each in self.point.versions)
        said = self.point.first.said
        state = "taken" if self.point.is_taken else "accepted" if self.point.chosen else ""
        state = state or ("undecided" if self.point.is_undecided else "refused")
        if self.point.is_comment:
            state = "open" if self.point.is_undecided else "settled"
        return ". ".join(part for part in (versions, said, state) if part)

    def set_chosen(self, *, chosen: bool) -> None:
        """Whether the panel is about it."""
        set_role(self, "correction chosen" if chosen else "correction")
        for text in self._texts:
            text.stand_on(chosen=chosen)

    # ── keys ──

    def _decide(self, choice: CorrectionChoice) -> None:
        if choice is CorrectionChoice.UNDECIDED:
            self.left_open.emit(self.point.key)
        else:
            taken = self.point.first.id if choice is CorrectionChoice.ACCEPTED else ""
            self.accepted.emit(self.point.key, taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        does = self._does(key) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
        if does is None:
            super().keyPressEvent(event)
        else:
            does()

    def _does(self, key: Qt.Key) -> Callable[[], object] | None:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return lambda: self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return lambda: self.opened.emit(self.point.key)
        if self.point.is_taken or self.point.is_comment:
            return None
        if self.point.is_conflict and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            at = int(key) - int(Qt.Key.Key_0)
            versions = ["", *(version[0].id for version in self.point.versions)]
            return (lambda: self.accepted.emit(self.point.key, versions[at])) if at < len(versions) else None
        if key in _KEYS and not (self.point.is_conflict and key == Qt.Key.Key_A):
            return lambda: self._decide(_KEYS[key])
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit(self.point.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setFocus()
        self.came.emit(self.point.key)
