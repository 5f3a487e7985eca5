"""The name of a deputy who is not listed: somebody known whom it may mean is offered first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from boarddesk.records.boards import organisations
from boarddesk.records.file.office_file import BoardFile
from boarddesk.records.people import add_person, people, remember_alias
from boarddesk.rules.imports.person_choice import told_apart
from boarddesk.rules.names.matching import NameMatch, match, may_be_remembered
from boarddesk.rules.people import Person
from boarddesk.rules.refused import Refused
from boarddesk.ui.people.fields import NameField
from boarddesk.ui.widgets import buttons

FIELD = "new_deputy"
OFFERED = 2


class DeputyField(NameField):
    """Nobody is made a second person silently: a likeness is settled by a click or by marking once more."""

    def __init__(self, file: BoardFile) -> None:
        self._file, self._people = file, people(file)
        self._labels = told_apart(self._people, organisations(file))
        self._answers: dict[str, Person] = {}
        self._asked = ""
        self.links: list[QPushButton] = []
        super().__init__([one.name for one in self._people], self._say)
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
            buttons.link(f"It is {self._labels[one.person.id]}", partial(self.take, one.person))
            for one in candidates
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
