"""Somebody in attendance without a seat: added on the fly, changed or taken off again."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records import people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import reading as registers
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.meetings.points import hours_of
from boarddesk.rules.names.matching import match
from boarddesk.rules.registers.register import Guest
from boarddesk.ui.meetings.register.point_fields import point_editor, say_understood
from boarddesk.ui.people.fields import NameField
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.form_dialog import FormDialog


class GuestDialog(FormDialog):
    """Adds a guest to a meeting's register, or changes the one given."""

    def __init__(
        self, parent: QWidget, file: OfficeFile, meeting_id: str, *, guest: Guest | None = None
    ) -> None:
        remove = [buttons.quiet("Remove guest", self._remove)] if guest else []
        super().__init__(
            parent,
            title="Change guest" if guest else "Add guest",
            button="Change guest" if guest else "Add guest",
            does=self._write,
            under="In attendance: holds no seat, counts for nothing.",
            extra=remove,
        )
        self._file, self._meeting_id, self._guest = file, meeting_id, guest
        known = guest or Guest("", "")
        self._register = registers.register(file, meeting_id)
        self._people = people.people(file)
        self.name = NameField([person.name for person in self._people], self._say, known.name)
        self.organisation = QLineEdit(known.organisation)
        self.purpose = QLineEdit(known.purpose)
        self.arrived, self.departed = point_editor(known.arrived), point_editor(known.departed)
        self.add_row({"name": ("Name", self.name)})
        self.add_row(
            {"organisation": ("Organisation", self.organisation), "purpose": ("What for", self.purpose)},
            hints={"organisation": "Optional.", "purpose": "Optional, such as “item 5” or “minutes”."},
        )
        self.add_row(
            {"part_from": ("Arrived", self.arrived), "part_to": ("Left", self.departed)},
            hints={"part_from": "Optional: an item or a time.", "part_to": "Optional: an item or a time."},
        )
        self.name.line.textChanged.connect(lambda _words: self.fields["name"].refuse(""))
        for key in ("part_from", "part_to"):
            say_understood(self.fields[key], hours_of(self._register.meeting))
        self.name.setFocus()

    def _say(self, typed: str) -> str:
        """A hint where the name is that of somebody with a seat here; a guest may well be called the same."""
        seated = {row.person_id: row for row in self._register.rows if row.person_id}
        for person in match(typed, self._people).namesakes:
            if person.id in seated:
                return (
                    f"{person.name} has a seat on this register: mark that row, unless it is somebody else."
                )
        return ""

    def _write(self) -> None:
        fields = {
            "organisation": self.organisation.text(),
            "purpose": self.purpose.text(),
            "arrived": self.arrived.text(),
            "departed": self.departed.text(),
        }
        if self._guest is None:
            attendance.add_guest(self._file, self._meeting_id, self.name.text(), **fields)
        else:
            attendance.update_guest(self._file, self._guest.id, name=self.name.text(), **fields)

    def _remove(self) -> None:
        if self._guest is not None:
            attendance.remove_guest(self._file, self._guest.id)
        self.reject()
