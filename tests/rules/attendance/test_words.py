"""The sentences of an attendance report: the figure, who is lowest, what counted, and the line in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.reports import attendance_packs as packs
from tests.rules.rolls import register, row

from boarddesk.rules.attendance import words
from boarddesk.rules.attendance.figures import DEFINITION_COUNTS
from boarddesk.rules.attendance.pack import AttendancePack
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import Role, TargetFigure
from boarddesk.rules.registers.register import Register

PACK = packs.pack()
PERSONAL = packs.pack(board=replace(packs.BOARD, target_figure=TargetFigure.PERSONAL))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def both(pack: AttendancePack) -> str:
    return plain(" ".join(words.in_short(pack)))


def of(*letters: str, days: tuple[date, ...] = packs.DAYS) -> AttendancePack:
    """One meeting after the other, each with a letter for everybody on the roll."""
    made = tuple(
        register(day, [row(f"{place}", letter) for place, letter in enumerate(marks)])
        for day, marks in zip(days, letters, strict=False)
    )
    return packs.pack(made)


def cancelled(*days: date) -> tuple[Register, ...]:
    return tuple(Register(Meeting(f"c{day}", "sib", 9, day, MeetingState.CANCELLED), "SIB") for day in days)


def test_the_figure_is_held_against_its_target_and_then_who_is_below_is_said() -> None:
    assert both(PACK) == (
        "Seats were filled 60 of 70 times (86%), below the target of 90%. 4 of 9 members are below it. "
        "Lowest organisation: Schools, 5 of 8 (63%); "
        "it and Northmoor Health Trust cannot reach 90% by August 2026."
    )
    assert both(PERSONAL).startswith("Members attended 55 of 70 times (79%), below the target of 90%.")
    assert both(replace(PACK, percentages=False)) == (
        "Seats were filled 60 of 70 times. Lowest organisation: Schools, 5 of 8."
    )


def test_a_board_at_its_target_hears_that_every_member_reaches_it() -> None:
    assert both(of("PP", "PD")) == (
        "Seats were filled 4 of 4 times (100%), at or above the target of 90%. Every member reaches it."
    )
    assert "1 of 2 members is below it. Lowest" in both(of("PA", "PP", "PP"))
    nearly = packs.pack(of("PP", "PA").registers, replace(packs.BOARD, attendance_target=Decimal(75)))
    assert both(nearly).startswith("Seats were filled 3 of 4 times (75%), at or above the target of 75%.")


def test_without_a_register_that_counts_it_is_said_when_one_would() -> None:
    assert both(packs.pack(cancelled(packs.DAYS[0]))) == (
        "No register of this time counts. A register counts once the meeting was held and it is closed."
    )


def test_asked_for_days_are_named_before_the_figures_of_them() -> None:
    asked = replace(PACK.people, first=date(2026, 4, 1), last=date(2026, 9, 8))
    assert "target of 90%. From 1 April to 8 September 2026. 4 of 9" in both(replace(PACK, people=asked))
    half = replace(PACK.people, first=date(2026, 4, 1), last=None)
    assert "From" not in both(replace(PACK, people=half))


def test_the_period_is_of_the_meetings_counted_or_of_the_days_asked_for() -> None:
    assert words.period(PACK) == "September 2025 to May 2026"
    assert words.period(of("P")) == "September 2025"
    empty = packs.pack(cancelled(packs.DAYS[0]))
    days = replace(empty.people, first=date(2026, 4, 1), last=date(2026, 6, 8))
    assert words.period(replace(empty, people=days)) == "April 2026 to June 2026"
    assert words.period(replace(empty, people=replace(days, last=None))) == "up to May 2026"


def test_days_a_year_apart_carry_their_year() -> None:
    assert not words.spans_years([date(2025, 9, 9), date(2026, 8, 31)])
    assert words.spans_years([date(2025, 9, 9), date(2026, 9, 1)])
    assert not words.spans_years([])
    assert words.head(date(2025, 9, 9), with_year=True) == "9\nSep\n25"
    assert words.head(date(2025, 12, 14), with_year=False) == "14\nDec"


def test_who_prepared_it_is_named_but_not_in_a_copy_without_names() -> None:
    assert words.prepared_by(PACK) == "prepared by Joan Fairley"
    assert words.prepared_by(replace(PACK, names=False)) == "prepared by the board’s secretary"
    assert words.prepared_by(replace(PACK, author="")) == ""
    assert words.definition(PACK) == PACK.people.definition
    assert words.definition(replace(PACK, percentages=False)) == DEFINITION_COUNTS


def test_what_counted_names_open_registers_and_up_to_four_cancelled_meetings() -> None:
    def counted(*registers: Register) -> list[str]:
        return [plain(part) for part in words.what_counted(packs.pack(registers))]

    one = of("P").registers
    still_open = replace(one[0], closed=False)
    days = [date(2026, at, 5) for at in range(1, 6)]
    assert counted(*one) == ["One meeting counted, all registers closed"]
    assert counted(still_open) == ["No meetings counted, one register open"]
    assert counted(*one, *cancelled(*days[:1]))[1] == "5 January 2026 was cancelled and does not count"
    four = counted(*cancelled(*days[:4]))
    assert four[0] == "No meetings counted, no register closed in this time"
    assert four[1].endswith("5 March 2026 and 5 April 2026 were cancelled and do not count")
    assert counted(*cancelled(*days))[1] == "five meetings were cancelled and do not count"


def test_each_meeting_lies_between_the_lowest_and_the_highest() -> None:
    def spread(pack: AttendancePack) -> tuple[str, ...]:
        return tuple(map(plain, words.spread(pack, TargetFigure.SEAT)))

    assert spread(PACK) == ("6 of 9 (67%) to", "9 of 9 (100%)")
    assert spread(replace(PACK, percentages=False)) == ("6 of 9 to 9 of 9",)
    assert spread(of("PA")) == ("1 of 2 (50%)",)
    assert spread(of("PA", "AP")) == ("The same at each meeting",)
    assert spread(packs.pack(cancelled(packs.DAYS[0]))) == ()


def test_a_figure_says_whether_it_meets_the_target_and_how_many_it_can_miss() -> None:
    rows = {row.name: row for row in PACK.organisations.rows}
    found = {
        name: (words.against_words(row.judged, PACK), words.headroom_words(row)) for name, row in rows.items()
    }
    assert found["Council"] == ("Meets target", "Can miss 0 more")
    assert found["Schools"] == ("Below target", "Cannot reach it now")
    assert found["Department"] == ("Below target", "–")
    nothing = of("NN", "NN").people.total.judged
    assert (words.against_words(nothing, PACK), words.said(nothing, PACK)) == ("–", "–")


def test_notes_say_what_the_columns_mean_and_how_advisers_are_counted() -> None:
    headroom = "Headroom: over the meetings left in the board year to 31 August 2026."
    assert plain(words.headroom_note(PACK)) == f"Defined as above. {headroom}"
    bare = replace(PACK, percentages=False)
    assert words.headroom_note(bare) == "Defined as above."
    assert plain(words.advisers_note(PACK)).endswith(
        "they are in no figure of the members. Together 14 of 16 (88%); each adviser 75% to 100%."
    )
    assert plain(words.advisers_note(bare)).endswith("Together 14 of 16.")


def test_the_line_says_how_often_the_target_was_reached_and_when_it_was_lowest() -> None:
    assert words.trend_title(PERSONAL) == "Personal attendance at each meeting"
    assert words.trend_finding(PACK) == "At or above target at two of eight meetings; lowest in March."
    assert words.trend_finding(PERSONAL) == "At or above target at none of eight meetings; lowest in March."
    assert (
        words.trend_finding(of("PP", "PA")) == "At or above target at one of two meetings; lowest in October."
    )


@pytest.mark.parametrize(
    ("letters", "ends"),
    [
        (["PA", "PA"], "; the same at each."),
        (["AA", "PP", "AA", "AA"], "; lowest in September, November and December."),
        (["AA", "PP", "AA", "AA", "AA"], "; lowest at four of them, the first in September."),
        (["PA"], "; lowest in September."),
    ],
)
def test_several_lowest_meetings_are_named_up_to_three_months(letters: list[str], ends: str) -> None:
    assert words.trend_finding(of(*letters)).endswith(f" meeting{'s' if len(letters) > 1 else ''}{ends}")


def test_over_a_year_the_lowest_month_carries_its_year() -> None:
    days = (date(2025, 3, 4), date(2026, 3, 3), date(2026, 4, 7))
    assert words.trend_finding(of("AA", "PP", "PP", days=days)).endswith("; lowest in March 2025.")


def test_a_meeting_where_nothing_was_expected_is_no_point_of_the_line() -> None:
    pack = of("PP", "NN", "PA")
    assert [figures.meeting.date for figures in words.on_trend(pack)] == [packs.DAYS[0], packs.DAYS[2]]


def test_the_line_is_told_to_who_cannot_see_it_in_a_hundred_and_fifty_characters() -> None:
    assert words.trend_alt(PACK) == (
        "Line of seat attendance at eight meetings: 88% in September 2025, 100% in May 2026, "
        "against a target of 90%."
    )
    assert len(words.trend_alt(packs.pack(packs.registers(tuple(_weekly(30)))))) <= words.LONGEST_ALT


def _weekly(many: int) -> list[date]:
    return [date(2025, 9, 2) + timedelta(7 * at) for at in range(many)]


def test_an_adviser_alone_is_in_no_figure_of_the_members() -> None:
    adviser = register(packs.DAYS[0], [row("a", "P", role=Role.ADVISER)])
    assert both(packs.pack((adviser,))).startswith("No register of this time counts.")
