"""The governance chart: who stands where, and that every line can be followed from end to end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.governance.test_lines import BOARDS, line

from boarddesk.rules.governance.chart import Box, Chart, governance_chart
from boarddesk.rules.governance.lines import LineKind, ReportingLine
from boarddesk.rules.governance.placing import Sizes
from boarddesk.rules.governance.ranks import governance_on
from boarddesk.rules.governance.routes import Stretch
from boarddesk.rules.people import Board

DAY = date(2026, 6, 9)
SIZES = Sizes(within=790)
SCRUTINY = LineKind.SCRUTINISED_BY
SAMPLE = (
    line("SIB", "SPB"),
    line("SIB", "HWB"),
    line("SIB", "Cabinet"),
    line("SIB", "Committee", None, date(2026, 3, 31)),
    line("SIB", "Scrutiny", kind=SCRUTINY),
    line("SPB", "HWB", kind=LineKind.INFORMS),
    line("EX", "SIB"),
    line("SIB", "EX", kind=LineKind.INFORMS),
)


def rows(lines: Sequence[ReportingLine], when: date = DAY, most: int = 4) -> list[list[str]]:
    return [list(row) for row in governance_on(BOARDS.values(), lines, when, most=most).rows]


def drawn(lines: Sequence[ReportingLine], when: date = DAY) -> Chart:
    return governance_chart(BOARDS.values(), lines, when, SIZES)


def test_who_a_board_is_accountable_to_stands_above_it_and_who_looks_on_just_over_it() -> None:
    assert rows(SAMPLE) == [["HWB", "cabinet"], ["SPB", "scrutiny"], ["SIB"], ["EX"]]


def test_a_day_has_the_bodies_of_its_own_lines() -> None:
    assert "committee" in rows(SAMPLE, date(2026, 3, 31))[0]


def test_a_board_without_a_line_that_day_stands_last_and_an_empty_office_draws_nothing() -> None:
    assert rows([line("SIB", "SPB")]) == [["SPB"], ["SIB"], ["HWB", "EX"]]
    nothing = governance_chart((), (), DAY, SIZES)
    assert (nothing.boxes, nothing.routes, nothing.high) == ((), (), 0)


def test_lines_of_a_kind_to_one_body_run_as_one_and_their_arrow_is_at_it() -> None:
    chart = drawn([line("SIB", "HWB"), line("SPB", "HWB"), line("EX", "HWB", kind=LineKind.INFORMS)])
    together, alone = chart.routes
    assert (together.bundle.ends, alone.bundle.ends) == (("SIB", "SPB"), ("EX",))
    (box,) = (box for box in chart.boxes if box.body.key == "HWB")
    assert [y for _, y in (*together.tips, *alone.tips)] == [box.top + box.high] * 2


def test_a_board_that_informs_one_below_it_has_the_arrow_there() -> None:
    chart = drawn(SAMPLE)
    (down,) = (route for route in chart.routes if not route.bundle.leads_up)
    (box,) = (box for box in chart.boxes if box.body.key == "EX")
    assert (down.bundle.hub, down.bundle.ends) == ("SIB", ("EX",))
    assert [y for _, y in down.tips] == [box.top]


def test_one_board_under_another_hangs_straight() -> None:
    (route,) = drawn([line("EX", "SIB")]).routes
    assert len({x for stretch in route.stretches for x in (stretch[0], stretch[2])}) == 1


def test_a_long_row_becomes_several_about_as_long() -> None:
    many = [Board(f"g{number}", f"Group {number}", f"G{number}") for number in range(18)]
    lines = [
        line("EX", "SIB"),
        *(ReportingLine(b.id, b.id, LineKind.ACCOUNTABLE_TO, "SIB", "SIB") for b in many),
    ]
    chart = governance_chart([*BOARDS.values(), *many], lines, DAY, SIZES)
    assert [len(row) for row in rows(lines)] == [1, 1, 2]
    found = governance_on([*BOARDS.values(), *many], lines, DAY, most=SIZES.most)
    assert [len(row) for row in found.rows] == [1, 4, 4, 4, 4, 3, 2]
    assert chart.wide <= 790
    assert len(chart.routes) == 1


def test_a_circle_of_an_old_office_is_drawn_too() -> None:
    chart = drawn([line("SIB", "SPB"), line("SPB", "SIB")])
    assert [(route.bundle.hub, route.bundle.leads_up) for route in chart.routes] == [
        ("SPB", True),
        ("SPB", False),
    ]


ENDS = st.sampled_from([*BOARDS, "Cabinet", "ICB", "Scrutiny", "Forum"])
LINES = st.lists(
    st.builds(line, st.sampled_from([*BOARDS]), ENDS, kind=st.sampled_from(LineKind)), max_size=16
)


def apart(one: Box, other: Box) -> bool:
    return abs(one.left - other.left) >= one.wide + 1 or abs(one.top - other.top) >= one.high + 1


def through(stretch: Stretch, box: Box) -> bool:
    x1, y1, x2, y2 = stretch
    return (
        min(x1, x2) < box.left + box.wide
        and max(x1, x2) > box.left
        and min(y1, y2) < box.top + box.high
        and max(y1, y2) > box.top
    )


def runs_along(one: Stretch, other: Stretch) -> bool:
    """Whether two pieces lie on each other, so that nobody could tell whose is whose."""
    upright = [piece[0] == piece[2] for piece in (one, other)]
    if upright[0] != upright[1]:
        return False
    fixed, first, last = (0, 1, 3) if upright[0] else (1, 0, 2)
    if abs(one[fixed] - other[fixed]) > 2:
        return False
    spans = [sorted((piece[first], piece[last])) for piece in (one, other)]
    return spans[0][0] < spans[1][1] - 0.01 and spans[1][0] < spans[0][1] - 0.01


def joined(stretches: Sequence[Stretch], start: tuple[float, float]) -> set[tuple[float, float]]:
    """Every point of a route that is reached from one of its tips."""

    def touches(one: Stretch, point: tuple[float, float]) -> bool:
        x1, y1, x2, y2 = one
        return x1 - 0.01 <= point[0] <= x2 + 0.01 and y1 - 0.01 <= point[1] <= y2 + 0.01

    found, left = {start}, list(stretches)
    while True:
        more = [
            one
            for one in left
            if any(touches(one, point) for point in found)
            or any(
                touches(other, point)
                for other in stretches
                if other not in left
                for point in (one[:2], one[2:])
            )
        ]
        if not more:
            return found
        for one in more:
            left.remove(one)
            found |= {one[:2], one[2:]}


@given(LINES)
def test_whatever_the_lines_no_box_lies_on_another_and_nothing_runs_through_one(
    lines: list[ReportingLine],
) -> None:
    chart = drawn([one for one in lines if one.board_id != one.end])
    assert all(apart(one, other) for one, other in combinations(chart.boxes, 2))
    assert not [
        (route, box)
        for route in chart.routes
        for stretch in route.stretches
        for box in chart.boxes
        if through(stretch, box)
    ]
    assert all(box.left >= 0 and box.left + box.wide <= chart.wide + 0.01 for box in chart.boxes)
    assert all(
        0 <= x <= chart.wide and 0 <= y <= chart.high
        for route in chart.routes
        for stretch in route.stretches
        for x, y in (stretch[:2], stretch[2:])
    )


@given(LINES)
def test_whatever_the_lines_each_can_be_followed_and_no_two_lie_on_each_other(
    lines: list[ReportingLine],
) -> None:
    chart = drawn([one for one in lines if one.board_id != one.end])
    boxes = {box.body.key: box for box in chart.boxes}
    for route in chart.routes:
        hub = boxes[route.bundle.hub]
        start = next(one[:2] for one in route.stretches if one[1] == hub.top + hub.high)
        reached = joined(route.stretches, start)
        for end in route.bundle.ends:
            box = boxes[end]
            assert any(y == box.top and box.left < x < box.left + box.wide for x, y in reached)
    pieces = [(at, stretch) for at, route in enumerate(chart.routes) for stretch in route.stretches]
    assert not [
        (one, other)
        for (first, one), (second, other) in combinations(pieces, 2)
        if first != second and runs_along(one, other)
    ]


@given(LINES)
def test_whatever_the_lines_no_word_lies_on_another(lines: list[ReportingLine]) -> None:
    chart = drawn([one for one in lines if one.board_id != one.end])
    words = [route.word for route in chart.routes]
    assert not [
        (one, other)
        for one, other in combinations(words, 2)
        if abs(one[0] - other[0]) < SIZES.words / 2 and abs(one[1] - other[1]) < SIZES.words_high - 0.01
    ]
