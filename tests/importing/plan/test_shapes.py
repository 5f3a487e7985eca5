"""What a cell is, whatever its heading says: a ref with the words behind it, a deadline, a figure."""

from __future__ import annotations

import pytest

from boarddesk.importing.plan.shapes import (
    Shape,
    bare_ref,
    begins_with_numbers,
    is_date,
    is_ref,
    ref_and_text,
    shape_of,
)
from boarddesk.importing.tables.grid import Cell


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("1", "1"),
        ("1.1", "1.1"),
        ("4.10", "4.10"),
        ("1.1.2", "1.1.2"),
        ("A1", "A1"),
        ("A.", "A"),
        ("2b", "2b"),
        ("(1a)", "1a"),
        ("R1:", "R1"),
        ("SIP 1.2", "SIP 1.2"),
        ("P1A1", "P1A1"),
        ("Action 1.2", "1.2"),
        ("FOCUS AREA 1.1", "1.1"),
        ("Recommendation 1:", "1"),
    ],
)
def test_a_ref_is_kept_without_the_word_and_the_signs_around_it(written: str, bare: str) -> None:
    assert is_ref(written) and bare_ref(written) == bare


@pytest.mark.parametrize("written", ["", "May", "2026", "1.5 days", "12%", "Publish it", "31/09/2026"])
def test_a_date_a_figure_or_a_word_is_no_ref(written: str) -> None:
    assert not is_ref(written)


@pytest.mark.parametrize(
    ("written", "ref"),
    [
        ("FOCUS AREA 1.1 Publish the guide", "1.1"),
        ("A1 Publish the guide", "A1"),
        ("(1a) Publish the guide", "1a"),
        ("R1: Publish the guide", "R1"),
        ("Recommendation 1: Publish the guide", "1"),
        ("Action 3 – Publish the guide", "3"),
        ("2b. Publish the guide", "2b"),
    ],
)
def test_a_ref_before_the_words_is_told_from_them(written: str, ref: str) -> None:
    assert ref_and_text(written) == (ref, "Publish the guide")


@pytest.mark.parametrize(
    "written",
    [
        "1.5 days a week of support",
        "1.2 FTE posts",
        "95.5% of plans",
        "10% fewer",
        "KS2 results improve",
        "Y6 pupils move up",
        "Q1 report",
        "3 schools have signed",
        "20 June 2026",
        "Publish the guide",
        "",
    ],
)
def test_a_figure_or_a_year_group_before_the_words_is_no_ref(written: str) -> None:
    assert ref_and_text(written) is None


def test_a_plain_number_before_the_words_is_a_ref_only_where_the_column_counts() -> None:
    assert ref_and_text("3. Publish it") is None
    assert ref_and_text("3. Publish it", numbered=True) == ("3", "Publish it")
    assert begins_with_numbers(_cells("1. Publish it", "2. Train them", "3. Ask them"))
    assert not begins_with_numbers(_cells("3 schools signed", "3 schools wait"))
    assert not begins_with_numbers(_cells("1. Publish it", "Train them", "Ask them"))
    assert not begins_with_numbers(_cells("1. Publish it"))


@pytest.mark.parametrize(
    "written",
    [
        "May 2026", "31/09/2026", "Autumn term 2026", "March", "Ongoing", "Termly", "TBC", "2026",
        "Every half term", "At each meeting", "Reviewed monthly", "Twice every year",
    ],
)  # fmt: skip
def test_a_deadline_in_any_words_is_one(written: str) -> None:
    assert is_date(written)


@pytest.mark.parametrize("written", ["", "20", "20 schools", "1.1", "90%", "Complete", "x" * 61])
def test_a_figure_a_ref_or_a_status_is_no_deadline(written: str) -> None:
    assert not is_date(written)


@pytest.mark.parametrize(
    "written", ["Coach every new teacher", "Visit each other's classrooms", "Review the records each year"]
)
def test_what_is_done_each_year_or_for_every_child_is_no_deadline(written: str) -> None:
    assert not is_date(written)


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        (("1.1", "1.2", "see below"), Shape.REF),
        (("Green", "Amber", "not discussed at all"), Shape.STATUS),
        (("May 2026", "TBC", "when staff allow"), Shape.DATE),
        (("41%", "£3,000", "12 weeks"), Shape.FIGURE),
        (("1.1 Publish it", "1.2 Train them"), Shape.REF_TEXT),
        (("Rowan Vale", "Ines Moor"), Shape.SHORT),
        (("Each school has told us what it needs", "Two of three teams have begun"), Shape.PROSE),
        (("", "-", "•"), Shape.EMPTY),
        (("1.1", "see below", "and above"), Shape.SHORT),
    ],
)
def test_a_column_is_what_most_of_its_cells_are(written: tuple[str, ...], shape: Shape) -> None:
    assert shape_of(_cells(*written)) is shape


def test_a_column_of_colours_without_words_is_one_of_statuses() -> None:
    assert shape_of([Cell(shading="00B050"), Cell(shading="FF0000"), Cell()]) is Shape.STATUS
    assert shape_of([Cell(shading="00B050"), Cell(), Cell()]) is Shape.EMPTY


def test_a_cell_merged_over_others_is_counted_once() -> None:
    merged = [Cell(("May 2026",), rows=3), Cell(origin=(0, 0)), Cell(origin=(0, 0))]
    assert shape_of([*merged, Cell(("June 2026",))]) is Shape.DATE


def _cells(*written: str) -> list[Cell]:
    return [Cell((text,) if text else ()) for text in written]
