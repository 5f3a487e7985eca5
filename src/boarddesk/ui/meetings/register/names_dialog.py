"""Names from a video call or a signed sheet, matched with the roll; doubts settled by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from boarddesk.records import boards, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers.pasted_list import mark_names
from boarddesk.rules.imports.person_choice import told_apart
from boarddesk.rules.names.listed import NameList
from boarddesk.rules.names.lists import match_listed, read_names
from boarddesk.rules.people import Person
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.call_times import GRACE, Hours, hours_of
from boarddesk.rules.registers.pasted_list import ListMark, in_numbers, list_marks
from boarddesk.rules.registers.register import Mark, Register
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.register.name_line import NameLine
from boarddesk.ui.widgets.form import FieldKind, Form, FormField
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.segments import Segments

TEXT_HEIGHT = 84
MOST, LEAST = 280, 84
"""How high the list of names may be, and must be."""

FRAME = 40
"""What a system's frame and the edge of the screen take of its height."""


class NamesDialog(FormDialog):
    """Nobody is merged silently: only the very name or a remembered one is matched at once."""

    def __init__(self, parent: QWidget, file: OfficeFile, register: Register) -> None:
        super().__init__(
            parent,
            Form(
                "names",
                "Paste names",
                lambda _given: self._mark_names(),
                [FormField("names", "Names", FieldKind.LINES)],
                button="Mark names",
                under="The list of a video call, or the names of a signed sheet, one on each line.",
                about=register.meeting.id,
                width=720,
            ),
        )
        self._file, self._register = file, register
        self._board = boards.board(file, register.meeting.board_id)
        self._people = people.people(file)
        self._labels = told_apart(self._people, boards.organisations(file))
        self._deputies = {row.id: seats.seat(file, row.seat_id).deputy_ids for row in register.rows}
        self._list, self._hours = NameList(), Hours()
        self.names: list[NameLine] = []
        self.marks: tuple[ListMark, ...] = ()
        self.mark = Segments(
            [(Mark.REMOTE, "V, from a video call"), (Mark.PRESENT, "P, from the room")], name="Mark"
        )
        self.mark.picked.connect(lambda _letter: self._show_marks())
        self.text = self.answers.editor("names", QPlainTextEdit)
        self.text.setFixedHeight(look().px(TEXT_HEIGHT))
        self.text.textChanged.connect(self._match)
        self.fields["names"].setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.add(_beside(label("Mark them", "field", buddy=self.mark), self.mark))
        self.summary = WrappedLabel("", "muted")
        self.add(self.summary)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("Names and whom they mean")
        self.add(self.area)
        self._match()
        self.text.setFocus()

    # ── matching ──

    def _match(self) -> None:
        self._list = read_names(self.text.toPlainText())
        self._hours = hours_of(self._register.meeting, self._board.minutes_long, self._list.names)
        offered, answers = self._offered(), {line.key: line.choice.value() for line in self.names}
        self.names = [
            NameLine(listed, found, offered, labels=self._labels)
            for listed, found in match_listed(self._list.names, self._people)
        ]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        for line in self.names:
            line.choice.choose(answers.get(line.key, line.choice.value()))
            line.settled.connect(self._work_out)
            line.ticked.connect(self._take_ticks)
            column.addWidget(line)
        column.addStretch(1)
        self.area.setWidget(inside)
        self._work_out()

    def _offered(self) -> list[Person]:
        """Everybody on the roll, then those named as their deputies."""
        known = {person.id: person for person in self._people}
        seated = [row.person_id for row in self._register.rows if row.person_id]
        deputies = [person_id for ids in self._deputies.values() for person_id in ids]
        return [known[person_id] for person_id in dict.fromkeys((*seated, *deputies)) if person_id in known]

    def _work_out(self) -> None:
        """Whom the names mean has changed: what each would write is worked out anew."""
        said = [line.said() for line in self.names]
        marks = list_marks(self._register, said, deputies=self._deputies, hours=self._hours)
        before = {mark.said: mark for mark in self.marks}
        self.marks = tuple(
            mark.ticked_as(before[mark.said]) if mark.said in before else mark for mark in marks
        )
        self._show_marks()

    def _take_ticks(self) -> None:
        self.marks = tuple(
            replace(mark, changed=line.change.box.isChecked(), as_part=line.part.box.isChecked())
            for mark, line in zip(self.marks, self.names, strict=True)
        )
        self._show_marks()

    def _show_marks(self) -> None:
        letter = Mark(self.mark.value())
        for mark, line in zip(self.marks, self.names, strict=True):
            line.show_mark(mark, letter)
        words = (in_numbers(self.marks), self._part_words(), _left_aside(self._list.left_aside))
        self.summary.setText(" ".join(filter(None, words)))
        self.summary.setVisible(bool(self.summary.text()))
        self.accept_button.setEnabled(any(mark.writes for mark in self.marks))
        self.area.setVisible(bool(self.names))
        self._fit_area()

    def _part_words(self) -> str:
        hours, names = self._hours, self._list.names
        if not any(mark.part for mark in self.marks):
            unused = not hours.start and not hours.end and any(name.stays for name in names)
            return "The list has times, but the meeting has none, so T is not proposed." if unused else ""
        if hours.minutes is not None and not any(name.stays for name in names):
            return f"T is proposed for whoever missed more than {GRACE} of {hours.minutes} minutes."
        known = bool(hours.start or hours.end)
        ends = f"{hours.start or 'the start'} to {hours.end or 'the end'}" if known else "the meeting"
        return f"T is proposed for whoever missed more than {GRACE} minutes of {ends} at a stretch."

    # ── room ──

    def showEvent(self, event: QShowEvent) -> None:
        """The list takes the room the screen leaves it."""
        super().showEvent(event)
        self._fit_area()

    def _fit_area(self) -> None:
        inside = self.area.widget()
        if inside is None or not self.names:
            return
        self.area.setFixedHeight(look().px(LEAST))
        self._column.activate()
        rest = self.sizeHint().height() - self.area.height()
        free = self.screen().availableGeometry().height() - FRAME - rest
        wanted = min(inside.sizeHint().height(), look().px(MOST))
        self.area.setFixedHeight(max(min(wanted, free), min(wanted, look().px(LEAST))))

    def lines(self) -> Sequence[tuple[str, str]]:
        """Each name of the list with what is chosen for it, in order."""
        return [(line.listed.name, line.choice.currentText()) for line in self.names]

    # ── writing ──

    def _mark_names(self) -> None:
        if not self.names:
            raise Refused("Paste the names first.")
        mark_names(self._file, self._register.meeting.id, self.marks, Mark(self.mark.value()))


def _beside(words: QWidget, shown: QWidget) -> QWidget:
    """A field with its label at the left: every line that is saved is one more name in the list."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(words)
    row.addWidget(shown)
    row.addStretch(1)
    return made


def _left_aside(lines: Sequence[str]) -> str:
    """What was pasted and is nobody's name, so that nothing goes unseen."""
    if not lines:
        return ""
    shown = ", ".join(f"“{' '.join(line.split())}”" for line in lines[:3])
    more = f" and {len(lines) - 3} more" if len(lines) > 3 else ""
    return f"Left aside, not read as names: {shown}{more}."
