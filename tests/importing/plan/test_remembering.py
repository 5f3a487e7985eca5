"""What was decided about a document is found again in its next version, wherever it stands there."""

from __future__ import annotations

from pathlib import Path

from tests.ui.import_wizard.documents import council_plan

from boarddesk.importing.headings import Field
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.remembering import choices_again, choices_to_keep
from boarddesk.importing.tables.source import read_tables

CHOICES = PlanChoices(
    {"progress": Field.EVIDENCE},
    tables=frozenset([2]),
    not_tables=frozenset([4]),
    areas=("What families told us",),
    not_areas=("Area 3: Preparing for adult life",),
)


def test_choices_are_the_same_in_the_same_document(tmp_path: Path) -> None:
    source = read_tables(council_plan(tmp_path / "v1.docx"))
    assert choices_again(source, choices_to_keep(source, CHOICES)).choices == CHOICES


def test_a_table_is_known_by_its_headings_where_others_have_come_before_it(tmp_path: Path) -> None:
    kept = choices_to_keep(read_tables(council_plan(tmp_path / "v1.docx")), CHOICES)
    again = choices_again(read_tables(council_plan(tmp_path / "v2.docx", others=3)), kept)
    assert (again.choices.tables, again.choices.not_tables) == ({2}, {7})
    assert "table 7 left out" in again.words


def test_what_the_next_version_does_not_have_is_not_spoken_of(tmp_path: Path) -> None:
    kept = choices_to_keep(read_tables(council_plan(tmp_path / "v1.docx")), CHOICES)
    again = choices_again(read_tables(council_plan(tmp_path / "v2.docx", areas=["Voice of families"])), kept)
    assert again.choices.not_tables == frozenset()
    assert again.choices.not_areas == ()


def test_what_is_said_now_goes_before_what_was_said_then() -> None:
    now = PlanChoices(tables=frozenset([4]), not_areas=("What families told us",))
    both = now.over(CHOICES)
    assert (both.tables, both.not_tables) == ({2, 4}, frozenset())
    assert (both.areas, both.not_areas) == (
        (),
        ("Area 3: Preparing for adult life", "What families told us"),
    )
