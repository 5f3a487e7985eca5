"""A share that numbers no file gives each the identity 0; offices there are still told apart."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from boarddesk.records.file.driver import connect
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import ChangedElsewhere
from boarddesk.records.people import add_person


@pytest.fixture(autouse=True)
def _on_such_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    of_path, of_handle = Path.stat, os.fstat

    def numberless(details: os.stat_result) -> os.stat_result:
        more = {"st_file_attributes": 0} if sys.platform == "win32" else {}
        return os.stat_result([*details[:1], 0, *details[2:10]], more)

    monkeypatch.setattr(Path, "stat", lambda path, **how: numberless(of_path(path, **how)))
    monkeypatch.setattr(
        "boarddesk.records.file.held_files.os.fstat", lambda handle: numberless(of_handle(handle))
    )


def test_two_offices_open_at_once_are_not_taken_for_one(tmp_path: Path) -> None:
    paths = [tmp_path / "one.boarddesk", tmp_path / "two.boarddesk"]
    for path in paths:
        OfficeFile.create(path, office=path.stem).close()
    with OfficeFile.open(paths[0]) as one, OfficeFile.open(paths[1]) as two:
        add_person(one, "Ada Hart")
        add_person(one, "Zoe Hart")
        add_person(two, "Ruth Okafor")
        assert (one.office, two.office) == ("one", "two")
    with OfficeFile.open(paths[0]) as again:
        assert again.value("SELECT count(*) FROM person") == 2


def test_one_that_is_no_longer_there_or_was_written_elsewhere_is_still_noticed(tmp_path: Path) -> None:
    path = tmp_path / "one.boarddesk"
    with OfficeFile.create(path, office="Northmoor") as file:
        other = connect(path)
        other.execute("CREATE TABLE added (one)")
        other.close()
        with pytest.raises(ChangedElsewhere, match="changed by another program"):
            add_person(file, "Ada Hart")
        if sys.platform != "win32":  # there nobody moves what is open
            path.rename(tmp_path / "elsewhere.boarddesk")
            with pytest.raises(ChangedElsewhere, match="no longer where it was opened"):
                add_person(file, "Ada Hart")
