"""The check command: what it points out and how it ends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.cli.conftest import Call

from boarddesk.records.board_file import BoardFile
from boarddesk.records.risks import add_risk, set_score
from boarddesk.rules.risks import ScoreKind


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
    with BoardFile.create(path) as file:
        risk = add_risk(file, ref="R1", title="Long waits", raised_on=day)
        set_score(file, risk, kind=ScoreKind.CURRENT, likelihood=2, impact=2, as_at=day)
        set_score(file, risk, kind=ScoreKind.TARGET, likelihood=4, impact=4, as_at=day)
    said = boarddesk("check", path)
    assert said.status == 3
    assert "R1 Long waits: Its target 16 is above where it stands now, 4." in said.out
