"""Fields of the page's forms: an owner by typing, a score by keys, a deadline in one's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.owners import owner_called, owner_offers
from boarddesk.rules.dates.deadlines import read_by_when
from boarddesk.rules.owners import OwnerKind
from boarddesk.rules.risks.matrix import Matrix
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.answers import Answers
from boarddesk.ui.widgets.form import FieldKind, FormField
from boarddesk.ui.widgets.segments import Segments

OPTIONAL = "Optional."
A_DAY = "Give a date such as 9 Jun 2026."
_KEY_HIGH, _WIDE = 40, 572


def owner_understood(file: OfficeFile) -> Callable[[str], str]:
    """How an owner is understood while somebody types."""

    def told(typed: str) -> str:
        if not typed.strip():
            return ""
        owner = owner_called(file, typed)
        if owner.kind is OwnerKind.WORDS:
            return "Nobody here is called so: kept as words."
        kind = {OwnerKind.PERSON: "", OwnerKind.POST: "the post ", OwnerKind.GROUP: "the group "}[owner.kind]
        said = f"{kind}{owner.name}"
        return "" if said.casefold() == typed.strip().casefold() else f"{said[:1].upper()}{said[1:]}."

    return told


def owner_field(file: OfficeFile, value: str = "", *, beside: bool = False) -> FormField:
    """A person, a post or a group of the office, or any other words."""
    understood = owner_understood(file)
    return FormField(
        "owner",
        "Owner",
        value=value,
        hint="A person, a post or a group.",
        offers=owner_offers(file),
        understood=lambda given: understood(given.text("owner")),
        beside=beside,
    )


def day_field(key: str, words: str, day: date | None, *, beside: bool = False, hint: str = "") -> FormField:
    """A day that cannot be left out, unless a hint says that it can."""
    required = "" if hint else A_DAY
    return FormField(key, words, FieldKind.DAY, day, required=required, beside=beside, hint=hint)


class StepKeys(Segments):
    """The steps of one axis as equal keys, number then word; a digit chooses. Words too wide stand below."""

    def __init__(self, words: Sequence[str], *, name: str, chosen: int | None) -> None:
        self._steps = tuple(words)
        super().__init__([(str(at), f"{at}  {word}") for at, word in enumerate(words, 1)], name=name)
        for button in self._buttons.values():
            button.setMinimumHeight(look().px(_KEY_HIGH))
        self._group.setExclusive(False)
        for value, button in self._buttons.items():
            button.setChecked(chosen is not None and value == str(chosen))
        self._group.setExclusive(True)
        self.setFocusProxy(self._buttons[str(chosen or 1)])

        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(_WIDE), look().px(_KEY_HIGH) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(_KEY_HIGH) * len(self._steps), look().px(_KEY_HIGH) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() // len(self._steps) - 2
        words = {str(at): f"{at}  {word}" for at, word in enumerate(self._steps, 1)}
        for value, button in self._buttons.items():
            button.setText(words[value])
        fits = all(button.sizeHint().width() <= room for button in self._buttons.values())
        for at, word in enumerate(self._steps, 1):
            button = self._buttons[str(at)]
            button.setToolTip("" if fits else word)
            button.setFixedWidth(room)
            if not fits:
                button.setText(str(at))

    def step_words(self) -> str:
        """The word of the step chosen, where the keys have no room for it."""
        value = self.value()
        said = bool(value) and self._buttons[value].text() == value
        return self._steps[int(value) - 1] if said else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, wherever in the row the focus is."""
        if event.text() in self._buttons:
            self._buttons[event.text()].setFocus()
            self._buttons[event.text()].click()
        else:
            super().keyPressEvent(event)


def score_field(key: str, words: str, steps: Sequence[str], chosen: int | None) -> FormField:
    """One axis of a score; a number chooses its step."""
    return FormField(
        key,
        words,
        editor=lambda: StepKeys(steps, name=words, chosen=chosen),
        understood=lambda given: given.editor(key, StepKeys).step_words(),
    )


def given_score(given: Answers) -> tuple[int, int] | None:
    """Likelihood and impact; None until both are chosen."""
    likelihood, impact = given.text("likelihood"), given.text("impact")
    return (int(likelihood), int(impact)) if likelihood and impact else None


def score_words(given: Answers, matrix: Matrix) -> str:
    """`16 Extreme`; empty until both are chosen."""
    score = given_score(given)
    return f"{score[0] * score[1]} {matrix.level(*score).name}" if score else ""


def due_field(value: str = "", *, today: date) -> FormField:
    """A deadline as typed, with what it is read as; without its year the first one from now on."""

    def told(given: Answers) -> str:
        typed = given.text("due")
        if not typed:
            return "In your own words, such as 30 June 2026, end of March or Q3 26/27."
        return f"Read as {read_by_when(typed, starts=today).understood}."

    return FormField("due", "Due", value=value, understood=told)
