"""How a figure is counted and printed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.rolls import row

from boarddesk.rules.attendance.figures import Figure, tally, target_shown
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import Mark


@pytest.mark.parametrize(
    ("n", "of", "target", "shown"),
    [
        (11, 12, 90, "92%"),
        (2, 4, 90, "50%"),
        (0, 3, 90, "0%"),
        (0, 0, 90, "–"),
        (1, 8, 90, "13%"),  # 12.5 goes up
        (112, 125, 90, "89.6%"),
        (2249, 2500, 90, "89.96%"),
        (179999, 200000, 90, "89.9995%"),
        (9, 10, 90, "90%"),
        (181, 200, 90, "91%"),
        (904, 1000, 90, "90%"),
        (1809, 2000, "90.4", "90.5%"),  # reached: rounding down may not say otherwise
        (37, 40, "92.5", "93%"),
        (92, 100, "92.5", "92%"),
        (299, 300, 90, "99.7%"),
        (1, 300, 90, "0.3%"),
        (2999, 3000, 90, "99.97%"),
        (300, 300, 90, "100%"),
        (1999, 2000, 100, "99.95%"),
    ],
)
def test_whole_per_cents_are_rounded_half_up_but_never_across_the_target_nor_to_the_ends(
    n: int, of: int, target: object, shown: str
) -> None:
    assert Figure(n, of).shown(Decimal(str(target))) == shown


def test_without_a_target_half_goes_up() -> None:
    assert [Figure(n, 200).shown() for n in (1, 179, 199)] == ["1%", "90%", "99.5%"]


def test_a_figure_always_stands_with_its_fraction() -> None:
    assert Figure(11, 12).text() == "11 of 12 · 92%"
    assert Figure(0, 0).text() == "–"


def test_the_per_cent_given_to_other_programs_has_one_decimal_or_is_absent() -> None:
    assert Figure(4, 6).percent == Decimal("66.7")
    assert Figure(1, 1).percent == Decimal("100.0")
    assert Figure(0, 0).percent is None


def test_nothing_expected_neither_reaches_nor_misses_a_target() -> None:
    assert Figure(0, 0).meets(Decimal(90)) is None
    assert Figure(9, 10).meets(Decimal(90)) is True
    assert Figure(899, 1000).meets(Decimal(90)) is False


def test_a_target_is_printed_plainly() -> None:
    assert [target_shown(Decimal(one)) for one in ("90", "92.50", "100")] == ["90%", "92.5%", "100%"]


@given(st.integers(0, 3000), st.integers(1, 3000), st.integers(0, 1000))
def test_what_is_printed_lies_on_the_figures_own_side_of_the_target(n: int, of: int, tenths: int) -> None:
    figure, target = Figure(min(n, of), of), Decimal(tenths) / 10
    printed = Fraction(figure.shown(target).removesuffix("%"))
    assert (printed >= Fraction(target)) == figure.meets(target)
    assert (printed == 0) == (figure.n == 0)
    assert (printed == 100) == (figure.n == figure.of)
    assert abs(printed - Fraction(100 * figure.n, of)) <= Fraction(1, 2)


def test_each_mark_goes_to_its_own_count() -> None:
    counted = tally(row(str(place), letter) for place, letter in enumerate("PVTDAXN."))
    assert (counted.present, counted.remote, counted.part, counted.deputy) == (1, 1, 1, 1)
    assert (counted.apologies, counted.absent, counted.not_required, counted.not_recorded) == (1, 1, 1, 1)
    assert (counted.attended, counted.expected) == (3, 7)
    assert counted.personal == Figure(3, 7)
    assert counted.seat == Figure(4, 7)


def test_observers_and_the_secretary_are_in_no_count() -> None:
    rows = [row("a", "P", role=Role.OBSERVER), row("b", "X", role=Role.SECRETARY), row("c", "P")]
    assert tally(rows).seat == Figure(1, 1)


@given(st.lists(st.sampled_from([*Mark, None])))
def test_not_required_leaves_the_denominator(marks: list[Mark | None]) -> None:
    rows = [row(str(place), mark.value if mark else ".") for place, mark in enumerate(marks)]
    without = [one for one in rows if one.mark is not Mark.NOT_REQUIRED]
    assert tally(rows).seat == tally(without).seat
    assert tally(rows).personal == tally(without).personal


def test_a_figure_of_nothing_is_never_printed_otherwise_than_it_is() -> None:
    nothing = Figure(0, 0)
    assert nothing.exact is None and nothing.meets(Decimal(90)) is None
    assert nothing.is_true(Decimal(0)) and nothing.is_true(Decimal(100), Decimal(90))
    assert nothing.shown(Decimal(90)) == nothing.text() == "–"
