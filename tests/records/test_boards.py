"""Boards with their terms, and organisations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.records.offices import DAY, meeting_of

from boarddesk.records.boards import (
    add_board,
    add_organisation,
    board,
    board_named,
    boards,
    organisations,
    remove_organisation,
    set_quorum_rules,
    update_board,
    update_organisation,
)
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.dates.date_rules import DateRule, DayKind
from boarddesk.rules.people import BoardKind, QuorumRule, Role, Sector, TargetFigure, YearStart
from boarddesk.rules.refused import Refused


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as made:
        yield made


def test_a_board_is_the_partnerships_own_until_it_is_said_to_be_statutory(file: OfficeFile) -> None:
    made = add_board(file, "Health and Wellbeing Board", "HWB")
    assert board(file, made).kind is BoardKind.PARTNERSHIP
    update_board(file, made, kind=BoardKind.STATUTORY, terms_version=" 3 ")
    found = board(file, made)
    assert (found.kind, found.terms_version) == (BoardKind.STATUTORY, "3")
    file.undo()
    assert board(file, made).terms_version == ""


def test_a_board_keeps_its_terms(file: OfficeFile) -> None:
    made = add_board(
        file,
        "Partnership Board",
        "PB",
        year_start=YearStart.ACADEMIC,
        attendance_target=Decimal("92.5"),
        target_figure=TargetFigure.PERSONAL,
        quorum=" 1 / 3 ",
    )
    rules = (
        QuorumRule(1, sector=Sector.HEALTH, from_date=date(2026, 6, 9)),
        QuorumRule(1, roles=(Role.CHAIR, Role.VICE_CHAIR)),
    )
    set_quorum_rules(file, made, rules)
    found = board(file, made)
    assert (found.year_start, found.attendance_target, found.quorum) == (
        YearStart.ACADEMIC,
        Decimal("92.5"),
        "1/3",
    )
    assert (found.target_figure, found.quorum_rules) == (TargetFigure.PERSONAL, rules)


@pytest.mark.parametrize(
    ("field", "value"),
    [("quorum", "most of them"), ("attendance_target", Decimal(101)), ("short_name", " "), ("name", "")],
)
def test_terms_that_cannot_be_are_refused_beside_their_field(
    file: OfficeFile, field: str, value: object
) -> None:
    made = add_board(file, "Partnership Board", "PB")
    with pytest.raises(Refused) as refused:
        update_board(file, made, **{field: value})
    assert refused.value.field == field


def test_a_short_name_is_one_boards_only_and_finds_it(file: OfficeFile) -> None:
    made = add_board(file, "Partnership Board", "PB")
    with pytest.raises(Refused):
        add_board(file, "Pupil Board", "pb")
    assert board_named(file, "pb").id == board_named(file, "partnership board").id == made
    with pytest.raises(Refused, match="There is: PB"):
        board_named(file, "XX")


def test_boards_stand_in_the_order_they_were_added(file: OfficeFile) -> None:
    for name in ("Zebra", "Ark"):
        add_board(file, name, name)
    assert [one.name for one in boards(file)] == ["Zebra", "Ark"]


def test_an_organisation_has_one_name_and_stays_once_it_was_on_a_register(file: OfficeFile) -> None:
    with pytest.raises(Refused):
        add_organisation(file, " ")
    spare = add_organisation(file, "Spare")
    with pytest.raises(Refused):
        add_organisation(file, "spare")
    update_organisation(file, spare, name="Spare wheel", sector=Sector.EDUCATION)
    assert organisations(file)[0].sector is Sector.EDUCATION
    remove_organisation(file, spare)
    attendance.open_register(file, meeting_of(file), today=DAY)
    with pytest.raises(Refused, match="stands on a register"):
        remove_organisation(file, organisations(file)[0].id)


def test_days_around_a_meeting_are_kept_with_their_kind(file: OfficeFile) -> None:
    board_id = add_board(file, "Board", "B", pack_issued=-7, pack_issued_in=DayKind.CALENDAR)
    update_board(file, board_id, plan_sent=3, plan_sent_in=DayKind.CLEAR)
    kept = board(file, board_id)
    assert kept.rule("pack_issued") == DateRule(-7, DayKind.CALENDAR)
    assert kept.rule("plan_sent") == DateRule(3, DayKind.CLEAR)
    assert kept.rule("forms_out") == DateRule(-19)


def test_a_board_that_becomes_a_statutory_committee_issues_its_pack_five_clear_days_before(
    file: OfficeFile,
) -> None:
    board_id = add_board(file, "Health and Wellbeing Board", "HWB")
    update_board(file, board_id, kind=BoardKind.STATUTORY)
    assert board(file, board_id).rule("pack_issued") == DateRule(-5, DayKind.CLEAR)
    file.undo()
    assert board(file, board_id).rule("pack_issued") == DateRule(-5)
    update_board(file, board_id, pack_issued=-8)
    update_board(file, board_id, kind=BoardKind.STATUTORY)
    assert board(file, board_id).rule("pack_issued") == DateRule(-8)


@pytest.mark.parametrize("terms", [{"pack_issued": -5}, {"pack_issued_in": DayKind.CALENDAR}])
def test_a_statutory_committee_with_less_is_refused(file: OfficeFile, terms: dict[str, object]) -> None:
    board_id = add_board(file, "Board", "B", kind=BoardKind.STATUTORY, pack_issued=-6)
    with pytest.raises(Refused, match="5 clear days") as no:
        update_board(file, board_id, **terms)
    assert no.value.field == "pack_issued"
    update_board(file, board_id, kind=BoardKind.PARTNERSHIP, **terms)
