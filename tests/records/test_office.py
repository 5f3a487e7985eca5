"""What the window says of an office at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.office import board_names, holds, next_meeting
from boarddesk.records.search import find

TODAY = date(2026, 5, 28)
ALL = frozenset({"action", "person", "seat", "meeting", "kpi", "risk"})


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def _board(file: OfficeFile, name: str, *, position: int = 0) -> str:
    with file.change("Add a board") as change:
        return change.insert("board", name=name, short_name=name[:3], position=position)


def _meeting(file: OfficeFile, board: str, day: str, state: str = "planned") -> str:
    with file.change("Plan a meeting") as change:
        return change.insert("meeting", board_id=board, number=1, date=day, state=state)


def test_an_empty_office_says_so(file: OfficeFile) -> None:
    assert holds(file) == "no boards, no plan"
    assert board_names(file) == ()
    assert next_meeting(file, None, TODAY) is None


def test_boards_stand_in_the_offices_order(file: OfficeFile) -> None:
    _board(file, "Second", position=2)
    _board(file, "First", position=1)
    assert [board.name for board in board_names(file)] == ["First", "Second"]
    assert holds(file) == "2 boards, no plan"


def test_the_next_meeting_is_neither_past_nor_cancelled(file: OfficeFile) -> None:
    board = _board(file, "Board")
    _meeting(file, board, "2026-05-12")
    _meeting(file, board, "2026-06-01", "cancelled")
    wanted = _meeting(file, board, "2026-06-09")
    found = next_meeting(file, board, TODAY)
    assert found is not None
    assert (found.meeting_id, found.date) == (wanted, date(2026, 6, 9))


def test_a_meeting_today_is_still_to_come(file: OfficeFile) -> None:
    board = _board(file, "Board")
    _meeting(file, board, "2026-05-28", "agenda issued")
    assert next_meeting(file, None, TODAY) is not None
    assert next_meeting(file, "no such board", TODAY) is None


def test_people_are_found_by_parts_of_their_names_in_any_order_and_case(file: OfficeFile) -> None:
    with file.change("Add people") as change:
        change.insert("person", name="Dr Helena Stroud")
        change.insert("person", name="Áine O'Brien")
    assert [hit.title for hit in find(file, "stroud hel", kinds=ALL)] == ["Dr Helena Stroud"]
    assert [hit.title for hit in find(file, "áine o'b", kinds=ALL)] == ["Áine O'Brien"]


@pytest.mark.parametrize("typed", ["", "  ", '"', "%", "_", "12/05/2026", "a' OR '1'='1", "-", "*"])
def test_odd_words_find_nothing_and_break_nothing(file: OfficeFile, typed: str) -> None:
    _board(file, "Board")
    assert find(file, typed, kinds=ALL) == ()


def test_only_the_kinds_asked_for_are_found(file: OfficeFile) -> None:
    with file.change("Add") as change:
        change.insert("person", name="Tom Hesketh")
    assert find(file, "tom", kinds=frozenset({"risk"})) == ()


def test_titles_that_begin_with_the_word_come_first(file: OfficeFile) -> None:
    with file.change("Add") as change:
        change.insert("person", name="Anna Tomlin")
        change.insert("person", name="Tom Hesketh")
    assert [hit.title for hit in find(file, "tom", kinds=ALL)] == ["Tom Hesketh", "Anna Tomlin"]


def test_what_is_called_so_is_found_before_what_belongs_to_it(file: OfficeFile) -> None:
    board = _board(file, "Partnership Board")
    with file.change("Add seats") as change:
        for number in range(20):
            change.insert("seat", board_id=board, title=f"Partner {number}", position=number)
    found = find(file, "partnership board", kinds=frozenset({"seat", "board"}))
    assert (found[0].kind, found[0].id) == ("board", board)


def test_organisations_are_found_by_either_name(file: OfficeFile) -> None:
    with file.change("Add an organisation") as change:
        made = change.insert("organisation", name="Northmoor Integrated Care Board", short_name="ICB")
    for typed in ("integrated care", "icb"):
        assert [hit.id for hit in find(file, typed, kinds=frozenset({"organisation"}))] == [made]
