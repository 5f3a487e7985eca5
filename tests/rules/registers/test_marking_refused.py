"""What a register refuses: a deputy who sat elsewhere, marks called alike, a register not yet there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.rolls import register, row

from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.people import Person, Role, Sector
from boarddesk.rules.refused import Refused
from boarddesk.rules.registers import marking
from boarddesk.rules.registers.register import MARK_LABELS, Mark

DAY = date(2026, 6, 9)
ANN, BEN = row("Ann", "P"), replace(row("Ben", "D"), deputy_id="Kit", deputy="Kit")
OPEN = replace(register(DAY, [ANN, BEN, row("Cy", "A")]), closed=False)


def test_nobody_deputises_for_themselves_or_while_there_in_their_own_seat() -> None:
    assert marking.why_not_deputy(OPEN, BEN, "Ben") == "Ben cannot be their own deputy."
    sat = "Ann is marked as there in their own seat, so cannot be the deputy here."
    assert marking.why_not_deputy(OPEN, BEN, "Ann") == sat
    assert marking.why_not_deputy(OPEN, BEN, "Cy") == ""
    with pytest.raises(Refused, match="their own seat") as refused:
        marking.check_may_deputise(OPEN, BEN, "Ann")
    assert refused.value.field == "deputy"
    marking.check_may_deputise(OPEN, BEN, "Cy")


def test_only_who_is_not_there_already_is_offered_as_deputy() -> None:
    people = [Person(name, name) for name in ("Ann", "Ben", "Cy", "Kit")]
    assert [one.id for one in marking.free_to_deputise(OPEN, people)] == ["Ben", "Cy", "Kit"]


def test_who_is_down_as_a_deputy_is_not_marked_there_as_well() -> None:
    with pytest.raises(Refused, match="Kit is down as the deputy for Ben"):
        marking.check_may_attend(OPEN, row("Kit"))
    marking.check_may_attend(OPEN, row("Cy"))
    marking.check_may_attend(OPEN, replace(row("Kit"), person_id=None))
    recalled = replace(OPEN, rows=(replace(BEN, mark=Mark.ABSENT),))
    marking.check_may_attend(recalled, row("Kit"))


def test_a_register_not_opened_is_neither_marked_nor_closed() -> None:
    unopened = replace(OPEN, roll_id=None)
    with pytest.raises(Refused, match="Open the register first"):
        marking.check_may_mark(unopened)
    with pytest.raises(Refused, match="Open the register first"):
        marking.check_may_close(unopened, today=DAY)
    marking.check_may_mark(OPEN)
    marking.check_may_close(OPEN, today=DAY)
    with pytest.raises(Refused, match="can be closed on the day"):
        marking.check_may_close(OPEN, today=date(2026, 6, 8))


def test_marks_get_words_of_their_own_and_no_two_are_called_alike() -> None:
    usual = MARK_LABELS[Mark.PRESENT]
    wanted = [(Mark.PRESENT, f" {usual} "), (Mark.ABSENT, " away ")]
    assert marking.check_labels(wanted, MARK_LABELS) == ((Mark.PRESENT, ""), (Mark.ABSENT, "away"))
    with pytest.raises(Refused, match="P is called that already") as refused:
        marking.check_labels([(Mark.ABSENT, usual.upper())], MARK_LABELS)
    assert refused.value.field == Mark.ABSENT.value
    assert marking.check_labels([(Mark.ABSENT, "x" * 40)], MARK_LABELS)
    with pytest.raises(Refused, match="At most 40 letters"):
        marking.check_labels([(Mark.ABSENT, "x" * 41)], MARK_LABELS)


def test_closing_the_register_of_a_meeting_to_come_holds_it() -> None:
    planned = replace(OPEN, meeting=replace(OPEN.meeting, state=MeetingState.PLANNED))
    closed = marking.as_closed(planned)
    assert (closed.closed, closed.meeting.state) == (True, MeetingState.HELD)
    inquorate = replace(OPEN, meeting=replace(OPEN.meeting, state=MeetingState.INQUORATE))
    assert marking.as_closed(inquorate).meeting.state is MeetingState.INQUORATE


def test_rows_of_a_role_or_sector_are_kept_and_none_named_keeps_all() -> None:
    health = replace(row("Di"), sector=Sector.HEALTH)
    adviser = replace(row("Ed", role=Role.ADVISER), sector=Sector.HEALTH)
    made = register(DAY, [ANN, health, adviser])

    def kept(**named: set[Role] | set[Sector]) -> list[str]:
        roles, sectors = named.get("roles", set()), named.get("sectors", set())
        found = marking.with_rows_of(
            made,
            roles={each for each in roles if isinstance(each, Role)},
            sectors={each for each in sectors if isinstance(each, Sector)},
        )
        return [each.person for each in found.rows]

    assert marking.with_rows_of(made) is made
    assert kept(roles={Role.ADVISER}) == ["Ed"]
    assert kept(sectors={Sector.HEALTH}) == ["Di", "Ed"]
    assert kept(roles={Role.MEMBER}, sectors={Sector.HEALTH}) == ["Di"]


def test_a_row_is_called_by_its_person_or_as_a_vacant_seat() -> None:
    assert marking.row_words(ANN) == "Ann"
    assert marking.row_words(replace(ANN, person="")) == "Vacant: Seat of Ann"
