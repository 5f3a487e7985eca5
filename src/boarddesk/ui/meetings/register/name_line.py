"""One name of a pasted list: whom it means, what it would write, and what is asked about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.rules.names.listed import ListedName
from boarddesk.rules.names.matching import NameMatch
from boarddesk.rules.people import Person
from boarddesk.rules.registers.pasted_list import ListMark, NameAnswer
from boarddesk.rules.registers.register import Mark
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets import buttons
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.label import ElidedLabel, set_role

LEAVE, GUEST = "", "guest"
OFFERED = 2
NAME_WIDTH, CHOICE_WIDTH = 176, 248


class NameLine(QWidget):
    """A name that is not matched yet stands out; once settled it does not, on the screen or read out."""

    settled = Signal()
    ticked = Signal()

    def __init__(
        self,
        listed: ListedName,
        found: NameMatch,
        people: Sequence[Person],
        *,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._labels = labels or {}
        self.listed, self.found = listed, found
        self._people = {person.id: person for person in people}
        self._of: ListMark | None = None
        self.name = ElidedLabel(name_shown(listed.name))
        self.name.setToolTip(listed.name)
        self.choice = Choice(self._choices(people), name=f"Who is {listed.name}", width=CHOICE_WIDTH)
        self.choice.choose(found.person.id if found.person else LEAVE)
        self.choice.picked.connect(lambda _value: self.settled.emit())
        self.outcome = _filling("muted")
        self.change, self.part = _Tick("Change it"), _Tick("T for part")
        for tick in (self.change, self.part):
            tick.box.clicked.connect(lambda _on: self.ticked.emit())
        self.offers = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        self.name.setFixedWidth(look().px(NAME_WIDTH))
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.choice, 0, 1)
        grid.addWidget(self.outcome, 0, 2)
        column = QVBoxLayout(self.offers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for candidate in self.found.candidates[:OFFERED]:
            name = self._labels.get(candidate.person.id, candidate.person.name)
            link = buttons.link(f"It is {name}", partial(self.take, candidate.person.id))
            why = _filling("meta")
            why.setText(str(candidate.why))
            column.addLayout(_beside(link, why))
        for at, shown in enumerate((self.offers, self.change, self.part), 1):
            grid.addWidget(shown, at, 1, 1, 2)

    def _choices(self, people: Sequence[Person]) -> list[tuple[str, str]]:
        """Those who may be meant first, then everybody else given."""
        likely = (
            [self.found.person]
            if self.found.person
            else [candidate.person for candidate in self.found.candidates]
        )
        self._people |= {person.id: person for person in likely}
        chosen = {person.id: person for person in (*likely, *people)}
        return [
            (LEAVE, "Not matched: leave out"),
            (GUEST, "Somebody else: add as guest"),
            *((person.id, self._labels.get(person.id, person.name)) for person in chosen.values()),
        ]

    @property
    def key(self) -> tuple[str, str]:
        """What tells the name from others while the list is being typed."""
        return self.listed.name, self.listed.email

    def take(self, value: str) -> None:
        """Settle whom the name means."""
        self.choice.choose(value)
        self.settled.emit()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> NameAnswer:
        """The name with whom it is said to mean."""
        person = self._people.get(self.choice.value())
        is_sure = self.found.is_certain
        return NameAnswer(self.listed, person, is_guest=self.choice.value() == GUEST, is_sure=is_sure)

    def show_mark(self, mark: ListMark, letter: Mark) -> None:
        """What the name would write now."""
        self._of = mark
        is_open = self.choice.value() == LEAVE
        set_role(self.name, "warn strong" if is_open else "")
        self.name.setAccessibleName(f"{self.listed.name}, not matched yet" if is_open else self.listed.name)
        self.outcome.setText(mark.outcome(letter) + _times_said(self.listed))
        self.offers.setVisible(is_open and bool(self.found.candidates))
        changes = mark.change_words(letter) if mark.changes else ("", "")
        self.change.show_question(*changes, on=mark.changed)
        part = mark.part
        self.part.show_question("T for part" if part else "", part.words if part else "", on=mark.as_part)


def name_shown(written: str) -> str:
    """A whole name without the organisation or pronouns behind it in brackets, which leave it no room."""
    alone = re.sub(r"\s*[(\[][^()\[\]]*[)\]]$", "", written)
    return alone if len(alone.split()) > 1 else written


def _times_said(listed: ListedName) -> str:
    """That a name stands in the list more than once, where that is not one row for each stay."""
    times = len(listed.lines)
    return f", {times} times in the list" if times > max(len(listed.stays), 1) else ""


def _filling(role: str) -> ElidedLabel:
    """Words that take the room there is, so that they start where those above them do."""
    made = ElidedLabel("", role)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def _beside(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first)
    row.addWidget(second, 1)
    return row


class _Tick(QWidget):
    """A box to tick, with why beside it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box, self.why = QCheckBox(words), _filling("meta")
        row = _beside(self.box, self.why)
        row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(row)

    def show_question(self, words: str, why: str, *, on: bool) -> None:
        """Ask; without words there is nothing to ask."""
        self.box.setText(words)
        self.box.setAccessibleName(f"{words}: {why}")
        self.why.setText(why)
        self.box.setChecked(on)
        self.setVisible(bool(words))
