"""Status schemes, direction of travel, and statuses read from words and colours."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boarddesk.rules.statuses.shades import PAPER, contrast, hex_of, ink_on, shade
from boarddesk.rules.statuses.status import (
    BRAG_WITH_PINK,
    DELIVERY_CONFIDENCE,
    IMPROVEMENT_PLAN,
    RAG_BY_RISK,
    SCHEMES,
    Direction,
    Scheme,
    Status,
    StatusIs,
    count_statuses,
    direction,
)
from boarddesk.rules.statuses.words import colour_of, is_named, kind_named, read_fill, read_opening, read_word

MET, ON_TRACK, PARTLY, NOT_ON_TRACK, NOT_KNOWN = IMPROVEMENT_PLAN.statuses
every_status = [status for scheme in SCHEMES for status in scheme.statuses]
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_a_shipped_scheme_tells_its_statuses_apart(scheme: Scheme) -> None:
    for name in ("key", "label", "letter", "fill"):
        assert len({getattr(status, name) for status in scheme.statuses}) == len(scheme.statuses)


@pytest.mark.parametrize("status", every_status, ids=lambda status: f"{status.label} {status.fill}")
def test_a_status_can_be_read_on_its_fill(status: Status) -> None:
    assert contrast(status.fill, status.ink) >= 4.5


@given(colours)
@example("007BC8")
def test_any_fill_has_an_ink_that_can_be_read_on_it(fill: str) -> None:
    assert contrast(fill, ink_on(fill)) >= 4.5


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("000000", PAPER) == pytest.approx(21)
    assert contrast("767676", PAPER) == pytest.approx(4.54, abs=0.01)


def test_the_default_scheme_is_that_of_improvement_plans() -> None:
    assert [(one.label, one.shape) for one in IMPROVEMENT_PLAN.statuses] == [
        ("Met", "✔"),
        ("On track", "●"),
        ("Partially met", "◆"),
        ("Not on track", "▲"),
        ("Not known", "?"),
    ]


def test_a_legend_says_shape_word_and_meaning_of_each() -> None:
    assert RAG_BY_RISK.legend.startswith("●\N{NO-BREAK SPACE}Green, will be done as planned · ◆")


@pytest.mark.parametrize(
    ("before", "now", "heading"),
    [
        (PARTLY, NOT_ON_TRACK, Direction.WORSENING),
        (NOT_ON_TRACK, PARTLY, Direction.IMPROVING),
        (ON_TRACK, MET, Direction.IMPROVING),
        (MET, ON_TRACK, Direction.WORSENING),
        (ON_TRACK, ON_TRACK, Direction.STEADY),
        (BRAG_WITH_PINK.find("pink"), BRAG_WITH_PINK.find("green"), Direction.IMPROVING),
        (BRAG_WITH_PINK.find("pink"), BRAG_WITH_PINK.find("red"), Direction.WORSENING),
        (NOT_KNOWN, NOT_KNOWN, Direction.STEADY),
        (NOT_KNOWN, ON_TRACK, None),
        (ON_TRACK, NOT_KNOWN, None),
        (None, ON_TRACK, None),
    ],
)
def test_direction_is_judged_on_what_the_statuses_are(
    before: Status | None, now: Status | None, heading: Direction | None
) -> None:
    assert direction(before, now) is heading


def test_a_direction_is_a_word_beside_its_arrow() -> None:
    assert [one.shown.split("\N{NO-BREAK SPACE}") for one in Direction] == [
        ["↑", "Improving"],
        ["→", "Steady"],
        ["↓", "Worsening"],
    ]


@given(st.sampled_from(every_status), st.sampled_from(every_status))
def test_the_way_back_is_the_opposite_direction(one: Status, other: Status) -> None:
    opposite = {Direction.IMPROVING: Direction.WORSENING, Direction.WORSENING: Direction.IMPROVING}
    there, back = direction(one, other), direction(other, one)
    assert back is (opposite.get(there, there) if there else None)


def test_counting_keeps_the_schemes_order_and_tells_how_many_are_undeclared() -> None:
    counts, undeclared = count_statuses([MET, None, MET, NOT_ON_TRACK], IMPROVEMENT_PLAN)
    assert [(status.label, number) for status, number in counts if number] == [
        ("Met", 2),
        ("Not on track", 1),
    ]
    assert undeclared == 1


@pytest.mark.parametrize(
    ("words", "scheme", "label"),
    [
        ("Met", IMPROVEMENT_PLAN, "Met"),
        ("MET", IMPROVEMENT_PLAN, "Met"),
        ("On Track!", IMPROVEMENT_PLAN, "On track"),
        ("ON-TRACK", IMPROVEMENT_PLAN, "On track"),
        ("Not met", IMPROVEMENT_PLAN, "Not on track"),
        ("not_on_track", IMPROVEMENT_PLAN, "Not on track"),
        ("P", IMPROVEMENT_PLAN, "Partially met"),
        ("Green", IMPROVEMENT_PLAN, "On track"),
        ("g", RAG_BY_RISK, "Green"),
        ("RAG: Amber", RAG_BY_RISK, "Amber"),
        ("yellow", RAG_BY_RISK, "Amber"),
        ("A/G", DELIVERY_CONFIDENCE, "Amber/Green"),
        ("amber / red", DELIVERY_CONFIDENCE, "Amber/Red"),
        ("Amber", DELIVERY_CONFIDENCE, "Amber"),
        ("completed", BRAG_WITH_PINK, "Blue"),
        ("To be started", BRAG_WITH_PINK, "Pink"),
        ("in progress", BRAG_WITH_PINK, "Amber"),
        ("Delayed", BRAG_WITH_PINK, "Red"),
        ("Status: Red (was on hold)", RAG_BY_RISK, "Red"),
    ],
)
def test_words_and_letters_are_read_as_the_scheme_has_them(words: str, scheme: Scheme, label: str) -> None:
    read = read_word(words, scheme)
    assert read.status and read.status.label == label


def test_two_statuses_in_one_cell_are_told_and_none_is_taken() -> None:
    read = read_word("Red / Amber", RAG_BY_RISK)
    assert read.status is None
    assert read.explained == "“Red / Amber” could mean “Amber” or “Red”."


def test_a_word_the_scheme_has_no_status_for_is_said() -> None:
    assert read_word("Blue", RAG_BY_RISK).explained == "“Blue” is no status of this scheme."
    assert read_word("see below", RAG_BY_RISK).status is None
    assert read_word("", RAG_BY_RISK).explained == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Met - Refresh and relaunch complete.", "Met"),
        ("On track – Phase 1 and 2 have now been completed", "On track"),
        ("Partially met: Lack of regular participation", "Partially met"),
        ("Not met: This data is not currently available", "Not on track"),
        ("MET\nOut of 239 applications", "Met"),
    ],
)
def test_the_first_words_of_progress_name_a_status(text: str, label: str) -> None:
    read = read_opening(text, IMPROVEMENT_PLAN)
    assert read.status and read.status.label == label


@pytest.mark.parametrize("text", ["Metrics are collected", "A review is planned", "This hub opened", ""])
def test_progress_that_names_no_status_has_none(text: str) -> None:
    assert read_opening(text, IMPROVEMENT_PLAN).status is None


@pytest.mark.parametrize(
    ("fills", "is_a"),
    [
        ("00B050 92D050 70AD47 00FF00 C6EFCE #28a197", StatusIs.ON_COURSE),
        ("FFC000 FFFF00 ED7D31 FFBF47 FFEB9C FF9900", StatusIs.AT_RISK),
        ("FF0000 C00000 B10E1E FF5050 FFC7CE", StatusIs.OFF_COURSE),
        ("0070C0 00B0F0 4472C4 002060 FF0070C0", StatusIs.COMPLETE),
    ],
)
def test_the_colours_of_office_palettes_show_their_status(fills: str, is_a: StatusIs) -> None:
    assert {read_fill(fill, IMPROVEMENT_PLAN).status for fill in fills.split()} == {
        next(status for status in IMPROVEMENT_PLAN.statuses if status.is_a is is_a)
    }


@pytest.mark.parametrize(
    "fill", ["FFFFFF", "F2F2F2", "D9D9D9", "808080", "000000", "E4EBEF", "DEEAF6", "44546A", "auto", "", None]
)
def test_white_greys_and_pale_bands_are_no_status(fill: str | None) -> None:
    assert read_fill(fill, IMPROVEMENT_PLAN).status is None
    assert read_fill(fill, IMPROVEMENT_PLAN).explained == ""


def test_a_shade_between_red_and_pink_is_told_where_the_scheme_has_both() -> None:
    read = read_fill("FFC3CC", BRAG_WITH_PINK)
    assert read.status is None
    assert {status.label for status in read.could_be} == {"Red", "Pink"}
    assert read_fill("FFC3CC", RAG_BY_RISK).status == RAG_BY_RISK.find("red")


def test_a_shade_the_scheme_has_no_status_for_is_said() -> None:
    assert read_fill("0070C0", RAG_BY_RISK).explained == "The shade 0070C0 is no status of this scheme."


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_what_a_scheme_prints_it_reads_back(scheme: Scheme) -> None:
    for status in scheme.statuses:
        assert read_word(status.label, scheme).status == status
        assert read_word(status.letter, scheme).status == status
        assert status is NOT_KNOWN or read_fill(status.fill, scheme).status == status
        assert all(map(is_named, (status.label, status.letter, status.meaning or status.label)))


@given(st.text(max_size=30), st.sampled_from(SCHEMES))
def test_no_text_stops_the_reading(text: str, scheme: Scheme) -> None:
    for read in (read_word(text, scheme), read_opening(text, scheme), read_fill(text, scheme)):
        assert not (read.status and read.could_be)
        assert len(read.could_be) != 1


@given(colours, st.sampled_from(SCHEMES))
def test_hex_digits_are_read_in_any_form(fill: str, scheme: Scheme) -> None:
    assert hex_of(f"#{fill.lower()}") == hex_of(f"FF{fill}") == fill
    assert read_fill(f"#{fill.lower()}", scheme) == read_fill(fill, scheme)


@pytest.mark.parametrize(
    ("text", "is_a"),
    [
        ("Not met, though partially met last year", StatusIs.OFF_COURSE),
        ("the work is behind schedule", StatusIs.AT_RISK),
        ("will be finished in March", None),
        ("will not be finished", StatusIs.OFF_COURSE),
        ("Green", None),
        ("Met in full", StatusIs.COMPLETE),
        ("B", None),
        ("Metrics", None),
        ("on track but at risk", StatusIs.ON_COURSE),
    ],
)
def test_the_first_words_councils_use_say_what_a_status_is(text: str, is_a: StatusIs | None) -> None:
    assert kind_named(text) is is_a


def test_a_sign_has_the_colour_it_stands_for() -> None:
    assert [colour_of(sign) for sign in ("🔴", "R", "Red", "🟢", "amber", "A", "Met", "")] == [
        "red", "red", "red", "green", "amber", "amber", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Met", "R/A", "A/R", "on track", "g", "BRAG: Blue", "Pink"])
def test_a_status_of_any_shipped_scheme_is_known_as_one(text: str) -> None:
    assert is_named(text)


@pytest.mark.parametrize("text", ["", "Metrics", "See below", "Q", "RR"])
def test_what_is_no_status_of_any_scheme_is_not_known_as_one(text: str) -> None:
    assert not is_named(text)


def test_a_longer_phrase_hides_the_shorter_one_within_it() -> None:
    assert read_word("this is not on track yet", IMPROVEMENT_PLAN).status == NOT_ON_TRACK
    assert read_word("it was partially met then", IMPROVEMENT_PLAN).status == PARTLY
    both = read_word("one met and one not met", IMPROVEMENT_PLAN)
    assert both.status is None and set(both.could_be) == {MET, NOT_ON_TRACK}


@pytest.mark.parametrize(
    ("fill", "light", "red", "yellow"),
    [
        ("FF0000", 53.24, 80.09, 67.20),
        ("00FF00", 87.73, -86.18, 83.18),
        ("0000FF", 32.30, 79.19, -107.86),
        ("FFFFFF", 100.0, 0.0, 0.0),
        ("808080", 53.59, 0.0, 0.0),
        ("0A0000", 0.58, 2.62, 0.92),
        ("000000", 0.0, 0.0, 0.0),
    ],
)
def test_a_colour_is_measured_as_the_eye_sees_it(fill: str, light: float, red: float, yellow: float) -> None:
    seen = shade(fill)
    assert (seen.light, seen.red, seen.yellow) == pytest.approx((light, red, yellow), abs=0.02)
    assert seen.distance(seen) == 0


@pytest.mark.parametrize(("fill", "ink"), [("FFFFFF", "0B0C0C"), ("000000", "FFFFFF"), ("007BC8", "000000")])
def test_ink_is_near_black_or_white_and_pure_black_only_where_neither_can_be_read(
    fill: str, ink: str
) -> None:
    assert ink_on(fill) == ink
