"""An office of a synced folder is worked on in a local copy from the terminal, and there again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Call

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import OnlyReadable


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    path = folder / "office.boarddesk"
    OfficeFile.create(path, office="Northmoor").close()
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "Own"
    folder.mkdir()
    return folder


def test_it_is_worked_on_locally_and_there_again_with_what_was_changed(
    home: Path, own: Path, boarddesk: Call
) -> None:
    said = boarddesk("work-locally", home, own)
    local = own / home.name
    assert (said.status, said.err) == (0, "")
    assert str(local) in said.out and "for others to read only" in said.out
    with pytest.raises(OnlyReadable):
        OfficeFile.open(home)
    with OfficeFile.open(local) as file, file.change("Add person") as change:
        change.insert("person", name="Ash Patel")
    said = boarddesk("work-there-again", local)
    assert (said.status, said.err) == (0, "")
    (kept,) = own.glob("*.boarddesk")
    assert kept.name.startswith("office, until ") and str(kept) in said.out
    with OfficeFile.open(home) as file:
        assert file.value("SELECT name FROM person") == "Ash Patel"


def test_a_folder_that_is_not_there_or_is_synced_too_is_refused(
    home: Path, own: Path, boarddesk: Call
) -> None:
    for folder, why in ((own / "away", "There is no folder"), (home.parent, "is a synced folder too")):
        said = boarddesk("work-locally", home, folder)
        assert (said.status, said.out) == (1, "") and why in said.err
    assert [path.name for path in home.parent.iterdir()] == [home.name]


def test_an_office_that_is_published_nowhere_is_said_to_be_that(home: Path, boarddesk: Call) -> None:
    said = boarddesk("work-there-again", home)
    assert (said.status, said.out) == (1, "")
    assert "not published from here" in said.err
