"""The headings of a board's cover reports are its own, in its order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from boarddesk.records.agenda import cover_headings as covers
from boarddesk.records.boards import add_board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.cover_headings import SHIPPED, CoverPart
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


@pytest.fixture
def board_id(file: OfficeFile) -> str:
    return add_board(file, "Health and Wellbeing Board", "HWB")


def _titles(file: OfficeFile, board_id: str) -> list[str]:
    return [heading.title for heading in covers.cover_headings(file, board_id)]


@pytest.mark.parametrize("whose", SHIPPED)
def test_a_set_is_taken_as_one_change_in_its_order(file: OfficeFile, board_id: str, whose: str) -> None:
    covers.take_headings(file, board_id, SHIPPED[whose])
    assert _titles(file, board_id) == [title for title, _fills in SHIPPED[whose]]
    assert {heading.fills for heading in covers.cover_headings(file)} == set(CoverPart) - {CoverPart.WORDS}
    file.undo()
    assert _titles(file, board_id) == []


def test_headings_are_added_changed_moved_and_taken_out(file: OfficeFile, board_id: str) -> None:
    first = covers.add_cover_heading(file, board_id, "Purpose", fills=CoverPart.PURPOSE)
    other = covers.add_cover_heading(file, board_id, " Crime and  disorder ")
    covers.order_cover_headings(file, [other, first])
    covers.update_cover_heading(file, first, title="Purpose of the report")
    covers.update_cover_heading(file, other, fills=CoverPart.LEGAL)
    assert [(one.title, one.fills) for one in covers.cover_headings(file, board_id)] == [
        ("Crime and disorder", CoverPart.LEGAL),
        ("Purpose of the report", CoverPart.PURPOSE),
    ]
    covers.remove_cover_heading(file, other)
    assert _titles(file, board_id) == ["Purpose of the report"]


def test_a_heading_given_twice_or_without_words_is_refused(file: OfficeFile, board_id: str) -> None:
    made = covers.add_cover_heading(file, board_id, "Purpose")
    with pytest.raises(Refused, match="already"):
        covers.add_cover_heading(file, board_id, "purpose")
    with pytest.raises(Refused) as no:
        covers.update_cover_heading(file, made, title=" ")
    assert no.value.field == "title"
    with pytest.raises(Refused, match="no longer there"):
        covers.remove_cover_heading(file, "gone")
