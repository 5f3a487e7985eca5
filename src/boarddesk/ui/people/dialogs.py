"""Dialogs that make a board, a seat, a person or an organisation, and name the office."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from boarddesk.records import boards, office, people, seats
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.names.matching import match
from boarddesk.rules.people import Board, Role, Sector, YearStart
from boarddesk.rules.refused import Refused
from boarddesk.rules.sectors import proposed_sector
from boarddesk.ui.people.fields import OrganisationField, PersonField
from boarddesk.ui.people.words import ROLES, SECTORS, YEARS, day_of
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.date_field import DateField
from boarddesk.ui.widgets.form_dialog import FormDialog

OPTIONAL = "Optional."


class BoardDialog(FormDialog):
    """Adds a board; the rest of its terms of reference are written beside the list."""

    def __init__(self, parent: QWidget, file: OfficeFile) -> None:
        super().__init__(
            parent,
            title="Add board",
            button="Add board",
            does=self._write,
            under="A board, committee, group or council. Its other terms of reference can follow later.",
        )
        self._file, self.made_id = file, ""
        self.name, self.short_name, self.quorum = QLineEdit(), QLineEdit(), QLineEdit()
        self.year_start = Choice(YEARS, name="Its year starts")
        self.year_start.choose(YearStart.FINANCIAL)
        self.add_row({"name": ("Name", self.name)})
        self.add_row(
            {
                "short_name": ("Short name", self.short_name),
                "year_start": ("Its year starts", self.year_start),
            },
            hints={"short_name": "Such as SIB.", "year_start": "Meetings are numbered in it."},
        )
        self.add_row(
            {"quorum": ("Quorum", self.quorum)},
            hints={"quorum": "Optional: a number of seats, or a fraction such as 1/3."},
        )
        self.name.setFocus()

    def _write(self) -> None:
        self.made_id = boards.add_board(
            self._file,
            self.name.text(),
            self.short_name.text(),
            quorum=self.quorum.text(),
            year_start=YearStart(self.year_start.value()),
        )


class SeatDialog(FormDialog):
    """Adds a seat with whoever holds it; new people and organisations come with it."""

    def __init__(
        self, parent: QWidget, file: OfficeFile, known: Sequence[Board], *, board_id: str | None = None
    ) -> None:
        super().__init__(
            parent,
            title="Add seat",
            button="Add seat",
            does=self._write,
            under="Last on the roll; move it with Alt and the arrow keys.",
        )
        self._file, self.made_id = file, ""
        self.board = Choice([(board.id, board.name) for board in known], name="Board")
        self.board.choose(board_id or "")
        self.post, self.holder, self.organisation = QLineEdit(), PersonField(file), OrganisationField(file)
        self.role = Choice(ROLES, name="Role")
        self.role.choose(Role.MEMBER)
        self.since = DateField(name="Held since")
        if len(known) > 1:
            self.add_row({"board": ("Board", self.board)})
        self.add_row(
            {"title": ("Post", self.post)}, hints={"title": "The post, or in what capacity the person comes."}
        )
        self.add_row(
            {"organisation": ("Organisation", self.organisation)},
            hints={"organisation": "Optional. A new one is added with the seat."},
        )
        self.add_row({"role": ("Role", self.role)})
        self.add_row(
            {"person": ("Held by", self.holder), "from_date": ("Since", self.since)},
            hints={"person": "Optional: nobody is a vacancy.", "from_date": "Optional."},
        )
        self.post.setFocus()

    def _write(self) -> None:
        title = self.post.text().strip()
        with self._file.change(f"Add seat {title}".strip()):
            where = self.organisation.organisation_id()
            self.made_id = seats.add_seat(
                self._file, self.board.value(), title, role=Role(self.role.value()), organisation_id=where
            )
            if self.holder.text():
                holder = self.holder.person_id(organisation_id=where)
                seats.appoint(self._file, self.made_id, holder, from_date=day_of(self.since, "from_date"))


class PersonDialog(FormDialog):
    """Adds a person; a name like one already known is asked about once."""

    def __init__(self, parent: QWidget, file: OfficeFile) -> None:
        super().__init__(parent, title="Add person", button="Add person", does=self._write)
        self._file, self.made_id, self._asked = file, "", ""
        self.name, self.organisation, self.email = QLineEdit(), OrganisationField(file), QLineEdit()
        self.add_row({"name": ("Name", self.name)}, hints={"name": "As it is to be printed, with any title."})
        self.add_row({"organisation": ("Organisation", self.organisation)}, hints={"organisation": OPTIONAL})
        self.add_row({"email": ("Email", self.email)}, hints={"email": OPTIONAL})
        self.name.setFocus()

    def _write(self) -> None:
        self._ask_about(self.name.text())
        with self._file.change(f"Add {self.name.text().strip()}"):
            self.made_id = people.add_person(
                self._file,
                self.name.text(),
                organisation_id=self.organisation.organisation_id(),
                email=self.email.text(),
            )

    def _ask_about(self, name: str) -> None:
        known = match(name, people.people(self._file)).namesakes
        if known and self._asked != name:
            self._asked = name
            buttons.reword(self.accept_button, "Add another of that name")
            raise Refused(f"{known[0].name} is here already. Add another person of that name?", field="name")


class OrganisationDialog(FormDialog):
    """Adds an organisation."""

    def __init__(self, parent: QWidget, file: OfficeFile) -> None:
        super().__init__(parent, title="Add organisation", button="Add organisation", does=self._write)
        self._file, self.made_id = file, ""
        self.name, self.short_name = QLineEdit(), QLineEdit()
        self.sector = Choice(SECTORS, name="Sector")
        self.sector.choose(Sector.OTHER)
        self._picked = False
        self.sector.picked.connect(lambda _value: self._pick())
        self.name.textEdited.connect(self._propose)
        self.add_row({"name": ("Name", self.name)})
        self.add_row(
            {"short_name": ("Short name", self.short_name), "sector": ("Sector", self.sector)},
            hints={"short_name": "Optional, for narrow tables.", "sector": "Quorum and figures go by it."},
        )
        self.name.setFocus()

    def _pick(self) -> None:
        """A person's word stands, whatever the name becomes."""
        self._picked = True

    def _propose(self, name: str) -> None:
        """The sector the name speaks of, until somebody chooses one."""
        if not self._picked:
            self.sector.choose(proposed_sector(name) or Sector.OTHER)

    def _write(self) -> None:
        self.made_id = boards.add_organisation(
            self._file,
            self.name.text(),
            short_name=self.short_name.text(),
            sector=Sector(self.sector.value()),
        )


class OfficeDialog(FormDialog):
    """What documents call the office."""

    def __init__(self, parent: QWidget, file: OfficeFile) -> None:
        super().__init__(
            parent,
            title="Name the office",
            button="Name the office",
            does=self._write,
            under="Every document prints the partnership at its head and says who prepared it.",
        )
        self._file = file
        known = office.office_names(file)
        self.name, self.partnership = QLineEdit(known.name), QLineEdit(known.partnership)
        self.secretary = QLineEdit(known.secretary)
        self.add_row({"name": ("Office", self.name)}, hints={"name": "Usually the area or authority."})
        self.add_row({"partnership": ("Partnership", self.partnership)})
        self.add_row(
            {"secretary": ("Prepared by", self.secretary)}, hints={"secretary": "The board secretary’s name."}
        )
        self.name.setFocus()

    def _write(self) -> None:
        office.name_office(
            self._file,
            name=self.name.text(),
            partnership=self.partnership.text(),
            secretary=self.secretary.text(),
        )
