"""The driver: every connection has every safety setting on, and the numbers it logs come back exactly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.records.file.driver import (
    Connection,
    OperationalError,
    connect,
    connect_in_memory,
    file_uri,
    run_script,
    statements,
)
from boarddesk.records.file.office_file import OfficeFile

WANTED = {
    "busy_timeout": 5000,
    "journal_mode": "truncate",
    "synchronous": 3,
    "locking_mode": "normal",
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 2,
    "temp_store": 2,
    "recursive_triggers": 1,
}


def settings_of(connection: Connection) -> dict[str, object]:
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}


@pytest.mark.parametrize("read_only", [False, True])
def test_every_connection_to_a_file_has_every_safety_setting(tmp_path: Path, *, read_only: bool) -> None:
    path = tmp_path / "office.boarddesk"
    OfficeFile.create(path).close()
    connection = connect(path, read_only=read_only)
    assert settings_of(connection) == WANTED
    connection.close()


def test_a_read_only_connection_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "office.boarddesk"
    OfficeFile.create(path).close()
    connection = connect(path, read_only=True)
    with pytest.raises(OperationalError):
        connection.execute("UPDATE file_meta SET commit_number = 9")
    connection.close()


def test_connecting_never_makes_a_file(tmp_path: Path) -> None:
    with pytest.raises(OperationalError):
        connect(tmp_path / "missing.boarddesk")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "a b.boarddesk",
        "50%25.boarddesk",
        pytest.param(
            "a?mode=memory.boarddesk",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="no file can be called so there"),
        ),
        "é#1&.boarddesk",
    ],
)
def test_any_file_name_leads_to_that_very_file(tmp_path: Path, name: str) -> None:
    with OfficeFile.create(tmp_path / name, office="Northmoor"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_share_keeps_its_two_slashes() -> None:
    assert (
        file_uri(Path("//server/share/a.boarddesk"), mode="rw") == "file:////server/share/a.boarddesk?mode=rw"
    )


def test_opening_an_office_leaves_numpy_and_the_standard_driver_unused() -> None:
    asked = (
        "import sys; import boarddesk.records.file.library, sqlite_utils.utils; "
        "print('numpy' in sys.modules, sqlite_utils.utils.sqlite3.__name__)"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=_env()
    )
    assert told.stdout.split() == ["False", "sqlcipher3"]


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3] / "src")}


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_survives_the_json_of_the_log(value: float) -> None:
    connection = connect_in_memory()
    (text,) = connection.execute("SELECT json_quote(?)", (value,)).fetchone()
    connection.close()
    assert json.loads(text) == value


def test_statements_are_told_apart_by_sqlite_and_not_by_semicolons() -> None:
    script = (
        "CREATE TABLE t (a DEFAULT ';');\nCREATE TRIGGER x AFTER INSERT ON t\nBEGIN SELECT 1; END;\n-- end\n"
    )
    assert len(list(statements(script))) == 2


def test_an_unfinished_script_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="unfinished"):
        list(statements("CREATE TABLE t (a TEXT)"))


def test_a_script_leaves_the_open_transaction_open() -> None:
    connection = connect_in_memory()
    connection.execute("BEGIN")
    run_script(connection, "CREATE TABLE t (a TEXT);")
    assert connection.in_transaction
    connection.close()
