"""The check command: what it points out and how it ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.cli.conftest import Call

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.risks.register import add_risk
from boarddesk.records.risks.scores import set_score
from boarddesk.rules.risks.risk import ScoreKind


def test_an_empty_office_ends_with_0(boarddesk: Call, tmp_path: Path) -> None:
    boarddesk("new", tmp_path / "a.boarddesk")
    said = boarddesk("check", tmp_path / "a.boarddesk")
    assert (said.status, said.out) == (0, "Nothing to point out.\n")


def test_warnings_end_with_1_and_stand_in_the_json(boarddesk: Call, sample: Path) -> None:
    said = boarddesk("check", sample, "--json")
    assert said.status == 1
    assert said.json.keys() == {"errors", "warnings", "notes"}
    assert said.json["errors"] == []
    assert all(found.keys() == {"rule", "about", "says"} for found in said.json["warnings"])


def test_an_error_ends_with_3(boarddesk: Call, tmp_path: Path) -> None:
    path, day = tmp_path / "a.boarddesk", date(2026, 5, 1)
    with OfficeFile.create(path) as file:
        risk = add_risk(file, ref="R1", title="Long waits", raised_on=day)
        set_score(file, risk, kind=ScoreKind.CURRENT, likelihood=2, impact=2, as_at=day)
        set_score(file, risk, kind=ScoreKind.TARGET, likelihood=4, impact=4, as_at=day)
    said = boarddesk("check", path)
    assert said.status == 3
    assert "R1 Long waits: Its target 16 is above where it stands now, 4." in said.out


def test_an_action_that_is_late_yet_on_track_is_told_once(boarddesk: Call, tmp_path: Path) -> None:
    office, table = tmp_path / "a.boarddesk", tmp_path / "plan.csv"
    rows = (
        "Ref,Action,By When,Status",
        "1.1,Open the clinic,May 2024,On track",
        "1.2,Agree a charter,May 2024,",
    )
    table.write_text("\n".join(rows), "utf-8")
    boarddesk("new", office)
    boarddesk("import", "plan", table, "--into", office)
    lines = [line for line in boarddesk("check", office).out.splitlines() if "it was due by" in line]
    assert [("1.1" in line, "Declared On track" in line) for line in lines].count((True, True)) == 1
    assert len(lines) == 2
