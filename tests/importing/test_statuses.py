"""A status is read from the word in its cell, the colour behind it, or how the progress begins."""

from __future__ import annotations

import pytest

from boarddesk.importing.plan.legend import Key, shaded_words
from boarddesk.importing.statuses import StatusReader, is_status, sign_of
from boarddesk.importing.tables.grid import Cell, Text
from boarddesk.rules.statuses.status import BRAG_WITH_PINK, IMPROVEMENT_PLAN

READER = StatusReader()


@pytest.mark.parametrize(
    ("cell", "label", "source"),
    [
        (Cell(shading="0070C0"), "Met", "shading"),
        (Cell(shading="00B050"), "On track", "shading"),
        (Cell(shading="FFC000"), "Partially met", "shading"),
        (Cell(shading="FF0000"), "Not on track", "shading"),
        (Cell(shading="D9D9D9"), "", "none"),
        (Cell(shading="FFFFFF"), "", "none"),
        (Cell(("Not on track",)), "Not on track", "word"),
        (Cell(("Amber",)), "Partially met", "word"),
        (Cell(("G",)), "On track", "word"),
        (Cell(("☐ Met", "☒ On track", "☐ Not on track")), "On track", "word"),
        (Cell(("☐ Met ☐ On track ☑ Not on track",)), "Not on track", "word"),
        (Cell(("☐ Met", "☐ On track")), "", "none"),
        (Cell(("☒ Met", "☒ On track", "☐ Not on track")), "", "none"),
        (Cell(), "", "none"),
    ],
)
def test_what_a_status_cell_shows(cell: Cell, label: str, source: str) -> None:
    read = READER.of_cell(cell)
    assert (read.label, read.source) == (label, source)


def test_where_word_and_colour_differ_the_word_stands_and_it_is_said() -> None:
    read = READER.of_cell(Cell(("On track",), shading="FF0000"))
    assert (read.label, read.note) == ("On track", "The colour behind it says Not on track.")


def test_a_word_that_is_no_status_is_said() -> None:
    assert "Quux" in READER.of_cell(Cell(("Quux",))).note


def test_a_progress_that_offers_boxes_declares_no_status_by_its_first_word() -> None:
    assert READER.of_progress("☐ Complete\n☒ On track").status is None


@pytest.mark.parametrize(
    "progress", ["MET – done in May", "Met", "Met: all schools", "MET significant progress"]
)
def test_a_verdict_at_the_head_of_the_progress_is_read(progress: str) -> None:
    assert READER.of_progress(progress).label == "Met"


@pytest.mark.parametrize(
    "progress", ["Met with parents in May", "Complete the survey", "Three schools are on track", ""]
)
def test_other_first_words_are_no_verdict(progress: str) -> None:
    assert READER.of_progress(progress).status is None


def test_the_documents_own_legend_goes_before_what_colours_usually_mean() -> None:
    words: list[Text | Cell] = [Text("On track", shading="0070C0"), Cell(("Met",), shading="00B050")]
    reader = Key(tuple(shaded_words(words))).reader(IMPROVEMENT_PLAN)
    assert reader.of_shading("0070C0").label == "On track"
    assert reader.of_shading("00B050").label == "Met"


def test_another_schemes_words_are_used_where_the_plan_has_it() -> None:
    assert StatusReader(BRAG_WITH_PINK).of_shading("0070C0").label == "Blue"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Delayed: no chair was found", "Delayed"),
        ("Blue – live", "Blue"),
        ("Red – not begun", "Red"),
        ("In Progress - Delayed", "In Progress - Delayed"),
        ("☐ Complete ☒ On track ☐ Off track", "On track"),
        ("☐ Complete ☐ On track", ""),
    ],
)
def test_a_status_cell_is_known_with_the_sign_it_shows(text: str, sign: str) -> None:
    assert is_status(text)
    assert sign_of(text) == sign
