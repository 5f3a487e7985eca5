"""A meeting with two items, and the field one writes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.records.offices import board_with_seats

from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.records.minutes.reading import blocks_of
from boarddesk.rules.minutes.block import Block
from boarddesk.ui.meetings.minutes.keeper import Keeper
from boarddesk.ui.meetings.minutes.writing_field import WritingField

MAY = date(2026, 5, 12)


@dataclass
class Desk:
    """The field over an office, kept by a keeper."""

    field: WritingField
    keeper: Keeper
    file: OfficeFile
    items: tuple[str, ...]

    def kept(self, at: int = 0) -> tuple[Block, ...]:
        return blocks_of(self.file, self.items[at])

    def show(self, at: int = 0) -> None:
        self.field.show_item(self.items[at], self.kept(at), {})


@pytest.fixture
def field(qtbot: QtBot) -> WritingField:
    made = WritingField()
    qtbot.addWidget(made)
    made.resize(560, 420)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def writing(field: WritingField, tmp_path: Path) -> Iterator[Desk]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        meeting = add_meeting(file, board_with_seats(file), MAY, start_time="13:30")
        items = tuple(add_item(file, meeting, title, minutes=20) for title in ("Waiting times", "Budget"))
        made = Desk(field, Keeper(field, file), file, items)
        made.show()
        yield made
        made.keeper.stop()
