"""Every office file that any version of the format left behind can be opened, read, changed and undone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.boards.freeze import empty_tables, freeze, frozen_path

from boarddesk.records import boards, documents, lines, meetings, people, seats
from boarddesk.records.attendance.report import report as attendance_report
from boarddesk.records.file import office_file
from boarddesk.records.file.change_log import EntryKind
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import connect
from boarddesk.records.file.header import SCHEMA_VERSION, read_header
from boarddesk.records.file.office_file import OfficeFile, Row
from boarddesk.records.imports.kept_choices import keep_choices, kept_choices
from boarddesk.records.leftovers import leftovers
from boarddesk.records.owners import owner_called
from boarddesk.records.packs.highlights import highlight_pack
from boarddesk.records.plan import challenges, evidence, kpis, plans, schemes
from boarddesk.records.reading import gathered
from boarddesk.records.registers import reading as registers
from boarddesk.records.risks import issues, matrices, register
from boarddesk.records.verifying import verify
from boarddesk.rules.governance.lines import LineKind, ReportingLine, boards_above
from boarddesk.rules.imports.plan_choices import ChoiceKind, PlanChoice
from boarddesk.rules.owners import Owner, OwnerKind
from boarddesk.rules.risks.matrix import USUAL
from boarddesk.rules.risks.risk import Appetite

FROZEN = sorted(frozen_path(0).parent.glob("version-*.boarddesk"))
LOG = {"file_meta", "change_entry", "change_row"}
MAY = date(2026, 5, 20)

LISTS: dict[str, Callable[[OfficeFile], Sequence[object]]] = {
    "boards": boards.boards,
    "organisations": boards.organisations,
    "people": people.people,
    "seats": seats.seats,
    "meetings": meetings.meetings,
    "registers": registers.registers,
    "replies": lambda file: registers.replies(file, meetings.meetings(file)[-1].id),
    "schemes": schemes.schemes,
    "plans": plans.plans,
    "actions": lambda file: plans.plan(file, plans.plans(file)[0].id).areas[0].actions,
    "questions": lambda file: challenges.questions(file, still_open=False),
    "evidence": evidence.all_evidence,
    "kpis": lambda file: kpis.kpis(file, plans.plans(file)[0].id),
    "matrices": lambda file: tuple(matrices.matrices(file).values()),
    "risks": register.risks,
    "issues": issues.issues,
    "leftovers": leftovers,
    "issued documents": documents.issued,
    "history": lambda file: file.history(),
    "log": lambda file: file.log(),
}


@pytest.fixture(params=FROZEN, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy, as somebody would find it on an old disk."""
    frozen: Path = request.param
    return Path(shutil.copy(frozen, tmp_path / "old.boarddesk"))


def office_rows(file: OfficeFile) -> dict[str, list[Row]]:
    tables = file.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    names = [row["name"] for row in tables if row["name"] not in LOG]
    return {name: file.rows(f'SELECT * FROM "{name}" ORDER BY 1') for name in names}


def shape_of(file: OfficeFile) -> dict[str, str]:
    """Every table, index and trigger as its statement says it, comments and line ends aside."""
    rows = file.rows("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {row["name"]: " ".join(re.sub(r"--.*", "", row["sql"]).split()) for row in rows}


def columns_of(file: OfficeFile) -> Mapping[str, tuple[object, ...]]:
    """Every table with its columns in their order: name, type, whether it may be empty, its default."""
    rows = file.rows(
        "SELECT t.name AS whose, c.* FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND t.name NOT LIKE '%sqlite%' ORDER BY t.name, c.cid"
    )
    return gathered((row["whose"], tuple(row.values())) for row in rows)


def test_every_version_so_far_is_frozen() -> None:
    assert [path.name for path in FROZEN] == [frozen_path(n).name for n in range(1, SCHEMA_VERSION + 1)], (
        "run python -m tests.boards.freeze once for a new format"
    )


def test_each_frozen_file_is_of_the_version_in_its_name() -> None:
    told = [int(re.sub(r"\D", "", path.stem)) for path in FROZEN]
    assert [read_header(path).user_version for path in FROZEN] == told


def test_the_format_of_today_is_the_one_frozen(tmp_path: Path) -> None:
    """A change of the schema without a new number would leave people's files behind."""
    today = tmp_path / "today.boarddesk"
    frozen = Path(shutil.copy(frozen_path(SCHEMA_VERSION), tmp_path / "frozen.boarddesk"))
    with OfficeFile.create(today) as made, OfficeFile.open(frozen, read_only=True) as kept:
        assert shape_of(made) == shape_of(kept)


def test_an_old_file_opens_whole(path: Path) -> None:
    OfficeFile.open(path).close()
    assert faults(path) == []
    assert read_header(path).user_version == SCHEMA_VERSION


def test_an_old_file_raises_no_alarm_once_it_is_brought_up_to_date(path: Path) -> None:
    OfficeFile.open(path).close()
    assert verify(path) == []
    with OfficeFile.open(path) as file:
        people.add_person(file, "Ivo Brook")
        file.undo()
    assert verify(path) == []


def test_a_row_changed_behind_the_log_of_an_old_file_is_found_after_it_is_brought_up_to_date(
    path: Path,
) -> None:
    connection = connect(path)
    try:
        ((name, sql),) = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE name = 'logged_person_update'"
        ).fetchall()
        connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE person SET name = 'Mallory' WHERE name = 'Ann Hale'")
        connection.execute(sql)
    finally:
        connection.close()
    OfficeFile.open(path).close()
    (said,) = verify(path)
    assert "name is “Mallory”" in said and "left “Ann Hale”" in said


def test_an_old_file_has_every_column_of_a_new_one(path: Path, tmp_path: Path) -> None:
    with OfficeFile.open(path) as old, OfficeFile.create(tmp_path / "today.boarddesk") as new:
        assert columns_of(old) == columns_of(new)


def test_a_quorum_rule_of_an_old_file_goes_on_judging_every_meeting(tmp_path: Path) -> None:
    path = Path(shutil.copy(frozen_path(1), tmp_path / "old.boarddesk"))
    with OfficeFile.open(path) as file:
        (board,) = boards.boards(file)
        assert [rule.from_date for rule in board.quorum_rules] == [None, None]
        dated = [replace(rule, from_date=MAY) for rule in board.quorum_rules]
        boards.set_quorum_rules(file, board.id, dated)
        assert list(boards.boards(file)[0].quorum_rules) == dated
        file.undo()
        assert boards.boards(file) == (board,)


@pytest.fixture(params=FROZEN[:2], ids=lambda path: path.stem)
def risky(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of when a risk's owner was but words, as the program of its day left it."""
    path = Path(shutil.copy(request.param, tmp_path / "old.boarddesk"))
    with (
        patch.object(office_file, "SCHEMA_VERSION", read_header(path).user_version),
        OfficeFile.open(path, clock=lambda: datetime(2026, 6, 3, 9, 0, tzinfo=UTC)) as file,
    ):
        with file.change("Add risks") as change:
            for ref, owner in OWNERS.items():
                change.insert("risk", ref=ref, title=ref, owner=owner, proximity="by March")
        rows = {row["ref"]: row["id"] for row in file.rows("SELECT id, ref FROM risk")}
        for ref, sent_to in (("R2", "SPB"), ("R3", "fsb")):
            with file.change(f"Mark risk {ref} as escalated") as change:
                change.update("risk", rows[ref], status="escalated", escalated_to=sent_to)
        with file.change("Change risk R2") as change:
            change.update("risk", rows["R2"], owner="zoë moor")
    return path


OWNERS = {"R2": "Siân O’Brien", "R3": " ann  hale", "R4": "Head of  commissioning", "R5": ""}


def test_nothing_of_the_risks_of_an_old_file_is_lost(risky: Path) -> None:
    with OfficeFile.open(risky) as file:
        known = {person.name: person.id for person in people.people(file)}
        (board,) = boards.boards(file)
        found = {risk.ref: risk for risk in register.risks(file)}
        assert [risk.proximity for risk in found.values()] == ["", *["by March"] * 4]
        assert {ref: risk.owner for ref, risk in found.items()} == {
            "R1": Owner(),
            "R2": Owner("Zoë Moor", OwnerKind.PERSON, known["Zoë Moor"]),
            "R3": Owner("Ann Hale", OwnerKind.PERSON, known["Ann Hale"]),
            "R4": Owner("Head of  commissioning"),
            "R5": Owner(),
        }
        sent = date(2026, 6, 3)
        told = {
            ref: [(up.sent_to, up.board_id, up.sent_on, up.what) for up in found[ref].escalations]
            for ref in ("R2", "R3")
        }
        assert told == {
            "R2": [("SPB", None, sent, "R2 R2")],
            "R3": [(board.short_name, board.id, sent, "R3 R3")],
        }
        assert [risk.escalated_to for risk in found.values()] == ["", "SPB", board.short_name, "", ""]


def test_a_risk_of_an_old_file_is_shown_as_it_stood_before_it_was_brought_up_to_date(risky: Path) -> None:
    with OfficeFile.open(risky) as file:
        before = (
            file.log()[2].number - 1
        )  # then came the escalation of R3, another owner of R2, the new format
        with file.as_of(before) as past:
            then = {risk.ref: risk for risk in register.risks(past)}
            assert then["R2"].owner == Owner("Siân O’Brien")
            assert [risk.escalated_to for risk in then.values()] == ["", "SPB", "", "", ""]
        register.change_risk(file, found_id(file, "R4"), owner=owner_called(file, "Dee Grant"))
        assert file.undo() == "Change risk R4"
        assert register.risk(file, found_id(file, "R4")).owner == Owner("Head of  commissioning")
    assert faults(risky) == []


def found_id(file: OfficeFile, ref: str) -> str:
    return next(risk.id for risk in register.risks(file) if risk.ref == ref)


@pytest.mark.parametrize("frozen", FROZEN[:2], ids=lambda path: path.stem)
def test_a_document_issued_long_ago_is_kept_without_its_twin(frozen: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(frozen, tmp_path / "old.boarddesk"))
    with (
        patch.object(office_file, "SCHEMA_VERSION", read_header(path).user_version),
        OfficeFile.open(path) as file,
        file.change("Issue with a twin") as change,
    ):
        told = {"kind": "highlight", "title": "June", "version": 2, "as_at": MAY, "issued_on": MAY}
        for word, html in ((b"PK June", b"<html>" * 9000), (b"PK July", b"PK June")):
            shas = {"word_sha256": change.keep_paper(word), "html_sha256": change.keep_paper(html)}
            change.insert("issued_document", **told, **shas, change_number=3)
    with OfficeFile.open(path) as file:
        kept = {documents.word_of(file, issue.id) for issue in documents.issued(file)}
        assert kept == {b"PK June", b"PK July", b"the bytes of a document"}
        assert file.value("SELECT count(*) FROM paper_bytes") == 3
    assert faults(path) == []


def of_its_day(path: Path, day: date) -> OfficeFile:
    """The file as the program of its own version opens it on a day."""
    version = read_header(path).user_version
    with patch.object(office_file, "SCHEMA_VERSION", version):
        return OfficeFile.open(path, clock=lambda: datetime(day.year, day.month, day.day, 9, tzinfo=UTC))


@pytest.fixture(params=FROZEN[:4], ids=lambda path: path.stem)
def parented(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of when a board reported to one other, as the program of its day left it."""
    path = Path(shutil.copy(request.param, tmp_path / "old.boarddesk"))
    with of_its_day(path, MAY) as file, file.change("Add boards") as change:
        (fsb,) = (row["id"] for row in file.rows("SELECT id FROM board"))
        for short in ("HWB", "EX", "NEW"):
            change.insert("board", id=short, name=f"The {short}", short_name=short, reports_to_id=fsb)
        change.update("board", fsb, reports_to_id=None)
    return path


def reports_to(path: Path, day: date, board_id: str, upper: str | None) -> None:
    with of_its_day(path, day) as file, file.change("Change board") as change:
        change.update("board", board_id, reports_to_id=upper)


def above(file: OfficeFile, board_id: str, day: date) -> list[str]:
    return [line.to_name for line in boards_above(lines.lines(file), board_id, day)]


def test_the_board_another_reported_to_is_the_one_it_is_accountable_to(parented: Path) -> None:
    with OfficeFile.open(parented) as file:
        fsb = boards.board_named(file, "FSB").id
        assert lines.lines(file, fsb) == ()
        (line,) = lines.lines(file, "EX")
        assert line == ReportingLine(
            line.id, "EX", LineKind.ACCOUNTABLE_TO, fsb, "Fernbeck SEND Board", None, None
        )
        assert above(file, "EX", date(2001, 1, 1)) == above(file, "EX", date(2050, 1, 1))
        lines.update_line(file, line.id, until_day=MAY)
        assert file.undo() == "End line EX accountable to FSB"
        assert lines.lines(file, "EX") == (line,)
        with file.as_of(file.log()[3].number) as past:  # before: the new format, the end, its undo
            assert above(past, "EX", MAY) == ["Fernbeck SEND Board"]
    assert faults(parented) == []


def test_the_line_as_of_a_past_day_is_the_one_that_held_then(parented: Path) -> None:
    """The program kept one board above; its log knows which was before, and until when."""
    june, july = date(2026, 6, 10), date(2026, 7, 8)
    reports_to(parented, june, "EX", "NEW")  # looked at again the same day:
    reports_to(parented, june, "EX", "HWB")
    reports_to(parented, june, "NEW", None)
    reports_to(parented, july, "NEW", "HWB")
    with OfficeFile.open(parented) as file:
        assert [above(file, "EX", day) for day in (MAY, date(2026, 6, 9), june, july)] == [
            ["Fernbeck SEND Board"],
            ["Fernbeck SEND Board"],
            ["The HWB"],
            ["The HWB"],
        ]
        assert [above(file, "NEW", day) for day in (MAY, june, july)] == [
            ["Fernbeck SEND Board"],
            [],
            ["The HWB"],
        ]
        with file.as_of(datetime(2026, 5, 30, tzinfo=UTC)) as past:
            assert above(past, "EX", date(2026, 5, 30)) == ["Fernbeck SEND Board"]
    assert faults(parented) == []


def test_how_a_plan_is_read_can_be_remembered_in_an_old_file(path: Path) -> None:
    choices = (PlanChoice(ChoiceKind.COLUMN, "lead", "accountable"),)
    with OfficeFile.open(path) as file:
        (plan, *_) = plans.plans(file)
        keep_choices(file, plan.id, choices)
        assert kept_choices(file, plan.id) == choices
        file.undo()
        assert choices != kept_choices(file, plan.id)


def test_every_list_of_records_loads_from_an_old_file(path: Path) -> None:
    with OfficeFile.open(path) as file:
        assert [name for name, listed in LISTS.items() if not listed(file)] == []


def test_the_figures_and_the_report_of_an_old_file_are_assembled(path: Path) -> None:
    with OfficeFile.open(path) as file:
        assert attendance_report(file, today=MAY).members
        assert highlight_pack(file, today=MAY).areas


def test_a_change_to_an_old_file_is_undone_and_redone(path: Path) -> None:
    with OfficeFile.open(path) as file:
        before = office_rows(file)
        added = people.add_person(file, "Ivo Brook")
        assert file.undo() == "Add Ivo Brook"
        assert office_rows(file) == before
        file.redo()
        assert people.person(file, added).name == "Ivo Brook"
    assert faults(path) == []


def test_all_that_was_ever_done_to_the_newest_file_is_undone_and_redone(tmp_path: Path) -> None:
    path = Path(shutil.copy(frozen_path(SCHEMA_VERSION), tmp_path / "newest.boarddesk"))
    with OfficeFile.open(path) as file:
        before = office_rows(file)
        while file.undo():
            pass
        (mark, *_older) = [entry.number for entry in file.log(10_000) if entry.kind is EntryKind.MARK]
        with file.as_of(mark) as past:
            was, left = office_rows(past), office_rows(file)
        assert {**was, "paper_bytes": []} == {**left, "paper_bytes": []}  # papers are only added to
        assert not any(left[table] for table in ("minute_block", "decision", "plan", "risk"))
        while file.redo():
            pass
        assert office_rows(file) == before
    assert faults(path) == []


def test_an_old_file_shows_its_past(path: Path) -> None:
    with OfficeFile.open(path) as file, file.as_of(3) as past:
        assert len(past.log()) <= 3 < len(file.log())


def test_the_newest_frozen_file_has_a_row_in_every_table(tmp_path: Path) -> None:
    path = Path(shutil.copy(frozen_path(SCHEMA_VERSION), tmp_path / "newest.boarddesk"))
    with OfficeFile.open(path, read_only=True) as file:
        assert empty_tables(file) == []


def test_the_script_that_freezes_still_works(tmp_path: Path) -> None:
    freeze(tmp_path / "next.boarddesk")
    assert (
        tmp_path / "next.boarddesk"
    ).stat().st_size < 900_000  # a page or more for each table and each index


@pytest.fixture(params=FROZEN[:4], ids=lambda path: path.stem)
def scored(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file of when an office had bands and no matrix, as the program of its day left it."""
    path = Path(shutil.copy(request.param, tmp_path / "old.boarddesk"))
    with (
        patch.object(office_file, "SCHEMA_VERSION", read_header(path).user_version),
        OfficeFile.open(path, clock=lambda: datetime(2026, 6, 3, 9, 0, tzinfo=UTC)) as file,
    ):
        (first,) = file.rows("SELECT * FROM risk")
        with file.change("Score") as change:
            change.update("risk", first["id"], controls="Weekly list\n\n Monthly call ")
            for likelihood, level in ((5, "Extreme"), (2, "Small")):
                change.insert(
                    "risk_score",
                    risk_id=first["id"],
                    kind="current",
                    likelihood=likelihood,
                    impact=4,
                    as_at="2026-06-02",
                    level=level,
                )
    return path


def test_scores_of_an_old_file_keep_their_level_and_the_bands_become_a_matrix(scored: Path) -> None:
    with OfficeFile.open(scored) as file:
        matrix = matrices.in_force(file)
        assert {level.review_every_days for level in matrix.levels} == {28}
        assert dict(matrix.cells) == {
            place: replace(level, review_every_days=28) for place, level in USUAL.cells.items()
        }
        (risk,) = register.risks(file)
        of_day = [score for score in risk.current if score.as_at == date(2026, 6, 2)]
        assert {(score.shown, bool(score.matrix_id)) for score in of_day} == {
            ("20\N{NO-BREAK SPACE}Extreme", True),
            ("8\N{NO-BREAK SPACE}Small", False),  # given by bands of which no more is known
        }
        assert [control.text for control in risk.controls] == ["Weekly list", "Monthly call"]
        assert risk.kpi_ids and risk.appetite == Appetite(None, 8)
    assert faults(scored) == []
