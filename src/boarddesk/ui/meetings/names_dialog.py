"""Names from a video call or a signed sheet, matched with the roll; doubts settled by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from boarddesk.records import attendance, people, seats
from boarddesk.records.board_file import BoardFile
from boarddesk.rules.attendance import Mark, Register, RollRow
from boarddesk.rules.name_lists import ListedName, match_names
from boarddesk.rules.names import NameMatch
from boarddesk.rules.people import Person
from boarddesk.rules.refused import Refused
from boarddesk.ui.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.form import Field
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.segments import Segments

LEAVE, GUEST, SEATED, DEPUTY = "", "guest", "seat", "deputy"


@dataclass
class _Line:
    """One name of the list with what the person at the desk says of it."""

    listed: ListedName
    found: NameMatch
    choice: Choice


class NamesDialog(FormDialog):
    """Nobody is merged silently: only the very name or a remembered one is matched at once."""

    def __init__(self, parent: QWidget, file: BoardFile, register: Register) -> None:
        super().__init__(
            parent,
            title="Paste names",
            deed="Mark names",
            does=self._write,
            under="The list of a video call, or the names of a signed sheet, one on each line. "
            "Rows already marked stay as they are.",
            width=720,
        )
        self._file, self._register = file, register
        self._people = people.people(file)
        self._deputies = {row.id: seats.seat(file, row.seat_id).deputy_ids for row in register.rows}
        self._lines: list[_Line] = []
        self.mark = Segments(
            [(Mark.REMOTE, "V, from a video call"), (Mark.PRESENT, "P, from the room")], name="Mark"
        )
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(look().px(112))
        self.text.textChanged.connect(self._match)
        for field in (Field("Names", self.text), Field("Mark them", self.mark)):
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.add(field)
        self.summary = WrappedLabel("", "muted")
        self.add(self.summary)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName("Names and whom they mean")
        self.area.setFixedHeight(look().px(224))
        self.add(self.area)
        self._match()
        self.text.setFocus()

    # ── matching ──

    def _match(self) -> None:
        matched = match_names(self.text.toPlainText(), self._people)
        self._lines = []
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        for at, (listed, found) in enumerate(matched):
            self._add_line(grid, at, listed=listed, found=found)
        self.area.setWidget(inside)
        self.area.setVisible(bool(matched))
        self._sum_up()

    def _add_line(self, grid: QGridLayout, at: int, *, listed: ListedName, found: NameMatch) -> None:
        choice = Choice(self._choices(found), name=f"Who is {listed.name}", width=300)
        choice.choose(self._sure(found))
        choice.picked.connect(lambda _value: self._sum_up())
        line = _Line(listed, found, choice)
        self._lines.append(line)
        grid.addWidget(_name(listed.name, sure=bool(choice.value())), at, 0)
        grid.addWidget(choice, at, 1)
        offered = self._offer(found)
        if offered and not choice.value():
            value, person = offered
            button = buttons.link(f"It is {person.name}", lambda: self._take(line, value))
            button.setToolTip(str(found.candidates[0].why))
            grid.addWidget(button, at, 2)

    def _take(self, line: _Line, value: str) -> None:
        line.choice.choose(value)
        self._sum_up()

    def _sure(self, found: NameMatch) -> str:
        return self._place(found.person) if found.person else LEAVE

    def _offer(self, found: NameMatch) -> tuple[str, Person] | None:
        for candidate in found.candidates:
            place = self._place(candidate.person)
            if place:
                return place, candidate.person
        return None

    def _place(self, person: Person) -> str:
        """Where somebody belongs on this register: a seat, as a deputy, or as a guest known by name."""
        for row in self._register.rows:
            if row.person_id == person.id:
                return f"{SEATED}:{row.id}:{person.id}"
        for row in self._register.rows:
            if person.id in self._deputies[row.id]:
                return f"{DEPUTY}:{row.id}:{person.id}"
        return f"{GUEST}:{person.id}"

    def _choices(self, found: NameMatch) -> list[tuple[str, str]]:
        likely = [found.person] if found.person else [one.person for one in found.candidates]
        known = {person.id: person for person in self._people}
        seated = [known[row.person_id] for row in self._register.rows if row.person_id in known]
        deputies = [known[one] for ids in self._deputies.values() for one in ids if one in known]
        chosen = {person.id: person for person in (*likely, *seated, *deputies)}
        return [
            (LEAVE, "Not matched: leave out"),
            (GUEST, "Somebody else: add as guest"),
            *((self._place(person), self._words(person)) for person in chosen.values()),
        ]

    def _words(self, person: Person) -> str:
        place = self._place(person)
        if place.startswith(DEPUTY):
            row = self._row(place)
            return f"{person.name}, deputy of {row.who}"
        return person.name if place.startswith(SEATED) else f"{person.name}, as guest"

    def _row(self, place: str) -> RollRow:
        row_id = place.split(":")[1]
        return next(row for row in self._register.rows if row.id == row_id)

    def _sum_up(self) -> None:
        said = [line.choice.value() for line in self._lines]
        counts = (
            (sum(one.startswith((SEATED, DEPUTY)) for one in said), "on the roll"),
            (sum(one.startswith(GUEST) for one in said), "as guests"),
            (said.count(LEAVE), "not matched"),
        )
        words = [f"{count} {what}" for count, what in counts if count]
        self.summary.setText(f"{len(said)} names: {', '.join(words)}." if said else "")
        self.accept_button.setEnabled(any(said))

    def lines(self) -> Sequence[tuple[str, str]]:
        """Each name of the list with what is chosen for it, in order."""
        return [(line.listed.name, line.choice.currentText()) for line in self._lines]

    # ── writing ──

    def _write(self) -> None:
        if not self._lines:
            raise Refused("Paste the names first.")
        with self._file.change("Mark names of a list"):
            for line in self._lines:
                self._write_line(line)

    def _write_line(self, line: _Line) -> None:
        what, _, rest = line.choice.value().partition(":")
        if what == LEAVE:
            return
        if what == GUEST:
            self._add_guest(line.listed, rest or None)
            return
        row, person_id = self._row(line.choice.value()), rest.split(":")[1]
        if row.mark is None and what == DEPUTY:
            attendance.name_deputy(self._file, row.id, person_id)
        elif row.mark is None:
            attendance.mark(self._file, row.id, Mark(self.mark.value()))
        if not line.found.is_certain:
            people.remember_alias(self._file, person_id, line.listed.name)

    def _add_guest(self, listed: ListedName, person_id: str | None) -> None:
        known = {guest.name.casefold() for guest in self._register.guests}
        name = next((one.name for one in self._people if one.id == person_id), listed.name)
        if name.casefold() not in known:
            times = {"arrived": listed.joined, "departed": listed.left}
            attendance.add_guest(self._file, self._register.meeting.id, name, person_id=person_id, **times)


def _name(words: str, *, sure: bool) -> QLabel:
    shown = label(words, "" if sure else "warn strong")
    shown.setAccessibleName(words if sure else f"{words}, not matched yet")
    return shown
