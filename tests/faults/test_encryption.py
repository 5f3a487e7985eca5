"""An office under a key: nothing is read without it, a wrong one harms nothing, one of two files is whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.long_runs import many

from boarddesk.disk.folders import data_folder
from boarddesk.records.file import keys
from boarddesk.records.file.backups import back_up, carry_over, contents, restore
from boarddesk.records.file.check import faults
from boarddesk.records.file.driver import connect
from boarddesk.records.file.encryption import (
    bring_along,
    is_encrypted,
    other_copies,
    put_under,
    remove_copies,
)
from boarddesk.records.file.header import read_header
from boarddesk.records.file.keys import PAGE, FileKey, KeyNeeded, WrongKey, key_from, new_key
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import ChangedElsewhere, DamagedFile, LockedByAnother
from boarddesk.records.file.second_place import choose_second_place
from boarddesk.records.file.unlocking import unlock
from boarddesk.rules.recovery_key import SlipInKey, written
from boarddesk.rules.refused import FileProblem

SRC = Path(__file__).parents[2] / "src"
PLANTED = "Quillfeather"
"""A name that stands nowhere but in the office."""
PASSPHRASE = "seven brown otters"


@pytest.fixture(autouse=True)
def nothing_known() -> Iterator[None]:
    """Each test begins as a program that was just started."""
    keys._known.clear()
    yield
    keys._known.clear()


def random_key() -> FileKey:
    return FileKey(os.urandom(32), os.urandom(16))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    made = tmp_path_factory.mktemp("filled") / "office.boarddesk"
    fill(made)
    return made.read_bytes()


@pytest.fixture
def path(tmp_path: Path, filled: bytes) -> Path:
    made = tmp_path / "office.boarddesk"
    made.write_bytes(filled)
    return made


def fill(path: Path, *, people: int = 30) -> None:
    with OfficeFile.create(path, office="Northmoor") as file:
        for number in range(people):
            with file.change(f"Add {PLANTED} {number}") as change:
                organisation = change.insert("organisation", name=f"{PLANTED} {number}")
                change.insert("person", name=f"{PLANTED} {number}", organisation_id=organisation)
        file.undo()
        with file.change("Keep a paper") as change:
            change.keep_paper(PLANTED.encode() * 4000)


def state(path: Path) -> tuple[object, ...]:
    with OfficeFile.open(path, read_only=True) as file:
        held = [
            file.rows(f"SELECT * FROM {name} ORDER BY 1") for name in ("person", "paper_bytes", "file_meta")
        ]
        return file.file_id, file.commit_number, file.log(), held


def planted_in(*folders: Path) -> list[Path]:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    words = [PLANTED.encode(), PLANTED.encode("utf-16-le")]
    return [file for file in files if any(word in file.read_bytes() for word in words)]


def test_encrypted_and_taken_off_again_it_is_the_same_office_change_for_change(path: Path) -> None:
    before, bytes_before = state(path), path.read_bytes()
    put_under(path, new_key(PASSPHRASE))
    assert is_encrypted(path)
    assert PLANTED.encode() not in path.read_bytes()
    assert state(path) == before
    assert faults(path) == []
    with OfficeFile.open(path) as file:
        assert file.redo() is not None
        assert file.undo() is not None
        with file.as_of(3) as past:
            assert len(past.rows("SELECT * FROM person")) == 2
    put_under(path, None)
    assert PLANTED.encode() in path.read_bytes()
    assert state(path)[0] == before[0]
    assert faults(path) == []
    assert path.stat().st_mode & 0o777 == 0o644 or os.name == "nt"
    assert len(path.read_bytes()) == pytest.approx(len(bytes_before), rel=0.2)


def test_both_keys_open_it_and_nothing_else_is_needed(path: Path) -> None:
    key = new_key(PASSPHRASE)
    put_under(path, key)
    for given in (PASSPHRASE, written(key.raw), written(key.raw).lower().replace("-", " ")):
        keys._known.clear()
        with pytest.raises(KeyNeeded, match="is encrypted, or is no office file"):
            OfficeFile.open(path)
        unlock(path, given)
        OfficeFile.open(path).close()


def test_the_same_passphrase_typed_on_another_keyboard_opens_it(path: Path) -> None:
    put_under(path, new_key("Zoë’s café"))
    keys._known.clear()
    unlock(path, "Zoe\N{COMBINING DIAERESIS}’s cafe\N{COMBINING ACUTE ACCENT}")
    OfficeFile.open(path).close()


def test_another_passphrase_is_another_key_and_the_old_one_opens_it_no_more(path: Path) -> None:
    old, new = new_key(PASSPHRASE), new_key("eight brown otters")
    put_under(path, old)
    put_under(path, new)
    keys._known.clear()
    for given in (PASSPHRASE, written(old.raw)):
        with pytest.raises(WrongKey):
            unlock(path, given)
    unlock(path, written(new.raw))
    OfficeFile.open(path).close()


def test_a_wrong_key_changes_neither_a_byte_nor_a_moment_of_the_file(path: Path) -> None:
    key = random_key()
    put_under(path, key)
    keys._known.clear()
    before, beside = (path.read_bytes(), path.stat().st_mtime_ns), sorted(path.parent.iterdir())
    chance, tried, refused = random.Random(4), 0, 0
    printed = written(key.raw)
    for number in range(200):
        tried += 1
        wrong = (
            written(chance.randbytes(32)),
            printed[:8] + ("Z" if printed[8] != "Z" else "Y") + printed[9:],
            printed[: chance.randrange(42, 65)],
            " " * chance.randrange(3) if number > 20 else f"{PASSPHRASE} {number}",
        )[number % 4]
        try:
            unlock(path, wrong)
        except (WrongKey, SlipInKey):
            refused += 1
        with pytest.raises(KeyNeeded):
            OfficeFile.open(path)
    print(f"wrong keys tried {tried}, refused {refused}, bytes changed 0")
    assert refused == tried
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert sorted(path.parent.iterdir()) == beside
    unlock(path, printed)  # the control: the right one is told from them
    OfficeFile.open(path).close()


def test_nothing_the_office_holds_lies_readable_on_the_disk(
    tmp_path: Path, filled: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    path = tmp_path / "office" / "office.boarddesk"
    path.parent.mkdir()
    path.write_bytes(filled)
    assert planted_in(tmp_path), "the control: in the clear it is found"
    back_up(path)
    put_under(path, random_key())
    assert [found.parent.parent for found in planted_in(tmp_path, data_folder())] == [
        data_folder() / "backups"
    ]
    assert bring_along(other_copies(path), path) == []
    with OfficeFile.open(path) as file:
        with file.change("Write on") as change:
            change.insert("organisation", name=f"{PLANTED} & Sons")
            assert planted_in(tmp_path, data_folder()) == [], "the journal"
        back_up(path)
        file.undo()
    searched = sum(1 for folder in (tmp_path, data_folder()) for file in folder.rglob("*") if file.is_file())
    print(f"files searched {searched}, with plain text 0")
    assert planted_in(tmp_path, data_folder()) == []


def test_backups_are_encrypted_alike_and_come_back_with_the_same_key(path: Path, tmp_path: Path) -> None:
    key = random_key()
    put_under(path, key)
    made = back_up(path, reason="asked for")
    assert is_encrypted(made.path)
    assert contents(made).office == "Northmoor"
    keys._known.clear()
    with pytest.raises(KeyNeeded):
        contents(made)
    unlock(made.path, written(key.raw))
    restored = restore(made, tmp_path / "restored.boarddesk")
    assert is_encrypted(restored)
    assert faults(restored) == []


def test_what_stays_in_the_clear_is_named_and_goes_along_or_away_only_when_asked(path: Path) -> None:
    plain = back_up(path, reason="asked for").path
    damaged = path.with_name("office.boarddesk.damaged-20260514T100000Z")
    damaged.write_bytes(path.read_bytes())
    put_under(path, random_key())
    left = other_copies(path)
    assert (left.backups, left.beside) == ((plain,), (damaged,))
    assert not is_encrypted(plain)
    assert bring_along(left, path) == []
    assert is_encrypted(plain)
    assert other_copies(path).backups == ()
    put_under(path, random_key())
    left = other_copies(path)
    assert plain in left.backups
    assert is_encrypted(plain), "under the earlier key"
    assert remove_copies(left) == []
    assert not plain.exists()
    assert damaged.exists()


def test_backups_in_the_second_place_are_named_and_go_along_too(path: Path, tmp_path: Path) -> None:
    made = back_up(path)
    (tmp_path / "stick").mkdir()
    choose_second_place(made.file_id, tmp_path / "stick")
    carry_over(made.file_id)
    put_under(path, random_key())
    left = other_copies(path)
    assert [copy.name for copy in left.backups] == [made.path.name] * 2
    assert bring_along(left, path) == []
    assert other_copies(path).backups == ()
    (tmp_path / "stick").rename(tmp_path / "pulled out")
    assert other_copies(path).out_of_reach == tmp_path / "stick"


def test_a_backup_that_is_damaged_stays_where_it_is(path: Path) -> None:
    plain = back_up(path).path
    plain.write_bytes(plain.read_bytes()[:-PAGE])
    put_under(path, random_key())
    assert bring_along(other_copies(path), path) == [plain]
    assert plain.exists()


def test_an_office_somebody_has_open_is_not_encrypted(path: Path) -> None:
    with OfficeFile.open(path), pytest.raises(LockedByAnother):
        put_under(path, random_key())
    assert not is_encrypted(path)


def test_what_another_program_wrote_into_an_encrypted_file_is_seen_before_the_next_change(path: Path) -> None:
    put_under(path, random_key())
    with OfficeFile.open(path) as file:
        other = connect(path)
        other.execute("UPDATE file_meta SET written_by = 'another program'")
        other.close()
        with pytest.raises(ChangedElsewhere), file.change("Too late") as change:
            change.insert("organisation", name="Too late")


def test_a_bit_that_flipped_in_an_encrypted_file_is_said_to_be_damage(path: Path) -> None:
    flip_bits(path, 16)


@pytest.mark.soak
def test_hundreds_of_bits_that_flipped_are_said_to_be_damage(path: Path) -> None:
    flip_bits(path, many(600))


def flip_bits(path: Path, times: int) -> None:
    key = random_key()
    put_under(path, key)
    whole, chance, found = path.read_bytes(), random.Random(5), 0
    damaged = path.with_name("damaged.boarddesk")
    flips = [
        chance.randrange(*((16, PAGE) if number % 4 == 0 else (PAGE, len(whole)))) for number in range(times)
    ]
    for at in flips:
        keys._known.clear()
        content = bytearray(whole)
        content[at] ^= 1 << chance.randrange(8)
        damaged.write_bytes(content)
        unlock(damaged, written(key.raw))
        assert faults(damaged) != [], at
        with pytest.raises(DamagedFile):
            read_all(damaged)
        assert damaged.read_bytes() == bytes(content)
        found += 1
    print(f"bits flipped {len(flips)}, said to be damage {found}")


def read_all(path: Path) -> None:
    with OfficeFile.open(path, read_only=True) as file:
        for row in file.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            file.rows(f'SELECT * FROM "{row["name"]}"')
        if faults(path):
            raise DamagedFile("in a page that nothing is read from")


def test_damage_at_its_very_start_is_told_from_a_wrong_key_where_a_backup_opens(path: Path) -> None:
    key = new_key(PASSPHRASE)
    put_under(path, key)
    OfficeFile.open(path).close()  # this machine has seen it
    content = bytearray(path.read_bytes())
    content[3] ^= 4
    path.write_bytes(content)
    keys._known.clear()
    for given in (PASSPHRASE, written(key.raw)):
        with pytest.raises(DamagedFile):
            unlock(path, given)
    with pytest.raises(WrongKey):
        unlock(path, "eight brown otters")


@pytest.mark.parametrize("cut", [1, PAGE, 3 * PAGE + 17])
def test_an_encrypted_file_cut_short_is_damaged(path: Path, cut: int) -> None:
    put_under(path, random_key())
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(DamagedFile):
        read_header(path)
    keys._known.clear()
    with pytest.raises(FileProblem):
        OfficeFile.open(path)


CHANGES_KEY = """
import sys
from pathlib import Path
from boarddesk.records.file.encryption import is_encrypted, put_under
from boarddesk.records.file.keys import FileKey, learn
path, key = Path(sys.argv[1]), FileKey(bytes(32), bytes(range(100, 116)))
learn(key)
if sys.argv[2] == "in place":  # the control: the file is written over where it stands
    content = sys.stdin.buffer.read()
    print("begins", flush=True)
    with path.open("r+b") as file:
        for at in range(0, len(content), 512):
            file.write(content[at : at + 512])
            file.flush()
else:
    print("begins", flush=True)
    put_under(path, None if is_encrypted(path) else key)
print("done", flush=True)
"""
KEY = FileKey(bytes(32), bytes(range(100, 116)))


def killed_while(path: Path, *, wait: float | None, how: str = "", given: bytes = b"") -> bool:
    """Whether it was ended before it was done; without a moment to end it at it is let finish."""
    program = subprocess.Popen(
        [sys.executable, "-c", CHANGES_KEY, str(path), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    assert program.stdin
    assert program.stdout
    program.stdin.write(given)
    program.stdin.close()
    assert program.stdout.readline().split() == [b"begins"]
    if wait is not None:
        time.sleep(wait)
        program.kill()
    done = b"done" in program.stdout.read()
    program.stdout.close()
    program.wait()
    return not done


def kill_at_random(path: Path, times: int) -> tuple[int, int]:
    """How often it was ended midway, and how often the file then was neither of the two whole ones."""
    chance, before, midway, lost = random.Random(6), state(path), 0, 0
    began = time.monotonic()
    killed_while(path, wait=None)
    longest = time.monotonic() - began
    for _ in range(times):
        midway += killed_while(path, wait=chance.random() * longest)
        keys.learn(KEY)
        try:
            whole = state(path) == before and faults(path) == []
        except FileProblem:
            whole = False
        lost += not whole
    return midway, lost


def check_kills(path: Path, times: int) -> None:
    midway, lost = kill_at_random(path, times)
    print(f"ended {times} times while a key was changed, {midway} of them midway: {lost} lost")
    assert lost == 0


def test_ended_at_any_moment_the_one_or_the_other_is_there_whole(path: Path) -> None:
    check_kills(path, 6)


@pytest.mark.soak
def test_ended_at_any_moment_the_one_or_the_other_is_there_whole_hundreds_of_times(path: Path) -> None:
    check_kills(path, many(300))


def test_written_over_where_it_stands_it_would_be_lost(path: Path, tmp_path: Path) -> None:
    """The control: without a second file and an exchange neither of the two is there."""
    other = tmp_path / "other.boarddesk"
    other.write_bytes(path.read_bytes())
    put_under(other, KEY)
    content, plain = other.read_bytes() * 1, path.read_bytes()
    lost = 0
    for wait in (0.0001, 0.0005, 0.001, 0.002, 0.004):
        path.write_bytes(plain)
        killed_while(path, wait=wait, how="in place", given=content)
        lost += path.read_bytes() not in (plain, content)
    print(f"written over in place and ended 5 times: {lost} lost")
    assert lost > 0


def fails_at(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"boarddesk.records.file.encryption.{name}", fail)


@pytest.mark.parametrize("name", ["sync_file", "replace", "export"])
def test_where_it_cannot_be_written_the_file_is_as_it_was_and_nothing_lies_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = path.read_bytes()
    fails_at(monkeypatch, name)
    with pytest.raises(FileProblem, match="could not be written anew: the disk is full"):
        put_under(path, random_key())
    assert path.read_bytes() == before
    assert sorted(path.parent.glob("*office*")) == [path]


def test_keys_are_shown_by_nothing(path: Path) -> None:
    key = key_from(PASSPHRASE, os.urandom(16))
    assert repr(key) == "FileKey()"
    assert PASSPHRASE not in str(KeyNeeded(path))
