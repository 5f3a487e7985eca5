"""Every step of an import as a picture: a later edition of the sample's plan, and a register."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from tests.look.windows import SIZES, THEMES, Shot, settle
from tests.ui.import_wizard.documents import AREAS, council_plan, plan_document, register_workbook

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import plans
from boarddesk.ui.import_wizard.page import ImportPage
from boarddesk.ui.import_wizard.steps import At
from boarddesk.ui.look.theme import look
from boarddesk.ui.window.main_window import MainWindow

SAVED = datetime(2026, 5, 12, 12).timestamp()


def later_edition(sample: Path, path: Path) -> Path:
    """The sample's first area as its lead would send it back: statuses, dates and words have moved on."""
    with OfficeFile.open(sample, read_only=True) as file:
        area = plans.plan(file, plans.plans(file)[0].id).areas[0]
    rows: list[Sequence[str]] = []
    for number, action in zip(count(), area.actions, strict=False):
        status = action.declared.label if action.declared else ""
        moved = ("Amber", "TBC by leads") if number % 3 == 1 else (status, action.by_when.as_written)
        progress = f"{action.ref} was looked at in May." if number % 3 == 2 else ""
        rows.append((action.ref, action.text, moved[1], ", ".join(action.owners), moved[0], progress))
    rows.append(
        (f"{area.number}.99", "Publish quality results each term", "July 26", "Ada Brook", "Green", "")
    )
    plan_document(path, rows)
    os.utime(path, (SAVED, SAVED))
    return path


def documents(sample: Path, scratch: Path) -> tuple[Path, Path]:
    """A plan that goes to the office's own plan, a register that goes to a board of it."""
    plan = later_edition(sample, scratch / "Plan May v7 FINAL.docx")
    return plan, register_workbook(scratch / "register.xlsx")


def plans_found(scratch: Path) -> tuple[Path, ...]:
    """What can be decided of a council's plan: of one as usual, of far too much, and where there is none."""
    areas = [
        f"{area}, and what follows of it for schools in part {part}" for part in range(5) for area in AREAS
    ]
    nothing = plan_document(scratch / "Nothing.docx", [("a", "b")], headings=("Apples", "Pears"))
    return (
        council_plan(scratch / "Council plan v12 FINAL.docx"),
        council_plan(scratch / "Overfull plan.docx", areas=areas, each=5, extra="in each " * 20, others=9),
        nothing,
    )


def found(window: MainWindow, document: Path) -> Iterator[str]:
    """The step after reading: the document's row, an area in front and its groups open, where it goes."""
    assert window.desk is not None
    window.desk.open_record("import", "")
    page = window.desk.page("import")
    assert isinstance(page, ImportPage)
    page.begin_anew()
    page.take_files([str(document)])
    settle()
    assert page.at is At.FOUND
    yield "import-found"
    page.found.side.choose("row")
    page.found.side.picked.emit("row")
    page.found.areas.choose_first()
    page.found.areas.set_row_open("area more", is_open=True)
    page.found.offer_headings()
    settle()
    yield "import-found-areas"
    page.found.show_form()
    settle()
    yield "import-found-goes"
    page.cancel()


def draw(window: MainWindow, sample: Path, *, scratch: Path, folder: Path) -> Iterator[Path]:
    """Every step in every theme and size."""
    window.open_path(sample)
    brought, to_decide = documents(sample, scratch), plans_found(scratch)
    for theme in THEMES:
        look().set_choice(theme)
        for size in SIZES:
            window.resize(size)
            for document in (*brought, *to_decide):
                shot = Shot(folder, document.stem.split()[0].lower(), theme, size)
                for name in found(window, document) if document in to_decide else steps(window, document):
                    yield shot.take(window, name)


def steps(window: MainWindow, document: Path) -> Iterator[str]:
    """Each step of an import while it is in front; what was taken is taken back again."""
    assert window.desk is not None
    window.desk.open_record("import", "")
    page = window.desk.page("import")
    assert isinstance(page, ImportPage)
    page.begin_anew()
    page.take_files([str(document)])
    settle()
    for _ in At:
        if page.at is At.DONE:
            break
        yield f"import-{page.at.value}-{page.at.name.lower()}"
        if page.at is At.PROPOSALS and page.reading is not None and page.reading.registers is not None:
            page.offered.segments.choose("letters")
            page.offered.segments.picked.emit("letters")
            settle()
            yield f"import-{page.at.value}-letters"
        page.go_on()
        settle()
    assert page.at is At.DONE, f"the import stands still at {page.at.name.lower()}"
    yield f"import-{page.at.value}-{page.at.name.lower()}"
    window.undo()
    page.cancel()
