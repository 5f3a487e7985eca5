"""`boarddesk health` says what the page File health says, and chooses the second place."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from boarddesk.cli.commands import run
from boarddesk.records.file.backups import backups_of
from boarddesk.records.file.moments import now
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.health import file_health, wall
from boarddesk.rules.health.sentences import health_lines


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "northmoor.boarddesk"
    OfficeFile.create(path, office="Northmoor").close()
    return path


def test_it_says_the_very_sentences_of_the_page(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", str(office)]) == 0
    assert run(["backup", str(office)]) == 0
    capsys.readouterr()
    assert run(["health", str(office)]) == 0
    printed = capsys.readouterr().out
    with OfficeFile.open(office, read_only=True) as file:
        lines = health_lines(file_health(file), now=wall(now()))
    assert printed.startswith("northmoor.boarddesk: the file is whole; one thing to do.")
    assert all(line.sentence in printed and line.proof in printed for line in lines)


def test_json_lists_the_matters_and_the_backups(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["backup", str(office)])
    capsys.readouterr()
    assert run(["health", str(office), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["matters"][0]["about"] == "Second place"
    (backup,) = told["backups"]
    assert (backup["kept_because"], backup["changes_since"]) == ("asked for", 0)
    assert datetime.fromisoformat(backup["made_at"]).tzinfo is not None


def test_a_second_place_is_chosen_and_filled(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["backup", str(office)])
    (tmp_path / "stick").mkdir()
    capsys.readouterr()
    assert run(["health", str(office), "--second-place", str(tmp_path / "stick")]) == 0
    assert f"Every backup is copied to {tmp_path / 'stick'} too." in capsys.readouterr().out
    with OfficeFile.open(office, read_only=True) as file:
        assert len(backups_of(file.file_id, tmp_path / "stick")) == 1


def test_a_folder_that_is_not_there_is_refused(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["health", str(office), "--second-place", str(tmp_path / "away")]) == 1
    assert "Connect it, or choose another." in capsys.readouterr().err
