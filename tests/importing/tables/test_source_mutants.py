"""However a document is damaged, it ends in rows or in one calm sentence."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.importing.documents import plan_document, workbook
from tests.long_runs import many

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.plan.document import read_plan
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.refused import FileProblem, Refused

PIECES = (
    b"",
    b"\x00",
    b"<",
    b">",
    b"</w:tc>",
    b"<w:tbl>",
    b'w:val="-1"',
    b'w:val="99999999999"',
    b'w:val="continue"',
    b'r="A0"',
    b'r="ZZZ1"',
    b't="s"',
    b"<v>-7</v>",
    b"<v>1e400</v>",
    b"NaN",
    b"&#xD800;",
    b"\xff\xfe",
    b"<w:p/>",
    b"xmlns",
    b"<!DOCTYPE x>",
    b"w:gridSpan",
    b"w:vMerge",
    b'<mergeCell ref="B2:A1"/>',
    b"%9",
    b"31/02/0000",
)


def seeds(folder: Path) -> list[Path]:
    rows = [["Name", "Role", "9 Jun 2026", "31/09/2026"], ["Rowan Vale", "Chair", "P", "D – Kit Fell"]]
    text = folder / "c.csv"
    text.write_text("Ref,Action,By when\n1.1,Do it,May 22\n", encoding="utf-8")
    return [plan_document(folder / "a.docx"), workbook(folder / "b.xlsx", {"One": rows}), text]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few bytes flipped, cut out, doubled or replaced by something nasty."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + chance.randint(0, 60))
        made[at:end] = chance.choice(
            [
                bytes(chance.randrange(256) for _ in range(3)),
                b"",
                bytes(made[at:end]) * 2,
                chance.choice(PIECES),
            ]
        )
    return bytes(made)


def mutants(source: Path, folder: Path, count: int) -> Iterator[Path]:
    """Files with their bytes damaged, and packages whose parts are damaged inside a sound zip."""
    chance = random.Random(source.name)
    data = source.read_bytes()
    for number in range(count):
        path = folder / f"mutant{number % 8}{source.suffix}"
        if not zipfile.is_zipfile(source) or chance.random() < 0.3:
            path.write_bytes(mutated(data, chance))
        else:
            _part_damaged(source, path, chance)
        yield path


def _part_damaged(source: Path, path: Path, chance: random.Random) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            new.writestr(name, mutated(old.read(name), chance) if name == victim else old.read(name))


def said_of(path: Path) -> Iterator[str]:
    """Read the tables, a plan and a register out of a file: the sentences it is refused with."""
    try:
        tables = read_tables(path)
    except FileProblem as problem:
        yield problem.sentence
        return
    for read in (read_plan, read_registers):
        try:
            read(tables)
        except (FileProblem, Refused) as problem:
            yield problem.sentence


def end_calmly(paths: Iterator[Path]) -> None:
    """Every file gives rows or a sentence that ends in a full stop; anything else raised fails the test."""
    sentences = [sentence for path in paths for sentence in said_of(path)]
    assert [one for one in sentences if not one.endswith(".") or "Traceback" in one] == []
    assert len(sentences) > 10


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_every_mutant_ends_in_rows_or_a_sentence(tmp_path: Path, kind: int) -> None:
    end_calmly(mutants(seeds(tmp_path)[kind], tmp_path, 80))


@pytest.mark.soak
@pytest.mark.parametrize("kind", [0, 1, 2])
def test_twenty_thousand_mutants_end_in_rows_or_a_sentence(tmp_path: Path, kind: int) -> None:
    end_calmly(mutants(seeds(tmp_path)[kind], tmp_path, many(7_000)))
