"""One bit of a page in use is another: every answer is the whole file's, or says that the file is damaged."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import ClassVar
from unittest.mock import patch

import pytest
from tests.boards.freeze import frozen_path
from tests.faults.test_damaged_files import mutants
from tests.long_runs import many

from boarddesk.cli import commands, offices
from boarddesk.cli.command import Status
from boarddesk.cli.listing.subjects import SUBJECTS
from boarddesk.issuing import issue
from boarddesk.records.file import tampering
from boarddesk.records.file.driver import connect, fetch
from boarddesk.records.file.header import SCHEMA_VERSION
from boarddesk.records.file.shape import read_shape

QUICK = 36
LEAVES = (0x0D, 0x0A)  # of tables and of indexes
REPORTS = ("attendance", "risks", "highlight", "decisions", "governance")


def questions(office: Path) -> list[list[str]]:
    """What a script asks of an office, each once."""
    document = office.with_suffix(".html")
    return [
        ["attendance", str(office), "--json"],
        ["attendance", str(office), "--by", "meeting"],
        *(["list", subject, str(office), "--json"] for subject in SUBJECTS),
        *(["report", kind, str(office), "--out", str(document)] for kind in REPORTS),
        ["check", str(office), "--json"],
        ["verify", str(office)],
    ]


@dataclass
class Tally:
    """What came of the files that were tried."""

    counts: Counter[str] = field(default_factory=Counter)
    silent: list[tuple[int, Sequence[str]]] = field(default_factory=list)
    raised: list[tuple[int, Sequence[str], str]] = field(default_factory=list)

    def __str__(self) -> str:
        counted = ", ".join(f"{count} {what}" for what, count in sorted(self.counts.items()))
        return f"{counted}, {len(self.silent)} wrong in silence, {len(self.raised)} tracebacks"


class Asker:
    """Asks in this process, and knows what the whole file answers."""

    known: ClassVar[dict[tuple[str, ...], tuple[int, str]]] = {}

    def __init__(self, office: Path) -> None:
        self.office = office
        self.whole = office.read_bytes()
        if not self.known:
            self.known.update({tuple(asked): self._answer(asked) for asked in questions(office)})
        self.questions = [asked for asked, (status, _) in self.known.items() if status != Status.PROBLEM]

    def _answer(self, asked: Sequence[str]) -> tuple[int, str]:
        document = self.office.with_suffix(".html")
        document.unlink(missing_ok=True)
        with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()):
            status = commands.run(asked)
        return status, said.getvalue() + (document.read_text("utf-8") if document.exists() else "")

    def ask(self, number: int, content: bytes, tally: Tally, *, asked: Sequence[str]) -> None:
        self.office.write_bytes(content)
        for journal in self.office.parent.glob("*-journal"):
            journal.unlink()
        try:
            answer = self._answer(asked)
        except Exception as error:
            tally.raised.append((number, asked, repr(error)))
            return
        if answer == self.known[tuple(asked)]:
            tally.counts["answered as the whole file does"] += 1
        elif answer[0] == Status.PROBLEM:
            tally.counts["said to be damaged"] += 1
        else:
            tally.silent.append((number, asked))


def bits(office: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    """The file with one bit flipped in what a page in use holds."""
    size = int.from_bytes(office[16:18], "big")
    pages = [start for start in range(size, len(office), size) if office[start] in LEAVES]
    for _ in range(count):
        yield flipped_in(office, chance, chance.choice(pages), size)


def bits_of_records(path: Path, chance: random.Random, count: int) -> Iterator[bytes]:
    """The file with one bit flipped in a record, of which the log tells too."""
    office = path.read_bytes()
    size = int.from_bytes(office[16:18], "big")
    with closing(connect(path, read_only=True)) as connection:
        tables = fetch(connection, "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'")
        logged = read_shape(connection).logged
    roots = [(table["rootpage"] - 1) * size for table in tables if table["name"] in logged]
    pages = [leaf for root in roots for leaf in leaves_under(office, root, size)]
    for _ in range(count):
        yield flipped_in(office, chance, chance.choice(pages), size)


def leaves_under(office: bytes, start: int, size: int) -> Iterator[int]:
    """Where the pages stand that hold a table's records and have any."""
    cells = int.from_bytes(office[start + 3 : start + 5], "big")
    if office[start] == LEAVES[0]:
        yield from [start] * bool(cells)
        return
    pointers = [start + at for at in range(12, 12 + 2 * cells, 2)]
    children = [start + int.from_bytes(office[at : at + 2], "big") for at in pointers]
    for at in [*children, start + 8]:
        yield from leaves_under(office, (int.from_bytes(office[at : at + 4], "big") - 1) * size, size)


def flipped_in(office: bytes, chance: random.Random, start: int, size: int) -> bytes:
    """One bit is another in what this page holds."""
    first = int.from_bytes(office[start + 5 : start + 7], "big") or size
    at = start + chance.randrange(min(first, size - 1), size)
    flipped = bytearray(office)
    flipped[at] ^= 1 << chance.randrange(8)
    return bytes(flipped)


@pytest.fixture
def asker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asker:
    monkeypatch.chdir(tmp_path)  # no answer says where it lay
    return Asker(Path(shutil.copy(frozen_path(SCHEMA_VERSION), "office.boarddesk")))


def try_files(asker: Asker, files: Iterator[bytes]) -> Tally:
    tally = Tally()
    for number, content in enumerate(files):
        asker.ask(number, content, tally, asked=asker.questions[number % len(asker.questions)])
    return tally


def test_no_bit_that_flips_gives_a_wrong_answer_in_silence(asker: Asker) -> None:
    tally = try_files(asker, bits(asker.whole, random.Random(14), QUICK))
    print(tally)
    assert (tally.silent, tally.raised) == ([], [])
    assert tally.counts["said to be damaged"] > QUICK / 3


def test_without_the_look_through_the_file_answers_are_wrong_in_silence(asker: Asker) -> None:
    """The control: the same bits, and nobody looks."""
    with (
        patch.object(offices, "refuse_unsound"),
        patch.object(issue, "refuse_unsound"),
        patch.object(commands, "damage_behind", return_value=None),
    ):
        tally = try_files(asker, bits(asker.whole, random.Random(14), QUICK))
    print(tally)
    assert tally.silent and tally.raised


def test_without_the_log_beside_them_a_third_of_changed_records_would_pass_for_whole(asker: Asker) -> None:
    """The control: `verify` finds every bit of a record; without the log only ids and keys are missed."""
    files = list(bits_of_records(asker.office, random.Random(14), QUICK // 2))
    asker.questions = [("verify", str(asker.office))]
    found = try_files(asker, iter(files))
    with patch.object(tampering, "unlogged_rows", return_value=()):
        missed = try_files(asker, iter(files))
    print(f"with the log: {found}; without: {missed}")
    assert found.counts["said to be damaged"] == len(files)
    assert missed.counts["answered as the whole file does"] > len(files) / 4


def test_no_mutant_gives_a_wrong_answer_in_silence(asker: Asker) -> None:
    tally = try_files(asker, mutants(asker.whole, random.Random(15), QUICK))
    print(tally)
    assert (tally.silent, tally.raised) == ([], [])


@pytest.mark.soak
def test_no_bit_of_two_thousand_gives_a_wrong_answer_in_silence(asker: Asker) -> None:
    tally = try_files(asker, bits(asker.whole, random.Random(1), many(2000)))
    print(tally)
    assert (tally.silent, tally.raised) == ([], [])


@pytest.mark.soak
def test_no_mutant_of_three_thousand_gives_a_wrong_answer_in_silence(asker: Asker) -> None:
    tally = try_files(asker, mutants(asker.whole, random.Random(2), many(3000)))
    print(tally)
    assert (tally.silent, tally.raised) == ([], [])
