"""One row of the register in full: the mark, the deputy, the stretch, the reason and a note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import taking as attendance
from boarddesk.records.registers.reading import mark_labels
from boarddesk.rules.meetings.points import hours_of
from boarddesk.rules.people import Person
from boarddesk.rules.registers.register import NOT_RECORDED, Mark, Register, RollRow
from boarddesk.ui.meetings.register.deputies import DeputyField, deputy_choices, why_not
from boarddesk.ui.meetings.register.point_fields import point_editor, say_understood
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.form_dialog import FormDialog

SOMEBODY_NEW = ("new", "Somebody not listed here")


class MarkDialog(FormDialog):
    """Fields stand only where the mark has use for them; everything is one change."""

    def __init__(
        self,
        parent: QWidget,
        file: OfficeFile,
        row: RollRow,
        *,
        register: Register,
        deputies: Sequence[Person],
        people: Sequence[Person],
    ) -> None:
        super().__init__(
            parent,
            title=f"Mark {row.who}",
            button="Mark",
            does=self._write,
            under=", ".join(part for part in (row.seat_title, row.organisation) if part),
        )
        self._file, self._row = file, row
        labels = mark_labels(file)
        marks = [(mark.value, f"{mark.value} · {labels[mark]}") for mark in Mark]
        self.mark = Choice([("", NOT_RECORDED), *marks], name="Mark")
        self.mark.choose(row.mark.value if row.mark else "")
        not_free = why_not(register, row, deputies)
        free = [deputy for deputy in deputies if deputy.id not in not_free]
        barred = [deputy.name for deputy in deputies if deputy.id in not_free]
        self.deputy = Choice([*deputy_choices(row, free, people), SOMEBODY_NEW], name="Deputy")
        self.new_deputy = DeputyField(file)
        self.deputy.choose(row.deputy_id or "")
        self.part_from, self.part_to = point_editor(row.part_from), point_editor(row.part_to)
        self.reason, self.note = QLineEdit(row.reason), QLineEdit(row.note)
        self.add_row({"mark": ("Mark", self.mark)})
        self.add_row({"deputy": ("Deputy", self.deputy)}, hints={"deputy": _there(barred)})
        self.add_row({"new_deputy": ("Name", self.new_deputy)})
        self.new_deputy.line.textChanged.connect(lambda _words: self.fields["new_deputy"].refuse(""))
        self.add_row(
            {"part_from": ("From", self.part_from), "part_to": ("Until", self.part_to)},
            hints={"part_from": "An item or a time; empty is the start.", "part_to": "Empty is the end."},
        )
        for key in ("part_from", "part_to"):
            say_understood(self.fields[key], hours_of(register.meeting))
        self.add_row(
            {"reason": ("Reason", self.reason)}, hints={"reason": "Optional, only where it was given."}
        )
        self.add_row({"note": ("Note", self.note)}, hints={"note": "Optional."})
        for choice in (self.mark, self.deputy):
            choice.picked.connect(lambda _value: self._show_fields())
        self._show_fields()
        self.mark.setFocus()

    def begin_note(self) -> None:
        """Start in the note where there is one to write; in the deputy, where one came."""
        if self.chosen() is Mark.DEPUTY:
            self.deputy.setFocus()
        elif self.chosen() is not None:
            self.note.setFocus()

    def chosen(self) -> Mark | None:
        """The mark chosen; None is not recorded."""
        return Mark(self.mark.value()) if self.mark.value() else None

    def _show_fields(self) -> None:
        mark = self.chosen()
        shown = {
            "deputy": mark is Mark.DEPUTY,
            "new_deputy": mark is Mark.DEPUTY and self.deputy.value() == SOMEBODY_NEW[0],
            "part_from": mark is Mark.PART,
            "part_to": mark is Mark.PART,
            "reason": mark is Mark.APOLOGIES,
            "note": mark is not None,
        }
        for key, is_shown in shown.items():
            self.fields[key].setVisible(is_shown)

    def _deputy_id(self) -> str | None:
        """Who came; None where that is not known."""
        if self.deputy.value() == SOMEBODY_NEW[0]:
            return self.new_deputy.person_id()
        return self.deputy.value() or None

    def _write(self) -> None:
        mark, row = self.chosen(), self._row
        with self._file.change(f"Mark {row.who}"):
            if mark is None:
                attendance.clear_mark(self._file, row.id)
                return
            attendance.mark(self._file, row.id, mark)
            if mark is Mark.DEPUTY:
                attendance.name_deputy(self._file, row.id, self._deputy_id())
            elif mark is Mark.PART:
                attendance.set_part(
                    self._file, row.id, part_from=self.part_from.text(), part_to=self.part_to.text()
                )
            elif mark is Mark.APOLOGIES:
                attendance.set_reason(self._file, row.id, self.reason.text())
            attendance.set_note(self._file, row.id, self.note.text())


def _there(names: Sequence[str]) -> str:
    """Which named deputies are not offered, and why."""
    return f"There in their own seat: {', '.join(names)}." if names else ""
