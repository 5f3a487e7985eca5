"""What a person is shown of a document's columns before anything is proposed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.importing.documents import Value, workbook

from boarddesk.importing.attendance.tables import find_registers
from boarddesk.importing.columns_seen import SeenTable, as_read, known_choices, plan_tables, register_tables
from boarddesk.importing.headings import Field
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.document import survey_of
from boarddesk.importing.tables.source import read_tables

PLAN = [
    ["Ref", "Action", "By When", "Lead"],
    ["1.1", "Agree a charter", "May 22", "Ada Brook"],
    ["1.2", "Publish the offer", "June 22", "Ben Carr"],
]
REGISTER: list[list[Value]] = [
    ["Name", "Organisation", date(2025, 9, 9), date(2025, 10, 7)],
    ["Ada Brook", "Northmoor Council", "P", "A"],
    ["Ben Carr", "Northmoor ICB", "P", "P"],
]


def _fields(table: SeenTable) -> dict[str, Field | None]:
    return {column.heading: column.field for column in table.columns}


def test_each_column_of_a_plan_shows_its_field_and_samples(tmp_path: Path) -> None:
    (table,) = plan_tables(survey_of(read_tables(workbook(tmp_path / "p.xlsx", {"Plan": PLAN}))), {})
    assert table.looks_like == "plan"
    assert _fields(table) == {
        "Ref": Field.REF,
        "Action": Field.TEXT,
        "By When": Field.BY_WHEN,
        "Lead": Field.OWNERS,
    }
    assert table.columns[2].samples == ("May 22", "June 22")


def test_tables_of_the_same_headings_stand_together_with_samples_of_all(tmp_path: Path) -> None:
    more = [PLAN[0], ["2.1", "Train staff", "July 22", "Ada Brook"]]
    source = read_tables(workbook(tmp_path / "p.xlsx", {"One": PLAN, "Two": more}))
    (table,) = plan_tables(survey_of(source), {})
    assert len(table.places) == 2
    assert table.columns[2].samples == ("May 22", "June 22", "July 22")


def test_two_columns_that_could_be_the_action_are_both_left_open(tmp_path: Path) -> None:
    rows = [["Ref", "Action", "Actions", "By When"], ["1.1", "Agree", "Agree a charter", "May 22"]]
    (table,) = plan_tables(survey_of(read_tables(workbook(tmp_path / "p.xlsx", {"Plan": rows}))), {})
    assert _fields(table) == {"Ref": Field.REF, "Action": None, "Actions": None, "By When": Field.BY_WHEN}


def test_a_choice_is_shown_as_made(tmp_path: Path) -> None:
    source = read_tables(workbook(tmp_path / "p.xlsx", {"Plan": PLAN}))
    lead = as_read({"Lead": Field.ACCOUNTABLE})
    (table,) = plan_tables(survey_of(source, PlanChoices(columns=lead)), lead)
    assert _fields(table)["Lead"] is Field.ACCOUNTABLE


def test_a_register_shows_its_dates_as_one_line_with_the_marks_it_uses(tmp_path: Path) -> None:
    source = read_tables(workbook(tmp_path / "r.xlsx", {"Register": REGISTER}))
    (table,) = register_tables(*find_registers(source, {}))
    assert table.looks_like == "attendance"
    assert [column.field for column in table.columns] == [Field.NAME, Field.ORGANISATION, None]
    assert table.columns[-1].dates
    assert table.columns[-1].samples == ("P", "A")


def test_choices_wait_until_their_table_is_recognised(tmp_path: Path) -> None:
    source = read_tables(
        workbook(tmp_path / "p.xlsx", {"Plan": PLAN, "Other": [["Eins", "Zwei"], ["a", "b"]]})
    )
    tables = plan_tables(survey_of(source), {})
    chosen = {"Eins": Field.TEXT, "Lead": Field.ACCOUNTABLE}
    assert known_choices(chosen, tables, "plan") == {"Lead": Field.ACCOUNTABLE}
