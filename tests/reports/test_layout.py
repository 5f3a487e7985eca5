"""Columns hold their longest word, and pages are counted about right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.reports.document import (
    Column,
    Contents,
    Document,
    Heading,
    Page,
    Paragraph,
    Table,
    cell,
    words,
)
from boarddesk.reports.layout import (
    first_row_keeps,
    fitted,
    known_pages,
    needs_contents,
    page_count,
    page_of_contents,
    places_of_headings,
)
from boarddesk.reports.metrics import POINTS_PER_CM, lines_of, longest_word, width_of


def table(widths: list[float], texts: list[str]) -> Table:
    columns = tuple(Column("C", width) for width in widths)
    return Table("T", "d", columns, (tuple(cell(text) for text in texts),))


def test_widths_that_hold_their_words_stay_as_given() -> None:
    assert fitted(table([5, 5], ["short", "words"]), Page.PORTRAIT) == (5, 5)


def test_a_column_grows_for_a_long_word_at_the_cost_of_one_with_room() -> None:
    narrow, wide = fitted(table([1.5, 15.9], ["x", "y"]), Page.PORTRAIT)
    grown, given_up = fitted(table([1.5, 15.9], ["Responsibilities", "y"]), Page.PORTRAIT)
    assert grown > narrow and given_up < wide
    assert grown - 0.3 > longest_word("Responsibilities", 10.5, bold=True) / POINTS_PER_CM


@given(
    st.lists(st.tuples(st.floats(0.8, 6), st.text("abcdefgh ", max_size=40)), min_size=2, max_size=8),
)
def test_the_total_width_is_kept(given_columns: list[tuple[float, str]]) -> None:
    widths = [width for width, _ in given_columns]
    found = fitted(table(widths, [text for _, text in given_columns]), Page.PORTRAIT)
    assert sum(found) == pytest.approx(sum(widths))
    assert all(width > 0 for width in found)


def test_a_row_that_tells_a_story_goes_on_over_the_page_and_a_short_one_does_not() -> None:
    told = replace(table([8.7, 8.7], ["words in a row " * 40, "y"]), rows=((cell("x" * 399), cell("y")),))
    assert not told.may_split(told.rows[0])
    story = table([8.7, 8.7], ["words in a row " * 200, "y"])
    assert story.may_split(story.rows[0])
    assert page_count(Document("Story", (story,))) == 2


def test_two_tall_rows_do_not_leave_half_a_page_empty_together() -> None:
    short = replace(table([8.7, 8.7], ["x", "y"]), rows=((cell("x"), cell("y")),) * 3)
    tall = replace(short, rows=((cell("words " * 60), cell("y")),) * 3)
    assert first_row_keeps(short, Page.PORTRAIT) and not first_row_keeps(tall, Page.PORTRAIT)


def test_rows_to_write_in_are_as_high_as_a_hand_needs() -> None:
    many = replace(table([8.7, 8.7], ["x", "y"]), rows=((cell("x"), cell("y")),) * 30)
    assert page_count(Document("Sheet", (many,))) == 1
    assert page_count(Document("Sheet", (replace(many, row_height=1.0),))) == 2


def test_bold_is_wider_and_long_text_takes_lines() -> None:
    assert width_of("Status", 12, bold=True) > width_of("Status", 12)
    assert lines_of("one two three four", 12, room=45) == 3
    assert lines_of("one\ntwo", 12, room=400) == 2


def test_sections_on_new_pages_are_counted() -> None:
    blocks = tuple(
        each for n in range(7) for each in (Heading(f"Area {n}", new_page=True), Paragraph(words("Text.")))
    )
    document = Document("Plan", blocks)
    assert page_count(document) == 8
    assert known_pages(document) == (2, 3, 4, 5, 6, 7, 8)
    assert needs_contents(document)


def test_much_text_runs_on_to_more_pages() -> None:
    paragraphs = tuple(Paragraph(words("Many words in a row. " * 30)) for _ in range(20))
    assert 4 <= page_count(Document("Long", paragraphs)) <= 6


def test_where_on_its_page_a_section_begins_is_told() -> None:
    blocks = (Heading("Top", new_page=True), Paragraph(words("Many words in a row. " * 60)), Heading("Under"))
    top, under = places_of_headings(Document("Plan", blocks))
    assert 2.0 <= top < 2.05 and 2.2 < under < 2.5


def test_a_list_of_contents_can_begin_a_page() -> None:
    sections = (Heading("Area 1", new_page=True), Heading("Area 2"))
    assert page_of_contents(Document("Plan", (Contents(), *sections))) == 1
    assert page_of_contents(Document("Plan", (Contents(new_page=True), *sections))) == 2
    assert page_of_contents(Document("Plan", sections)) == 0


def test_a_shape_is_measured_as_small_as_it_is_set() -> None:
    """`◆ Partially met` stands on one line in the column of the last board."""
    assert lines_of("◆\N{NO-BREAK SPACE}Partially met", 10.5, room=2.475 * POINTS_PER_CM) == 1
