"""What the terminal says of a plan's document, and what a person decides about its tables and headings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from tests.cli.conftest import Call, Said

from boarddesk.records.file.office_file import OfficeFile

PLAN = ("Ref", "Action", "Lead", "By when", "RAG")
KEY = "Red: overdue; Amber: in progress; Green: on track; Blue: completed"


def table(document: Any, *rows: tuple[str, ...]) -> None:
    made = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan in two areas, with a diary between its front matter and itself, and a key."""
    document = Document()
    document.add_paragraph("Northmoor improvement plan")
    document.add_heading("Introduction", level=1)
    document.add_paragraph(KEY)
    table(
        document,
        ("Date", "Who", "Actions"),
        ("10/04/2025", "Council", "First meeting of the group"),
        ("24/04/2025", "All partners", "Second meeting of the group"),
    )
    document.add_heading("Area 1: Voice of families", level=1)
    table(
        document,
        PLAN,
        ("1.1", "Agree a charter with families", "Ada Brook", "31/05/2025", "Green"),
        ("1.2", "Publish the local offer", "Ben Carr", "31/09/2025", "Amber"),
    )
    document.add_heading("Area 2: Plans on time", level=1)
    table(document, PLAN, ("2.1", "Moderate every draft", "Ada Brook", "June 2025", "Red"))
    document.add_heading("Transition", level=1)
    table(document, PLAN, ("2.2", "Map the move to college", "Ben Carr", "July 2025", "Red"))
    document.save(str(tmp_path / "plan.docx"))
    return tmp_path / "plan.docx"


class Bring:
    """Brings a document into an empty office without writing anything."""

    def __init__(self, boarddesk: Call, office: Path) -> None:
        self.boarddesk, self.office = boarddesk, office

    def __call__(self, source: Path, *more: str) -> Said:
        return self.boarddesk("import", "plan", source, "--into", self.office, "--dry-run", *more)

    def areas(self, source: Path, *more: str) -> dict[str, list[str]]:
        """The refs of each area that would be taken, by its title."""
        shown = self(source, *more, "--json").json["proposals"]
        found: dict[str, list[str]] = {}
        for one in shown:
            if one["kind"] == "area":
                found[one["title"]] = []
            elif one["kind"] == "action":
                found[list(found)[-1]].append(one["ref"])
        return found

    def refused(self, source: Path, *more: str) -> str:
        before = self.office.read_bytes()
        said = self.boarddesk("import", "plan", source, "--into", self.office, *more)
        assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
        assert self.office.read_bytes() == before
        return said.err


@pytest.fixture
def bring(boarddesk: Call, tmp_path: Path) -> Bring:
    OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor").close()
    return Bring(boarddesk, tmp_path / "office.boarddesk")


def test_it_is_said_which_table_was_read_as_what_with_its_headings_and_why(bring: Bring, plan: Path) -> None:
    said = bring(plan).out.splitlines()
    assert "Table 1: left out, a diary (Date, Who, Actions): it has neither refs nor statuses." in said
    assert (
        "Tables 2 to 4: the plan (Ref, Action, Lead, By when, RAG): "
        "3 tables alike, with refs, statuses, dates, leads." in said
    )


def test_the_scheme_and_the_documents_key_are_said_with_how_many_actions_have_each_status(
    bring: Bring, plan: Path
) -> None:
    (line,) = [line for line in bring(plan).out.splitlines() if line.startswith("Statuses: ")]
    assert "1 Green, 1 Amber and 2 Red" in line
    assert f"the document's key: {KEY}" in line


def test_headings_that_are_no_areas_are_counted_with_how_to_take_one(bring: Bring, plan: Path) -> None:
    said = bring(plan).out
    assert (
        "2 headings are not taken as areas: “Introduction”, “Transition”. "
        'Take one in with --area "Introduction".' in said
    )


def test_programs_read_the_scheme_the_key_and_the_headings_not_taken(bring: Bring, plan: Path) -> None:
    known = bring(plan, "--json").json
    labels = {one["label"]: one["is_a"] for one in known["scheme"]["statuses"]}
    assert (labels["Red"], labels["Blue"]) == ("off_course", "complete")
    assert known["scheme"]["statuses"][0].keys() == {"label", "letter", "is_a", "meaning"}
    assert known["scheme"]["name"] and known["scheme"]["key"] == KEY
    assert [one["text"] for one in known["headings"]] == ["Introduction", "Transition"]
    assert known["headings"][0].keys() == {"text", "from", "why"}
    assert [(one["index"], one["looks_like"], one["sure"]) for one in known["tables"][:2]] == [
        (1, "diary", True), (2, "plan", True),
    ]  # fmt: skip


def test_a_table_is_left_out_or_taken_in_by_its_number(bring: Bring, plan: Path) -> None:
    assert bring.areas(plan, "--not-table", "3") == {
        "Voice of families": ["1.1", "1.2"],
        "Plans on time": ["2.2"],
    }
    assert (
        "Table 3 (Ref, Action, Lead, By when, RAG): left out, as you said."
        in bring(plan, "--not-table", "3").out
    )
    taken = bring(plan, "--table", "1-2", "--json").json["tables"]
    assert [one["looks_like"] for one in taken] == ["plan"] * 4
    assert taken[0]["why"] == "taken in, as you said"


def test_a_heading_is_made_an_area_beside_those_that_are(bring: Bring, plan: Path) -> None:
    assert bring.areas(plan) == {"Voice of families": ["1.1", "1.2"], "Plans on time": ["2.1", "2.2"]}
    areas = bring.areas(plan, "--area", "transition")
    assert list(areas) == ["Voice of families", "Plans on time", "Transition"]


def test_a_heading_is_made_no_area(bring: Bring, plan: Path) -> None:
    areas = bring.areas(plan, "--no-area", "Area 2: Plans on time")
    assert "Plans on time" not in areas
    assert sorted(ref for refs in areas.values() for ref in refs) == ["1.1", "1.2", "2.1", "2.2"]


def test_choices_go_together(bring: Bring, plan: Path) -> None:
    choices = ("--not-table", "2", "--area", "Transition", "--column", "Lead=accountable")
    said = bring(plan, *choices, "--json").json
    actions = [one for one in said["proposals"] if one["kind"] == "action"]
    assert [one["ref"] for one in actions] == ["2.1", "2.2"]
    assert [(one["values"]["accountable"], one["values"]["owners"]) for one in actions] == [
        ("Ada Brook", []), ("Ben Carr", []),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        (("--table", "9"), "has no table 9; it has 4"),
        (("--not-table", "2-12"), "has no table 5; it has 4"),
        (("--table", "two"), "“two” is no table. Write its number, such as 5, or several as 7-23"),
        (("--table", "2", "--not-table", "2"), "Table 2 cannot be taken in and left out"),
        (("--area", "Transitions"), "“Transitions” stands nowhere in “plan.docx” as a line of its own"),
        (("--no-area", "Area 2: Plans in time"), "The likest is “Area 2: Plans on time”"),
        (("--area", "Transition", "--no-area", "TRANSITION"), "“Transition” cannot be an area and none"),
        (("--column", "Owner=owners"), "No column is headed “Owner”"),
        (("--not-table", "2-4"), "none with an action and a date"),
    ],
)
def test_a_choice_that_does_not_fit_the_document_is_one_calm_sentence(
    choice: tuple[str, ...], says: str, bring: Bring, plan: Path
) -> None:
    assert says in bring.refused(plan, *choice)


def test_a_document_without_a_plan_is_refused_with_what_was_seen(bring: Bring, tmp_path: Path) -> None:
    document = Document()
    table(document, ("Date", "Who", "Actions"), ("10/04/2025", "Council", "First meeting"))
    document.add_paragraph("Between them")
    table(document, ("Term", "Meaning"), ("ICB", "Integrated care board"))
    document.save(str(tmp_path / "words.docx"))
    said = bring.refused(tmp_path / "words.docx")
    assert "2 tables" in said and "a glossary" in said and "none with an action and a date" in said


def test_an_area_without_an_action_is_said_and_left(bring: Bring, plan: Path) -> None:
    document = Document(str(plan))
    document.add_heading("Area 3: Preparing for adulthood", level=1)
    document.save(str(plan))
    said = bring(plan).out
    assert "Area 3 Preparing for adulthood: heading “Area 3: Preparing for adulthood”" in said
    assert "of these 1 not taken" in said
    assert "is left as it is: no action stands under it" in said


def test_the_help_names_every_choice_with_an_example(boarddesk: Call) -> None:
    said = boarddesk("import", "plan", "--help").out
    for choice in ("--table", "--not-table", "--area", "--no-area", "--column"):
        assert choice in said
    assert "--not-table 5" in " ".join(said.split())


def test_after_the_import_a_short_list_says_what_to_do_first(bring: Bring, plan: Path) -> None:
    call = ("import", "plan", plan, "--into", bring.office, "--board", "SIB", "--new-board", "SEND Board")
    said = bring.boarddesk(*call).out
    first = said[said.index("To do first:") :].splitlines()[1:]
    assert first == [
        "  No quorum is set for SIB: without it no meeting is known to be quorate.",
        "  2 areas have no status yet: say how each stands, and why.",
        "  1 action has a date that does not exist (1.2): ask which is meant, as with 31/09/2025.",
        "  3 actions are at risk or off course (1.2, 2.1 and 2.2): say why.",
        "  The 2 owners the plan names are only names so far: add them on the page People.",
    ]
    assert "To do first" not in bring.boarddesk(*call[:-2]).out


def test_what_an_import_cannot_know_is_not_asked_of_it(bring: Bring, plan: Path) -> None:
    bring.boarddesk("import", "plan", plan, "--into", bring.office, "--board", "SIB")
    said = bring.boarddesk("check", bring.office).out
    assert "no reason is given" not in said and "no evidence" not in said
    assert "“31/09/2025” is no date" in said


@pytest.fixture
def office(tmp_path: Path) -> Path:
    OfficeFile.create(tmp_path / "kept.boarddesk", office="Northmoor").close()
    return tmp_path / "kept.boarddesk"


def test_what_was_chosen_holds_for_the_next_version_of_the_plan(
    boarddesk: Call, plan: Path, office: Path
) -> None:
    take = ("import", "plan", plan, "--into", office, "--plan", "Northmoor improvement plan")
    first = boarddesk(*take, "--not-table", "3", "--area", "Transition").out
    assert "Remembered" not in first
    later = plan.rename(plan.with_name("final FINAL.docx"))
    again = ("import", "plan", later, "--into", office, "--dry-run")
    said = "Remembered from last time: table 3 left out; “Transition” is an area. To read it afresh: --afresh"
    assert said in boarddesk(*again).out
    assert "Remembered" not in boarddesk(*again, "--afresh").out
    left = {one["ref"] for one in boarddesk(*again, "--json").json["proposals"]}
    taken = {one["ref"] for one in boarddesk(*again, "--table", "3", "--json").json["proposals"]}
    assert taken - left == {"2.1"}


def test_reading_it_afresh_forgets_what_was_chosen(boarddesk: Call, plan: Path, office: Path) -> None:
    take = ("import", "plan", plan, "--into", office, "--plan", "Northmoor improvement plan")
    boarddesk(*take, "--area", "Transition")
    assert "Remembered" in boarddesk(*take, "--dry-run").out
    boarddesk(*take, "--afresh")
    assert "Remembered" not in boarddesk(*take, "--dry-run").out


def test_an_office_called_after_its_file_is_to_be_named_and_a_board_to_be_made_is_said(
    bring: Bring, plan: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.boarddesk"
    OfficeFile.create(mine, office="mine").close()  # as the window makes one
    call = ("import", "plan", plan, "--into", mine, "--board", "SIB")
    assert "has no board SIB yet: it would be made" in bring.boarddesk(*call, "--dry-run").out
    said = bring.boarddesk(*call).out
    assert "Documents are headed “mine”, as the file is: name the office on the page People." in said
