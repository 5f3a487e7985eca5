"""Reporting lines as they are kept: added, changed, ended and taken out, each one undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.records.boards import add_board, update_board
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.lines import add_line, line, lines, remove_line, update_line
from boarddesk.rules.governance.lines import LineKind
from boarddesk.rules.refused import Refused

APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        for short in ("SIB", "SPB", "HWB"):
            with made.change(short) as change:
                change.insert("board", id=short, name=f"The {short}", short_name=short)
        yield made


def test_a_line_goes_to_a_board_by_any_of_its_names_and_to_any_other_body_by_its_own(
    file: OfficeFile,
) -> None:
    for to in ("spb", " The  HWB ", "Council cabinet"):
        add_line(file, "SIB", to)
    assert [(one.to_board_id, one.to_name) for one in lines(file)] == [
        ("SPB", "The SPB"),
        ("HWB", "The HWB"),
        (None, "Council cabinet"),
    ]


def test_a_line_names_a_board_as_it_is_called_now_and_keeps_the_name_should_the_board_go(
    file: OfficeFile,
) -> None:
    made = add_line(file, "SIB", "SPB")
    update_board(file, "SPB", name="The Partnership")
    assert line(file, made).to_name == "The Partnership"
    with file.change("Take the board out") as change:
        change.delete("board", "SPB")
    assert (line(file, made).to_board_id, line(file, made).to_name) == (None, "The SPB")


def test_each_thing_done_to_a_line_is_one_undo_that_says_so(file: OfficeFile) -> None:
    made = add_line(file, "SIB", "SPB", from_day=APRIL)
    before = lines(file)
    update_line(file, made, kind=LineKind.INFORMS)
    update_line(file, made, to="Council cabinet")
    update_line(file, made, until_day=MAY)
    remove_line(file, made)
    assert lines(file) == ()
    assert [file.undo() for _ in range(4)] == [
        "Remove line SIB informs Council cabinet",
        "End line SIB informs Council cabinet",
        "Change line SIB informs SPB",
        "Change line SIB accountable to SPB",
    ]
    assert lines(file) == before
    assert file.undo() == "Add line SIB accountable to SPB"
    assert lines(file) == ()


@pytest.mark.parametrize(
    ("to", "until", "field"),
    [
        ("sib", None, "to"),
        (" ", None, "to"),
        ("HWB", None, "to"),
        ("SPB", date(2026, 3, 31), "until_day"),
    ],
)
def test_what_a_line_may_not_be_is_refused_and_nothing_is_written(
    file: OfficeFile, to: str, until: date | None, field: str
) -> None:
    made = add_line(file, "SIB", "SPB", from_day=APRIL)
    add_line(file, "HWB", "SIB")
    before = lines(file)
    with pytest.raises(Refused) as no:
        update_line(file, made, to=to, until_day=until)
    assert no.value.field == field
    assert lines(file) == before


def test_a_line_that_is_gone_is_said_to_be_gone(file: OfficeFile) -> None:
    with pytest.raises(Refused, match="no longer there"):
        remove_line(file, "0123456789abcdef")


def test_a_board_keeps_its_lines_in_the_order_they_were_added(file: OfficeFile) -> None:
    for to in ("Zoo", "Ark"):
        add_line(file, "SIB", to)
    below = add_board(file, "Executive", "EX")
    add_line(file, below, "SIB")
    assert [one.to_name for one in lines(file)] == ["Zoo", "Ark", "The SIB"]
    assert [one.to_name for one in lines(file, below)] == ["The SIB"]
