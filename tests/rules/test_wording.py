"""Words as documents print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules import wording
from boarddesk.rules.wording import one_line, tidied, with_the


def test_a_date_does_not_break_between_day_and_month() -> None:
    assert wording.day(date(2026, 6, 9)) == "9\u00a0June 2026"
    assert wording.day_of_year(date(2026, 6, 9)) == "9\u00a0June"


def test_months_are_named_in_full_and_in_short() -> None:
    assert wording.month(date(2025, 5, 31)) == "May 2025"
    assert wording.short_month(date(2025, 9, 1)) == "Sep 25"


def test_a_stretch_of_days_says_its_year_once_where_it_is_one() -> None:
    days = date(2026, 4, 1), date(2026, 9, 8)
    assert wording.between(*days) == "1\u00a0April to 8\u00a0September 2026"
    assert wording.between_in_short(*days) == "1\u00a0Apr to 8\u00a0Sep\u00a02026"
    days = date(2025, 4, 1), date(2026, 9, 8)
    assert wording.between(*days) == "1\u00a0April 2025 to 8\u00a0September 2026"
    assert wording.between_in_short(*days) == "1\u00a0Apr\u00a02025 to 8\u00a0Sep\u00a02026"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "no decisions"), (1, "one decision"), (2, "two decisions"), (13, "13 decisions")],
)
def test_small_numbers_are_said_in_letters(count: int, said: str) -> None:
    assert wording.count_in_words(count, "decision") == said


def test_a_list_reads_as_a_person_says_it() -> None:
    assert wording.listed(["4.1", "4.4", "4.7"]) == "4.1, 4.4 and 4.7"
    assert wording.listed(["4.1"]) == "4.1"
    assert wording.listed([]) == ""


def test_a_sentence_has_a_capital_and_one_stop() -> None:
    assert wording.sentence("two posts are empty") == "Two posts are empty."
    assert wording.sentence("Is it?") == "Is it?"
    assert wording.sentence("") == ""


def test_dates_and_fractions_in_text_are_bound() -> None:
    assert (
        wording.bound("38 of 64 by 31 May 2026, plans of June")
        == "38\u00a0of\u00a064 by 31\u00a0May 2026, plans of June"
    )


def test_a_typed_bullet_and_line_ends_are_tidied() -> None:
    assert wording.tidied(" - two\n  posts\tare  empty ") == "two posts are empty"


def test_text_is_cut_at_a_word_and_says_so() -> None:
    assert wording.cut_words("one two, three four", 2) == "one two…"
    assert wording.cut_words("one two", 2) == "one two"
    assert wording.cut_characters("Two rounds of adverts", 12) == "Two rounds…"


@given(st.text(max_size=80), st.integers(10, 60))
def test_cut_text_is_never_longer_than_asked(text: str, most: int) -> None:
    assert len(wording.cut_characters(text, most)) <= most


@given(st.text(max_size=80))
def test_binding_changes_nothing_but_spaces(text: str) -> None:
    assert wording.bound(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Ann\nHale", "Ann Hale"),
        ("  Ann \u00a0  Hale\t", "Ann Hale"),
        ("\u202eAnn Hale\u202c", "Ann Hale"),
        ("\u2067Ann\u2069 Ha\u00adle\ufeff", "Ann Hale"),
        ("\u200e\u05d3\u05d5\u05d3\u200f", "\u05d3\u05d5\u05d3"),
        ("- Ann", "- Ann"),
    ],
)
def test_a_name_stands_on_one_line_without_marks_nobody_sees(typed: str, plain: str) -> None:
    assert one_line(typed) == plain
    assert tidied(typed) == plain.removeprefix("- ")


@given(st.text())
def test_tidying_a_name_twice_changes_nothing_more(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert "\n" not in one_line(text) and "  " not in one_line(text)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("SEND Improvement Board", "the SEND Improvement Board"),
        ("The Northmoor Board", "The Northmoor Board"),
        ("the Board", "the Board"),
        ("Theatre Board", "the Theatre Board"),
    ],
)
def test_the_stands_once_before_a_board(name: str, said: str) -> None:
    assert with_the(name) == said


def test_a_number_in_figures_has_its_noun_and_its_comma() -> None:
    said = [wording.count_in_figures(count, "meeting") for count in (0, 1, 2, 1200)]
    assert said == ["0 meetings", "1 meeting", "2 meetings", "1,200 meetings"]
    assert wording.count_in_figures(2, "person", "people") == "2 people"


def test_within_a_sentence_a_title_begins_small_and_an_abbreviation_does_not() -> None:
    assert wording.lower_first("Mark attendance") == "mark attendance"
    assert wording.lower_first("SIB minutes") == "SIB minutes"
    assert wording.lower_first("A note") == "a note"


@pytest.mark.parametrize(
    "number",
    [
        0xAD,
        0x61C,
        0x200B,
        0x200E,
        0x200F,
        0xFEFF,
        0x202A,
        0x202B,
        0x202C,
        0x202D,
        0x202E,
        0x2066,
        0x2067,
        0x2068,
        0x2069,
    ],
)
def test_a_letter_nobody_sees_is_no_part_of_a_name(number: int) -> None:
    assert one_line(f"Ann{chr(number)} Hale") == "Ann Hale"


@pytest.mark.parametrize("number", [0xAE, 0x61D, 0x200D, 0x2010, 0x206A, 0x2065])
def test_a_letter_that_is_seen_stays(number: int) -> None:
    assert one_line(f"Ann{chr(number)}Hale") == f"Ann{chr(number)}Hale"


def test_what_is_exactly_as_long_as_there_is_room_is_not_cut() -> None:
    assert wording.cut_characters("Two rounds", 10) == "Two rounds"
    assert wording.cut_characters("Two rounds.", 10) == "Two round…"
    assert wording.cut_characters("Abcdefghijk", 10) == "Abcdefghi…"
    assert wording.cut_words("one, two three", 1) == "one…"
    assert [wording.number(count) for count in (12, 13, -1)] == ["twelve", "13", "-1"]
    assert wording.month_in_short(date(2024, 11, 3)) == "Nov\u00a02024"
    assert wording.short_month(date(2009, 11, 3)) == "Nov 09"
