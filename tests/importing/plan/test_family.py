"""Which tables are the plan, and why another is left out."""

from __future__ import annotations

import pytest

from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.importing.plan.document import survey_of
from boarddesk.importing.plan.family import TableReading
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables, Text

PLAN = (
    "Ref|Action|Lead|By when|RAG",
    "1.1|Publish the guide|Rowan Vale|May 2026|Green",
    "1.2|Train each SENCO|Ines Moor|June 2026|Amber",
)
MORE = ("1.3|Ask young people|Kit Fell|July 2026|Red", "1.4|Open a base|Kit Fell|July 2026|Green")


def _taken(
    *tables: tuple[str, ...], above: dict[int, str] | None = None, choices: PlanChoices | None = None
) -> list[TableReading]:
    grids = []
    for number, lines in enumerate(tables, 1):
        rows = tuple(tuple(Cell((text,) if text else ()) for text in line.split("|")) for line in lines)
        text = (above or {}).get(number, "")
        grids.append(Grid(number, rows, before=(Text(text),) if text else ()))
    source = SourceTables("plan.docx", SourceKind.WORD, tuple(grids))
    return list(survey_of(source, choices or PlanChoices()).taken)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (("Date|Meeting|Venue", "3 March 2026|Board|Town hall", "7 May 2026|Forum|Library"), "a diary"),
        (("Risk|Likelihood|Impact|Mitigation", "Staff leave|3|4|Pay more"), "a risk register"),
        (("Version|Date|Author|Changes", "1.2|4 May 2025|Jo Reed|New measures"), "a list of versions"),
        (("Term|Meaning", "EHC|Education, health and care"), "a glossary"),
        (("Measure|Baseline|Target|Actual", "Plans in time|41%|60%|52%"), "a scorecard"),
        (("Decision|Date|Who", "Fund a base|3 March 2026|Board"), "a log of decisions"),
        (("Name|Organisation|Role", "Kit Fell|Trust|Member"), "a list of people"),
    ],
)
def test_a_table_left_out_says_what_it_is(other: tuple[str, ...], why: str) -> None:
    for tables in ((other, PLAN), (PLAN, other)):
        left = next(table for table in _taken(*tables) if table.columns is None)
        assert left.why.startswith(why)
        assert sum(table.columns is not None for table in _taken(*tables)) == 1


def test_the_plan_says_what_its_rows_tell() -> None:
    (alone,) = _taken(PLAN)
    assert alone.why == "the one table of its kind, with refs, statuses, dates, leads" and alone.sure
    first, _ = _taken(PLAN, (PLAN[0], *MORE))
    assert first.why.startswith("2 tables alike")


@pytest.mark.parametrize("between", ["", "Page 4 of 12", "7", "continued", "Table 1 (cont'd)"])
def test_a_piece_without_headings_goes_on_with_the_table_before(between: str) -> None:
    _, piece = _taken(PLAN, MORE, above={2: between})
    assert piece.columns is not None and piece.goes_on and piece.why == "goes on with the table before"


def test_a_table_without_headings_of_another_width_goes_on_with_none() -> None:
    _, narrow = _taken(PLAN, ("Northmoor|4", "Westley|9", "Ashby|2"))
    assert narrow.columns is None


def test_another_table_joins_the_plan_only_where_its_rows_say_as_much() -> None:
    says = ("No|What we will do|Owner|Deadline|Status", "2.1|Meet families|Bea Holm|May 2026|Red")
    less = ("Action|Lead|Progress", "Meet families|Bea Holm|Two have been met")
    assert _taken(PLAN, says)[1].columns is not None
    left = _taken(PLAN, less)[1]
    assert left.columns is None and "neither refs nor statuses" in left.why


def test_what_the_person_says_of_a_table_goes_before_all() -> None:
    diary = ("Date|Meeting|Venue", "3 March 2026|Board|Town hall")
    left, taken = _taken(PLAN, diary, choices=PlanChoices(tables=frozenset({2}), not_tables=frozenset({1})))
    assert (left.columns, left.why) == (None, "left out, as you said")
    assert taken.columns is not None and taken.why == "taken in, as you said"
