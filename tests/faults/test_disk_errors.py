"""The disk says no, at a commit, at any statement or for want of room; and what is said of it is true."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import Connection, OperationalError
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import NotSaved
from boarddesk.rules.refused import FileProblem

Execute = Callable[..., Any]


class Troubled:
    """The file's connection with a trouble of its own in the way of each statement."""

    def __init__(self, connection: Connection, trouble: Callable[[Execute, str], Any]) -> None:
        self._connection = connection
        self._trouble = trouble

    def execute(self, sql: str, *params: Any) -> Any:
        return self._trouble(lambda: self._connection.execute(sql, *params), sql)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


def disk_error() -> OperationalError:
    error = OperationalError("disk I/O error")
    error.sqlite_errorcode = 10
    return error


def fails_before_commit(run: Execute, sql: str) -> Any:
    if sql == "COMMIT":
        raise disk_error()
    return run()


def fails_after_commit(run: Execute, sql: str) -> Any:
    done = run()
    if sql == "COMMIT":
        raise disk_error()
    return done


def trouble(file: OfficeFile, how: Callable[[Execute, str], Any]) -> None:
    troubled: Any = Troubled(file._door.connection, how)
    file._door._connection = troubled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "office.boarddesk"


@pytest.fixture
def file(path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(path) as made:
        add(made, "Robin")
        yield made


def add(file: OfficeFile, name: str) -> None:
    with file.change(f"Add {name}") as change:
        change.insert("person", name=name)
        change.insert("organisation", name=name)


def names(file: OfficeFile) -> list[str]:
    return [row["name"] for row in file.rows("SELECT name FROM person ORDER BY name")]


def test_a_commit_that_failed_is_said_not_saved_and_work_goes_on(file: OfficeFile, path: Path) -> None:
    heard: list[frozenset[str]] = []
    file.listen(heard.append)
    trouble(file, fails_before_commit)
    with pytest.raises(NotSaved, match="not saved"):
        add(file, "Rowan")
    assert (names(file), heard) == (["Robin"], [])
    add(file, "Sorrel")
    assert names(file) == ["Robin", "Sorrel"]
    assert faults(path) == []


def test_a_commit_that_failed_after_it_was_durable_is_saved_and_heard_of(
    file: OfficeFile, path: Path
) -> None:
    heard: list[frozenset[str]] = []
    file.listen(heard.append)
    trouble(file, fails_after_commit)
    add(file, "Rowan")
    assert names(file) == ["Robin", "Rowan"]
    assert heard == [frozenset({"person", "organisation"})]
    assert file.undo() == "Add Rowan"
    assert faults(path) == []


def test_an_error_from_commit_is_no_proof_that_nothing_was_saved(file: OfficeFile, path: Path) -> None:
    """The control: whoever believes the error says "not saved" of what is in the file."""
    connection = Troubled(file._door.connection, fails_after_commit)
    with file._door._writing():
        connection.execute("UPDATE file_meta SET written_by = 'Rowan'")
        with pytest.raises(OperationalError):
            connection.execute("COMMIT")
    with OfficeFile.open(path, read_only=True) as shown:
        assert shown.value("SELECT written_by FROM file_meta") == "Rowan"


def test_undo_that_cannot_be_saved_leaves_the_office_as_it_was(file: OfficeFile) -> None:
    trouble(file, fails_before_commit)
    with pytest.raises(NotSaved):
        file.undo()
    assert (names(file), file.undo_label) == (["Robin"], "Add Robin")


def test_an_error_at_any_statement_leaves_the_office_as_it_was(file: OfficeFile, path: Path) -> None:
    """Each statement a change takes fails in its turn; the control is the run in which none does."""
    for failing in range(1, 100):
        left = [failing]

        def fail(run: Execute, sql: str, left: list[int] = left) -> Any:
            left[0] -= 1
            if left[0] == 0 and sql != "ROLLBACK":
                raise disk_error()
            return run()

        trouble(file, fail)
        try:
            add(file, "Rowan")
        except FileProblem:
            clear_up(file)
            assert names(file) == ["Robin"]
        else:
            clear_up(file)
            break
    assert failing > 8
    assert names(file) == ["Robin", "Rowan"]
    assert faults(path) == []


def clear_up(file: OfficeFile) -> None:
    """The trouble is over."""
    connection = file._door.connection
    if isinstance(connection, Troubled):
        file._door._connection = connection._connection


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited there")
def test_a_full_disk_at_any_level_loses_nothing_and_never_shrinks_the_file(
    file: OfficeFile, path: Path
) -> None:
    refused = 0
    for room in range(0, 40 * 4096, 4096):
        size = path.stat().st_size
        refused += not fits(file, size + room)
        assert path.stat().st_size >= size
    assert 0 < refused < 40, "the control: too little room and enough must both be met"
    assert faults(path) == []


def fits(file: OfficeFile, level: int) -> bool:
    """Whether a large change can be written with no file growing past the level; undone again if so."""
    assert sys.platform != "win32"
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = names(file)
    resource.setrlimit(resource.RLIMIT_FSIZE, (level, hard))
    try:
        with file.change("Add many") as change:
            for number in range(300):
                change.insert("person", name=f"{number}" * 20)
    except FileProblem:
        assert names(file) == before
        return False
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    file.undo()
    assert names(file) == before
    return True
