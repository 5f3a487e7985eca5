"""A Word document as pictures of its pages, drawn by LibreOffice and poppler."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from boarddesk import issuing
from boarddesk.cli.commands import run
from boarddesk.records.boards import add_board, boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.plan.areas import add_area
from boarddesk.records.plan.plans import add_plan
from boarddesk.records.registers.reading import registers

DOTS_PER_INCH = 60
PATIENCE = 180  # seconds: LibreOffice is slow to start the first time


def can_draw() -> bool:
    """Whether this machine can turn documents into pages."""
    return all(shutil.which(program) for program in ("soffice", "pdftoppm"))


def draw_pages(documents: Sequence[Path], to: Path) -> list[Path]:
    """One PNG a page of each document, `NAME-1.png` onwards; LibreOffice is started once for all."""
    with tempfile.TemporaryDirectory() as scratch:
        profile = f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", scratch]
        subprocess.run([*convert, *map(str, documents)], check=True, capture_output=True, timeout=PATIENCE)
        return [page for document in documents for page in _pages(Path(scratch) / f"{document.stem}.pdf", to)]


def _pages(pdf: Path, to: Path) -> list[Path]:
    command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", str(pdf), str(to / pdf.stem)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return sorted(to.glob(f"{pdf.stem}-*.png"))


def draw(made: dict[str, Path], *, scratch: Path, folder: Path) -> list[Path]:
    """Every kind of document the command line can write, short, long and empty, as pages."""
    if not can_draw():
        print("Documents are not drawn: LibreOffice and poppler are not on this machine.")
        return []
    written = [*_written(made | {"bare": _bare(scratch)}, scratch), *_for_the_chair(made["sample"], scratch)]
    return draw_pages(written, folder)


OF_ONE = ("calendar", "letter", "sign-in")
"""A file for calendars has no pages to look at; letter and sheet are of one person and one meeting."""

VARIANTS = {
    "highlight": {
        "short": ("sample", ("--area", "4")),
        "board": ("sample", ()),
        "long": ("overfull", ()),
        "empty": ("bare", ()),
    },
    "attendance": {
        "short": ("sample", ()),
        "published": ("sample", ("--copy", "published", "--names", "roles")),
        "long": ("overfull", ("--from", "2024-01-01")),
        "empty": ("bare", ()),
    },
}


def _written(made: dict[str, Path], scratch: Path) -> Iterator[Path]:
    for kind in VARIANTS:
        for variant, (office, choices) in VARIANTS[kind].items():
            path = scratch / f"{kind}-{variant}.docx"
            status = run(["report", kind, str(made[office]), "--out", str(path), *choices])
            assert status == 0, f"{path.name} was not written"
            yield path


def _for_the_chair(sample: Path, scratch: Path) -> Iterator[Path]:
    """A letter about somebody's attendance, and a sheet to sign at the door."""
    today = datetime.now().astimezone().date()
    with OfficeFile.open(sample, read_only=True) as file:
        board = boards(file)[0]
        person = next(row.person_id for one in registers(file, board.id) for row in one.rows if row.person_id)
        coming = next(one for one in meetings(file, board.id) if one.state.is_to_come)
        letter = issuing.letter(file, board.id, person, today=today)
        yield issuing.save_draft(letter, scratch / "letter.docx")
        yield issuing.save_draft(issuing.sign_in(file, coming.id, today=today), scratch / "sign-in.docx")


def _bare(scratch: Path) -> Path:
    """An office whose plan has an area and nothing in it."""
    path = scratch / "bare.boarddesk"
    with OfficeFile.create(path, office="Our office") as file:
        board = add_board(file, "Improvement Board", "IB")
        plan = add_plan(file, "Improvement plan", board_id=board)
        add_area(file, plan, number="1", title="Plans on time")
    return path
