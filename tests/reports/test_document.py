"""What the content model lets a document say."""

from __future__ import annotations

import pytest
from tests.reports.sample_documents import MET, PIXEL, full_document

from boarddesk.reports.document import Column, Heading, Picture, Table, Tint, bullets, cell, section, words


def test_empty_strings_leave_nothing_behind() -> None:
    assert words("", "Said", "") == words("Said")
    assert cell("", "Said").lines == (words("Said"),)


def test_an_empty_cell_is_said_as_a_dash() -> None:
    assert cell().said == "–"


def test_a_cell_says_its_chip_with_the_shape_held_to_the_word() -> None:
    assert cell(MET, "since May", tint=Tint.PALE).said == "✔\u00a0Met\nsince May"


def test_a_row_has_as_many_cells_as_the_table_has_columns() -> None:
    with pytest.raises(ValueError, match="needs 2 cells"):
        Table("T", "d", (Column("A", 1), Column("B", 1)), ((cell("one"),),))


def test_alternative_text_is_asked_for_and_limited() -> None:
    with pytest.raises(ValueError, match="151 characters"):
        Picture(PIXEL, "x" * 151, 1)
    with pytest.raises(ValueError, match="decorative"):
        Picture(PIXEL, "", 1)


def test_a_picture_keeps_its_proportions() -> None:
    assert Picture(PIXEL, "A dot.", 4.0).height == 4.0


def test_only_the_title_is_a_heading_of_level_one() -> None:
    with pytest.raises(ValueError, match="level 1"):
        Heading("Area 4", level=1)


def test_a_section_without_anything_says_so_in_words() -> None:
    assert (
        section(Heading("KPIs"), *bullets([]), empty="None set.")[1:]
        == section(Heading("x"), empty="None set.")[1:]
    )


def test_the_chips_offered_and_used_are_each_named_once() -> None:
    styles = [chip.style for chip in full_document().chips_used()]
    assert len(styles) == len(set(styles)) == 9
