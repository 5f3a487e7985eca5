"""A file that another program holds: waited for, and let go calmly where it stays held."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from boarddesk.disk.patience import is_full, is_held, patiently, remove, rename, replace


class SharingViolation(PermissionError):
    """As Windows raises it; on other systems an OSError has no such number of its own."""

    def __init__(self, winerror: int = 32) -> None:
        super().__init__(13, "The process cannot access the file")
        self.winerror = winerror


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    seconds: list[float] = []
    monkeypatch.setattr("boarddesk.disk.patience.time.sleep", seconds.append)
    return seconds


def held_for(tries: int, deed: Callable[..., object]) -> Callable[..., None]:
    left = [tries]

    def tried(*paths: Path, **options: bool) -> None:
        if left[0]:
            left[0] -= 1
            raise SharingViolation()
        deed(*paths, **options)

    return tried


@pytest.mark.parametrize("code", [5, 32, 33, 145, 1224])
def test_held_by_another_program_is_known_by_what_windows_says(code: int) -> None:
    assert is_held(SharingViolation(code))


@pytest.mark.parametrize(
    "error",
    [FileNotFoundError(2, "gone"), OSError(28, "full")]
    + [PermissionError(13, "no")] * (os.name != "nt"),  # all that opening a held file says there
)
def test_what_waiting_does_not_mend_is_not_waited_for(error: OSError, waited: list[float]) -> None:
    def deed() -> None:
        raise error

    with pytest.raises(type(error), match=str(error.strerror)) as raised:
        patiently(deed)
    assert raised.value is error
    assert waited == []


def test_a_file_held_for_a_moment_is_replaced(
    tmp_path: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", held_for(5, Path.replace))
    (tmp_path / "draft").write_text("new")
    (tmp_path / "kept").write_text("old")
    replace(tmp_path / "draft", tmp_path / "kept")
    assert (tmp_path / "kept").read_text() == "new"
    assert len(waited) == 5


def test_a_file_held_for_ever_is_given_up_within_about_a_second(
    tmp_path: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "rename", held_for(10_000, Path.rename))
    monkeypatch.setattr("boarddesk.disk.patience.os.link", held_for(10_000, os.link), raising=False)
    (tmp_path / "draft").write_text("new")
    with pytest.raises(PermissionError):
        rename(tmp_path / "draft", tmp_path / "kept")
    assert 0.5 < sum(waited) < 1.5
    assert (tmp_path / "draft").read_text() == "new"


def test_a_leftover_that_stays_held_stops_nobody(
    tmp_path: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    leftover = tmp_path / "leftover"
    leftover.write_text("old")
    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", held_for(10_000, Path.unlink))
        assert not remove(leftover)
    assert remove(leftover)
    assert remove(leftover)
    assert not leftover.exists()


def test_a_name_somebody_has_is_never_taken_from_them(tmp_path: Path) -> None:
    for name in ("draft", "kept"):
        (tmp_path / name).write_text(name)
    with pytest.raises(FileExistsError):
        rename(tmp_path / "draft", tmp_path / "kept")
    assert (tmp_path / "kept").read_text() == "kept" and (tmp_path / "draft").exists()
    rename(tmp_path / "draft", tmp_path / "new")
    assert sorted(child.name for child in tmp_path.iterdir()) == ["kept", "new"]


@pytest.mark.skipif(os.name == "nt", reason="a name that is taken is refused there by itself")
def test_nor_is_it_on_a_memory_stick_where_no_file_has_two_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("boarddesk.disk.patience.os.link", no_links)
    test_a_name_somebody_has_is_never_taken_from_them(tmp_path)
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        rename(tmp_path / "new", tmp_path / "dangling")
    reserved: list[int] = []

    def full(source: Path, target: Path) -> None:
        reserved.append(target.stat().st_size)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        rename(tmp_path / "new", tmp_path / "newer")
    assert reserved == [0]
    assert not (tmp_path / "newer").exists()


def test_a_folder_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    (tmp_path / "folder" / "inner" / "file").write_text("x")
    assert remove(tmp_path / "folder")
    assert not (tmp_path / "folder").exists()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_known_and_a_held_file_is_none(code: int) -> None:
    assert is_full(OSError(code, "No space left on device"))
    assert not is_full(SharingViolation())
