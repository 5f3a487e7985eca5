"""A Word document as pictures of its pages, drawn by LibreOffice and poppler."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from boarddesk.cli.commands import run
from boarddesk.issuing.document_kind import DocumentKind, DocumentQuery, Scope
from boarddesk.issuing.issue import save_draft
from boarddesk.issuing.registry import DOCUMENT_KINDS
from boarddesk.records.boards import add_board, boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import meetings
from boarddesk.records.packs.chasing import owners_actions
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
    return draw_pages(list(_written(made | {"bare": _bare(scratch)}, scratch)), folder)


VARIANTS: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "highlight": {
        "short": ("sample", ("--area", "4")),
        "board": ("sample", ()),
        "long": ("overfull", ()),
        "empty": ("bare", ()),
    },
    "risks": {"short": ("sample", ()), "long": ("overfull", ()), "empty": ("bare", ())},
    "risk-card": {"short": ("sample", ("--risk", "R1")), "long": ("sample", ())},
    "exceptions": {"short": ("sample", ()), "empty": ("bare", ())},
    "forward-plan": {
        "short": ("sample", ("--board", "SIB")),
        "published": ("sample", ("--board", "SIB", "--copy", "published", "--names", "roles")),
        "long": ("overfull", ("--board", "SIB")),
        "empty": ("bare", ()),
    },
    "decisions": {
        "short": ("sample", ("--board", "SIB")),
        "published": ("sample", ("--board", "SIB", "--copy", "published", "--names", "roles")),
        "empty": ("bare", ()),
    },
    "agenda": {
        "short": ("sample", ()),
        "published": ("sample", ("--copy", "published")),
        "long": ("overfull", ()),
    },
    "governance": {
        "short": ("sample", ()),
        "earlier": ("sample", ("--on", "2020-01-01")),
        "long": ("overfull", ()),
        "empty": ("bare", ()),
    },
    "cover": {
        "short": ("sample", ("--board", "SPB", "--text", "Legal implications=A plan is due in 20 weeks.")),
        "panel": ("sample", ("--board", "Children and Families Scrutiny Committee", "--copy", "published")),
        "long": ("overfull", ("--board", "HWB")),
    },
    "brief": {"short": ("sample", ()), "long": ("overfull", ()), "empty": ("sample", ("--board", "SPB"))},
    "attendance": {
        "short": ("sample", ()),
        "published": ("sample", ("--copy", "published", "--names", "roles")),
        "long": ("overfull", ("--from", "2024-01-01")),
        "empty": ("bare", ()),
    },
}


def _written(made: dict[str, Path], scratch: Path) -> Iterator[Path]:
    """Each kind that has pages: in its variants, or as it is of the sample."""
    today = datetime.now().astimezone().date()
    for kind in DOCUMENT_KINDS:
        for variant, (office, choices) in VARIANTS.get(kind.key, {}).items():
            path = scratch / f"{kind.key}-{variant}.docx"
            status = run(["report", kind.key, str(made[office]), "--out", str(path), *choices])
            assert status == 0, f"{path.name} was not written"
            yield path
        if kind.key not in VARIANTS and ".docx" in kind.forms:
            with OfficeFile.open(made["sample"], read_only=True) as file:
                prepared = kind.prepare(file, query_of(file, today, kind))
                yield save_draft(prepared, scratch / f"{kind.key}.docx")


def query_of(file: OfficeFile, today: date, kind: DocumentKind) -> DocumentQuery:
    """What any document can be asked for with: the first board, an owner of its people, its next meeting.

    What follows a meeting is of the last, as where nobody names one.
    """
    board = boards(file)[0]
    on_registers = {row.person_id for register in registers(file, board.id) for row in register.rows}
    owners = (owner.key for owner in owners_actions(file, board.id, today=today))
    coming = (meeting.id for meeting in meetings(file, board.id) if meeting.state.is_to_come)
    need = kind.need(Scope.MEETING)
    follows = need is not None and need.otherwise == "else the last"
    return DocumentQuery(
        today,
        board_id=board.id,
        meeting_id=None if follows else next(coming),
        person_id=next(key for key in owners if key in on_registers),
    )


def _bare(scratch: Path) -> Path:
    """An office whose plan has an area and nothing in it."""
    path = scratch / "bare.boarddesk"
    with OfficeFile.create(path, office="Our office") as file:
        board = add_board(file, "Improvement Board", "IB")
        plan = add_plan(file, "Improvement plan", board_id=board)
        add_area(file, plan, number="1", title="Plans on time")
    return path
