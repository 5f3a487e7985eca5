"""Who comes in somebody's place: the named deputies in their order, somebody known or new, or not known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from boarddesk.records import people, seats
from boarddesk.records.boards import organisations
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.people import add_person, remember_alias
from boarddesk.rules.imports.person_choice import told_apart
from boarddesk.rules.names.matching import NameMatch, match, may_be_remembered
from boarddesk.rules.people import Person
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers.marking import why_not_deputy
from boarddesk.rules.registers.register import Register, RollRow
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.label import WrappedLabel
from boarddesk.ui.widgets.offered_names import offer_names
from boarddesk.ui.widgets.opening import pop_up
from boarddesk.ui.widgets.table.record_table import RecordTable


def named_deputies(file: OfficeFile, row: RollRow) -> list[Person]:
    """The deputies of a seat, in order."""
    known = {person.id: person for person in people.people(file)}
    return [known[deputy_id] for deputy_id in seats.seat(file, row.seat_id).deputy_ids if deputy_id in known]


def why_not(register: Register, row: RollRow, deputies: Iterable[Person]) -> dict[str, str]:
    """Which of these cannot come in the place of a row, and the reason, by their id."""
    reasons = {deputy.id: why_not_deputy(register, row, deputy.id) for deputy in deputies}
    return {person_id: reason for person_id, reason in reasons.items() if reason}


def deputy_choices(
    row: RollRow, deputies: Sequence[Person], everybody: Sequence[Person]
) -> list[tuple[str, str]]:
    """For a drop-down: those named for the seat first, in their order, then everybody else by name."""
    named = {deputy.id for deputy in deputies}
    others = sorted(
        (person for person in everybody if person.id not in named | {row.person_id}),
        key=lambda person: person.name,
    )
    return [
        ("", "Not known"),
        *((deputy.id, f"{deputy.name}, named deputy") for deputy in deputies),
        *((person.id, person.name) for person in others),
    ]


def offer_deputies(
    table: RecordTable,
    row: RollRow,
    deputies: Sequence[Person],
    *,
    takes: Callable[[str | None], object],
    asks: Callable[[], object],
    barred: Collection[str] = (),
) -> None:
    """A menu under the chosen row; Enter takes the first who can come; who is there already is shown."""
    menu = QMenu(table)
    menu.setAccessibleName(f"Deputy of {row.who}")
    for person in deputies:
        away = person.id not in barred
        words = person.name if away else f"{person.name}: there in their own seat"
        menu.addAction(words, partial(takes, person.id)).setEnabled(away)
    menu.addSeparator()
    menu.addAction("Somebody else…", asks)
    menu.addAction("Not known", lambda: takes(None))
    menu.setActiveAction(
        next(action for action in menu.actions() if action.isEnabled() and not action.isSeparator())
    )
    view = table.view
    place = view.visualRect(view.currentIndex()).bottomLeft() + QPoint(0, 2)
    pop_up(menu, view.viewport().mapToGlobal(place))


FIELD = "new_deputy"
OFFERED = 2


class NameField(QWidget):
    """A line that offers names as one types, and says under it how what is typed is understood."""

    def __init__(self, known: Sequence[str], understood: Callable[[str], str], typed: str = "") -> None:
        super().__init__()
        self._understood = understood
        self.line = QLineEdit(typed)
        offer_names(self.line, known)
        self.meaning = WrappedLabel("", "meta")
        self.meaning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.meaning)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(lambda _words: self._tell())

    def text(self) -> str:
        """The name typed."""
        return " ".join(self.line.text().split())

    def setAccessibleName(self, name: str) -> None:
        """The line is what has the name."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _tell(self) -> None:
        said = self._understood(self.text()) if self.text() else ""
        self.meaning.setText(said)
        self.meaning.setVisible(bool(said))
        self.line.setAccessibleDescription(said)


class DeputyField(NameField):
    """Nobody is made a second person silently: a likeness is settled by a click or by marking once more."""

    def __init__(self, file: OfficeFile) -> None:
        self._file, self._people = file, people.people(file)
        self._labels = told_apart(self._people, organisations(file))
        self._answers: dict[str, Person] = {}
        self._asked = ""
        self.links: list[QPushButton] = []
        super().__init__([person.name for person in self._people], self._say)
        self._offers = QWidget()
        self._column = QVBoxLayout(self._offers)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._offers.hide()
        own = self.layout()
        assert own is not None
        own.addWidget(self._offers)
        self.line.textChanged.connect(lambda _words: self._offer())

    def _found(self) -> NameMatch:
        typed = self.text()
        if typed in self._answers:
            return NameMatch(typed, self._answers[typed])
        return match(typed, self._people)

    def _say(self, typed: str) -> str:
        found = self._found()
        if found.person is not None:
            same = found.person.name == typed
            return "Known already: nobody is added." if same else f"This is {found.person.name}."
        if found.candidates:
            return f"May be somebody known: {found.candidates[0].why.value}."
        return "Added to the people of the office with the mark."

    def _offer(self) -> None:
        for link in self.links:
            link.deleteLater()
        candidates = self._found().candidates[:OFFERED] if self.text() else ()
        self.links = [
            buttons.link(f"It is {self._labels[candidate.person.id]}", partial(self.take, candidate.person))
            for candidate in candidates
        ]
        for link in self.links:
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._offers.setVisible(bool(self.links))

    def take(self, person: Person) -> None:
        """The name typed is this person's."""
        self._answers[self.text()] = person
        self._tell()
        self._offer()
        self.line.setFocus()

    def person_id(self) -> str:
        """Who came; somebody new is added, and an answer remembered. Call it inside the change."""
        name, found = self.text(), self._found()
        if not name:
            raise Refused("Give the name of the deputy.", field=FIELD)
        if found.person is not None:
            if name in self._answers and may_be_remembered(name, found.person, self._people):
                remember_alias(self._file, found.person.id, name)
            return found.person.id
        if found.candidates and self._asked != name:
            self._asked = name
            known = found.candidates[0].person.name
            raise Refused(f"Is it {known}? If not, mark once more to add {name}.", field=FIELD)
        return add_person(self._file, name)
