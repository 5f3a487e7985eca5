"""The first page of a whole board: what is wrong, what is late, what is asked, how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.reports import highlight_packs as packs

from boarddesk.rules.highlights import board
from boarddesk.rules.highlights.actions import in_order
from boarddesk.rules.highlights.area import area_standing
from boarddesk.rules.highlights.pack import AreaPack, HighlightPack, StatusCounts
from boarddesk.rules.people import TargetFigure
from boarddesk.rules.plan.actions import Area, Highlight
from boarddesk.rules.statuses.status import IMPROVEMENT_PLAN, Status

MET, ON_TRACK, PARTLY, NOT_ON_TRACK, NOT_KNOWN = IMPROVEMENT_PLAN.statuses
PACK = packs.whole_board()


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def area(number: str, status: Status | None, *actions: Status | None, title: str = "Plans") -> AreaPack:
    judgements = (packs.judgement(status, why=f"area {number} waits"),) if status else ()
    listed = tuple(
        packs.action(f"{number}.{at}", "Do it", "December 2026", "A. Hale", each, why=f"{number}.{at} waits")
        for at, each in enumerate(actions, 1)
    )
    return AreaPack(Area(number, number, title, judgements=judgements, actions=listed), None, ())


def short(*areas: AreaPack) -> tuple[str, ...]:
    return tuple(map(plain, board.in_short(packs.pack(*areas, whole_board=True))))


def test_what_is_off_course_at_risk_late_and_asked_is_said_in_short() -> None:
    assert tuple(map(plain, board.in_short(PACK))) == (
        "One area of three is not on track: timely plans of good quality (area 4).",
        "One is partially met: area 2. 3 of 13 actions are overdue. "
        "Two decisions and one piece of help are asked.",
    )


@pytest.mark.parametrize(
    ("areas", "lead"),
    [
        ([ON_TRACK], "No area is off course."),
        ([ON_TRACK, MET], "Neither area is off course."),
        ([ON_TRACK, MET, ON_TRACK], "No area of three is off course."),
        ([None], "The status of the area is not known."),
        ([None, NOT_KNOWN, ON_TRACK], "The status of two areas of three is not known."),
        ([PARTLY], "The area is partially met: area 1."),
        ([PARTLY, PARTLY], "Both areas are partially met: areas 1 and 2."),
        ([PARTLY, PARTLY, PARTLY], "All three areas are partially met: areas 1, 2 and 3."),
        ([NOT_ON_TRACK, NOT_ON_TRACK, MET], "Two areas of three are not on track: areas 1 and 2."),
    ],
)
def test_the_lead_says_how_many_areas_stand_so(areas: list[Status | None], lead: str) -> None:
    made = [area(str(at), status) for at, status in enumerate(areas, 1)]
    assert short(*made)[0] == lead


def test_where_none_is_off_course_amber_leads_and_is_not_said_twice() -> None:
    assert short(area("1", PARTLY, ON_TRACK))[1] == "No action is overdue. Nothing is asked of the board."
    both = short(area("1", NOT_ON_TRACK), area("2", PARTLY), area("3", PARTLY))
    assert both[1].startswith("Two are partially met: areas 2 and 3.")


def test_statuses_of_two_words_in_one_colour_are_called_by_the_colour() -> None:
    late = replace(NOT_ON_TRACK, key="late", label="Late")
    assert short(area("1", NOT_ON_TRACK), area("2", late))[0] == "Both areas are off course: areas 1 and 2."
    slow = replace(PARTLY, key="slow", label="Slow")
    assert short(area("1", PARTLY), area("2", slow))[0] == "Both areas are at risk: areas 1 and 2."


def test_the_title_of_the_area_off_course_stands_in_the_sentence() -> None:
    assert "SEND plans (area 1)" in short(area("1", NOT_ON_TRACK, title="SEND plans"))[0]
    long = short(area("1", NOT_ON_TRACK, title="Plans that come in time for every child of ours"))[0]
    assert long == "The area is not on track: plans that come in time for every child… (area 1)."


def test_where_no_area_is_adverse_actions_that_are_get_counted() -> None:
    calm = short(area("1", ON_TRACK, NOT_ON_TRACK, NOT_ON_TRACK, PARTLY, ON_TRACK))
    assert calm[1].startswith("No action is overdue; two are not on track and one is partially met.")
    late = replace(NOT_ON_TRACK, key="late", label="Late")
    slow = replace(PARTLY, key="slow", label="Slow")
    mixed = short(area("1", ON_TRACK, NOT_ON_TRACK, late, PARTLY, slow))
    assert "two are off course and two are at risk." in mixed[1]
    assert "two" not in short(area("1", PARTLY, NOT_ON_TRACK, NOT_ON_TRACK))[1]


def test_a_plan_without_actions_says_so() -> None:
    assert short(area("1", ON_TRACK))[1] == "There are no actions yet. Nothing is asked of the board."


def asking(number: str, *asked: tuple[str, str]) -> AreaPack:
    made = area(number, ON_TRACK, ON_TRACK)
    lines = tuple(Highlight(kind, packs.NEWS, text) for kind, text in asked)
    return replace(made, area=replace(made.area, highlights=lines))


def test_what_is_asked_twice_is_said_once_with_both_areas() -> None:
    areas = asking("1", ("help", "a name"), ("decide", "the money")), asking("2", ("help", "a name"))
    found = board.asks_of_board(packs.pack(*areas))
    assert [(ask.lead, ask.text) for ask in found] == [
        ("Decide (area 1):", "the money."),
        ("Help (areas 1 and 2):", "a name."),
    ]
    twice = board.asks_of_board(packs.pack(asking("1", ("help", "a name"), ("help", "a name"))))
    assert [ask.lead for ask in twice] == ["Help (area 1):"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([("help", "a name")], "One piece of help is asked."),
        ([("decide", "the money")], "One decision is asked."),
        ([("help", "a name"), ("help", "a date")], "Two pieces of help are asked."),
        ([("help", "a name"), ("decide", "the money")], "One decision and one piece of help are asked."),
    ],
)
def test_how_much_is_asked_is_counted(asked: list[tuple[str, str]], said: str) -> None:
    assert short(asking("1", *asked))[1].endswith(said)


def off(*areas: AreaPack) -> list[tuple[str, str]]:
    return [(lead, plain(text)) for lead, text in board.off_course(packs.pack(*areas, whole_board=True))]


def test_areas_off_course_then_actions_off_course_elsewhere_are_told_with_their_reason() -> None:
    found = off(area("1", NOT_ON_TRACK, NOT_ON_TRACK), area("2", PARTLY, NOT_ON_TRACK, ON_TRACK, None))
    assert found == [("Area 1:", "area 1 waits."), ("Action 2.1 (area 2):", "2.1 waits.")]


def test_an_area_off_course_gives_its_way_back_where_there_is_one() -> None:
    made = area("1", NOT_ON_TRACK)
    path = (packs.judgement(NOT_ON_TRACK, why="late", path="locums start"),)
    assert off(replace(made, area=replace(made.area, judgements=path))) == [
        ("Area 1:", "late. Locums start.")
    ]
    silent = (packs.judgement(NOT_ON_TRACK),)
    assert off(replace(made, area=replace(made.area, judgements=silent))) == [("Area 1:", "not given.")]


def test_an_action_off_course_without_a_reason_says_so() -> None:
    made = area("1", ON_TRACK)
    bare = packs.action("1.1", "Do it", "December 2026", "A. Hale", NOT_ON_TRACK)
    found = off(replace(made, area=replace(made.area, actions=(bare,))))
    assert found == [("Action 1.1 (area 1):", "no reason given.")]


def test_of_many_off_course_six_are_told_and_the_rest_counted() -> None:
    six = [area(str(at), NOT_ON_TRACK) for at in range(1, 7)]
    assert len(off(*six)) == 6
    assert off(*six, area("7", NOT_ON_TRACK))[6:] == [("", "And one more area, below.")]
    assert off(*six, area("7", ON_TRACK, NOT_ON_TRACK))[6:] == [("", "And one more action, below.")]
    many = off(*six, area("7", NOT_ON_TRACK), area("8", ON_TRACK, NOT_ON_TRACK, NOT_ON_TRACK))
    assert many[6:] == [("", "And one more area and two more actions, below.")]
    five = off(*six[:5], area("8", ON_TRACK, NOT_ON_TRACK, NOT_ON_TRACK))
    assert [lead for lead, _ in five[5:]] == ["Action 8.1 (area 8):", ""]
    assert five[6][1] == "And one more action, below."


def over(*rows: tuple[int, ...], undeclared: int = 0, for_no_meeting: bool = False) -> HighlightPack:
    counted = tuple(
        StatusCounts(date(2026, at, 10), tuple(zip(IMPROVEMENT_PLAN.statuses, row, strict=True)), undeclared)
        for at, row in enumerate(rows, 1)
    )
    return replace(PACK, over_boards=counted, meeting_id=None if for_no_meeting else "june")


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([(11, 16, 8, 1, 2), (17, 11, 7, 2, 1)], "Met rises from 11 to 17 of 38; two are now not on track."),
        ([(3, 1, 0, 0, 0), (2, 1, 0, 1, 0)], "Met falls from 3 to 2 of 4; one is now not on track."),
        ([(3, 1, 0, 0, 0), (3, 0, 1, 0, 0)], "Met stays at 3 of 4; none is now not on track."),
        ([(3, 1, 0, 0, 0), (4, 1, 0, 0, 0)], "Met rises from 3 of 4 to 4 of 5; none is now not on track."),
        (
            [(3, 1, 0, 0, 0), (3, 2, 0, 0, 0)],
            "Met stays at 3 of 5, where there were 4; none is now not on track.",
        ),
    ],
)
def test_the_bars_are_read_out_from_the_first_board_to_the_last(
    rows: list[tuple[int, ...]], finding: str
) -> None:
    assert plain(board.bars_finding(over(*rows))) == finding


def test_those_never_declared_count_among_all_and_stand_with_what_is_not_known() -> None:
    pack = over((1, 0, 0, 0, 0), (1, 0, 0, 0, 2), undeclared=3)
    assert (
        plain(board.bars_finding(pack))
        == "Met stays at 1 of 6, where there were 4; none is now not on track."
    )
    newest = board.bars_in_order(pack)[-1]
    assert board.counts_in_order(newest, in_order(IMPROVEMENT_PLAN)) == (1, 0, 0, 0, 5)
    assert board.counts_in_order(newest, [MET, ON_TRACK]) == (1, 0)


def test_a_scheme_without_a_word_for_done_or_off_course_still_reads() -> None:
    bare = StatusCounts(date(2026, 6, 9), ((ON_TRACK, 2),))
    assert board.bars_finding(replace(PACK, over_boards=(bare,))) == "None is now off course."


def test_the_last_four_boards_make_the_bars_in_order_of_days() -> None:
    five = over(*[(at, 0, 0, 0, 0) for at in range(5)])
    mixed = replace(five, over_boards=five.over_boards[::-1])
    assert [bar.board_day.month for bar in board.bars_in_order(mixed)] == [2, 3, 4, 5]


def test_bars_are_titled_by_boards_or_end_with_the_day_they_are_of() -> None:
    assert board.bars_title(PACK) == "All actions over the last four boards"
    alone = replace(PACK, meeting_id=None)
    assert plain(board.bars_title(alone)) == "All actions over the last three boards, and on 9 June 2026"


def test_bars_are_told_to_who_cannot_see_them_in_a_hundred_and_fifty_characters() -> None:
    assert board.bars_alt(PACK) == (
        "Stacked bars of action statuses at four boards, 10 March 2026 to 9 June 2026. "
        "Met rises from 11 to 17 of 38; two are now not on track."
    )
    assert "on four days, " in board.bars_alt(replace(PACK, meeting_id=None))
    grown = over((111, 116, 118, 11, 12), (117, 111, 117, 12, 131))
    long = tuple(
        replace(
            bar, counts=tuple((replace(each, label=f"{each.label} altogether"), n) for each, n in bar.counts)
        )
        for bar in grown.over_boards
    )
    assert board.bars_alt(replace(grown, over_boards=long)) == (
        "Stacked bars of action statuses at two boards, 10 January 2026 to 10 February 2026."
    )


def test_too_few_boards_for_bars_are_said_in_a_sentence() -> None:
    statuses = in_order(IMPROVEMENT_PLAN)
    assert (
        plain(board.latest_counts(over((1, 2, 0, 0, 0)), statuses))
        == "On 10 January 2026: 1 met, 2 on track."
    )
    assert board.latest_counts(over((0, 0, 0, 0, 0)), statuses) == ""
    assert board.latest_counts(over(), statuses) == ""


def attendance(**fields: Any) -> str:
    assert PACK.attendance is not None
    return plain(" ".join(board.attendance_sentences(replace(PACK.attendance, **fields))))


def test_attendance_is_quoted_with_its_target_what_it_counts_and_its_span() -> None:
    assert attendance() == (
        "96 of 110 (87%), below the target of 90%. This counts seats filled by the member or a deputy, "
        "of seats expected, at eight meetings from 1 September 2025 to 2 June 2026. "
        "Lowest 10 of 14 (71%), highest 14 of 14 (100%)."
    )
    assert "(87%), at or above the target of 90%." in attendance(below=False)
    assert attendance(target="").startswith("96 of 110 (87%). This counts")
    assert "This counts seats whose own member came, of" in attendance(figure=TargetFigure.PERSONAL)
    assert attendance(meetings=1, lowest="", open_registers=1).endswith(
        "2 June 2026. One register still open."
    )
    assert attendance(highest="", open_registers=2).endswith("2 June 2026. Two registers still open.")


def test_a_status_that_nobody_was_counted_under_is_none() -> None:
    few = StatusCounts(date(2026, 6, 9), ((ON_TRACK, 2),))
    assert board.counts_in_order(few, [MET, ON_TRACK, PARTLY]) == (0, 2, 0)
    assert board.counts_in_order(few, in_order(IMPROVEMENT_PLAN)) == (0, 2, 0, 0, 0)


@pytest.mark.parametrize(
    ("actions", "brought_in", "says"),
    [
        ([ON_TRACK, MET], None, ""),
        ([None, None], None, "On 2 June 2026 the status of both actions is not known."),
        (
            [None, ON_TRACK, None],
            date(2026, 6, 20),
            "On 2 June 2026 the status of 2 of 3 actions is not known: the plan came in on 20 June 2026.",
        ),
    ],
)
def test_where_nothing_is_off_course_what_is_not_known_is_said(
    actions: list[Status | None], brought_in: date | None, says: str
) -> None:
    pack = replace(packs.pack(area("1", ON_TRACK, *actions), whole_board=True), brought_in=brought_in)
    assert plain(board.none_off_course(pack)) == says


def test_where_nothing_is_off_course_what_is_overdue_is_said() -> None:
    late = packs.action("1.1", "Do it", "May 2026", "A. Hale", ON_TRACK, why="waits")
    made = area("1", ON_TRACK, ON_TRACK)
    both = replace(made, area=replace(made.area, actions=(*made.area.actions, late)))
    assert plain(board.none_off_course(packs.pack(both, whole_board=True))) == (
        "Nothing is declared off course, but 1 of 2 actions is overdue."
    )


def test_what_was_late_before_a_plan_came_in_is_late_by_its_dates_alone() -> None:
    late = packs.action("1.1", "Do it", "May 2026", "A. Hale", None, why="")
    made = replace(area("1", None), area=replace(area("1", None).area, actions=(late,)))
    pack = replace(packs.pack(made, whole_board=True), brought_in=date(2026, 6, 20))
    assert "1 of 1 actions is overdue by date alone." in plain(board.in_short(pack)[1])
    assert "but 1 of 1 actions is overdue by date alone." in plain(board.none_off_course(pack))
    assert area_standing(made, pack).met == "Not known"
