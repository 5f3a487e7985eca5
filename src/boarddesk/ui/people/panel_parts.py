"""Parts the details of seats, people, organisations and boards share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from boarddesk.ui.people.actions import PeopleActions
from boarddesk.ui.people.shown_office import ShownOffice
from boarddesk.ui.people.words import read_as
from boarddesk.ui.widgets.buttons import icon_button
from boarddesk.ui.widgets.choose_in_place import ChooseInPlace
from boarddesk.ui.widgets.date_text import short_date
from boarddesk.ui.widgets.detail_panel import DetailPanel
from boarddesk.ui.widgets.editable import EditableField
from boarddesk.ui.widgets.in_place import InPlace
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.words_button import WordsButton

NO_ORGANISATION = "No organisation"
Writes = Callable[[str, str], object]
"""Takes the field and what was typed."""


class Part:
    """What fills a detail panel: the panel, what can be done, and what is shown."""

    def __init__(self, panel: DetailPanel, people_actions: PeopleActions, shown: ShownOffice) -> None:
        self.panel, self.people_actions, self.shown = panel, people_actions, shown

    # ── facts ──

    def title(self, field: EditableField, value: str, writes: Writes) -> InPlace:
        """The record's own name, changed at the head of the detail."""
        return InPlace(value, name=field.label, role="record", does=_writing(writes, field.key))

    def fact(self, field: EditableField, value: str, writes: Writes, *, shown: str = "") -> None:
        """Words changed where they stand."""
        does = _writing(writes, field.key)
        words = InPlace(value, name=field.label, shown=shown, does=does, paragraphs=field.paragraphs)
        self.panel.add_fact(field.label, words)

    def choice(
        self, field: EditableField, value: str, writes: Writes, *, of: Sequence[tuple[str, str]] = ()
    ) -> None:
        """A value of a few: of those the field always has, or those there are now."""
        does = _writing(writes, field.key)
        self.panel.add_fact(
            field.label, ChooseInPlace(value, of or field.choices, name=field.label, does=does)
        )

    def organisation(self, field: EditableField, organisation_id: str | None, writes: Writes) -> None:
        """Which organisation it is from."""
        known = [(organisation.id, organisation.name) for organisation in self.shown.organisations.values()]
        choices = [("", NO_ORGANISATION), *known]
        self.choice(field, organisation_id or "", writes, of=choices)

    def day(
        self, day: date | None, *, name: str, does: Callable[[str], object], empty: str = "not known"
    ) -> InPlace:
        """A day changed where it stands; while it is typed it says how it is read."""
        words = short_date(day) if day else ""
        return InPlace(words, name=name, does=does, empty=empty, note=read_as)

    # ── lines ──

    def line(
        self, inside: QVBoxLayout, opens: QWidget, *, meta: str = "", after: Sequence[QWidget] = ()
    ) -> None:
        """One thing: its name, a muted line under it, small actions at the right."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(opens, 0, 0)
        for place, button in enumerate(after, 1):
            grid.addWidget(button, 0, place, Qt.AlignmentFlag.AlignTop)
        if meta:
            grid.addWidget(WrappedLabel(meta, "meta"), 1, 0)
        inside.addLayout(grid)

    def opener(self, words: str, kind: str, record_id: str, *, name: str = "") -> QPushButton:
        """Words that lead to another record of this page."""
        made = WordsButton(words, look="name")
        made.setAccessibleName(name or f"Open {words}")
        made.clicked.connect(lambda _on=False: self.people_actions.opened(kind, record_id))
        return made

    def first_day(
        self, first: date | None, *, whose: str, does: Callable[[str], object], always: str
    ) -> QHBoxLayout:
        """From a day on, changed where it stands."""
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(small("from"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.day(first, name=f"From, {whose}", does=does, empty=always), 1)
        return row

    def span(
        self,
        first: date | None,
        last: date | None,
        *,
        whose: str,
        writes: Writes,
        keys: tuple[str, str] = ("from_date", "to_date"),
    ) -> QHBoxLayout:
        """From a day to a day, both changed where they stand."""
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(small("from"), 0, Qt.AlignmentFlag.AlignTop)
        starts = self.day(first, name=f"From, {whose}", does=_writing(writes, keys[0]))
        ends = self.day(last, name=f"Until, {whose}", does=_writing(writes, keys[1]), empty="still")
        row.addWidget(starts, 1)
        row.addWidget(small("until"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(ends, 1)
        return row


def remover(name: str, does: Callable[[], object]) -> QPushButton:
    """The small cross that takes a line out; undo brings it back."""
    return icon_button("close", name, does)


def small(words: str) -> QWidget:
    """A muted word before what is changed where it stands."""
    made = label(words, "meta")
    made.setContentsMargins(0, 3, 0, 0)
    return made


def _writing(writes: Writes, key: str) -> Callable[[str], object]:
    return lambda value: writes(key, value)
