"""Every command that writes, to be tried on a copy of the sample office, and what it may leave behind."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final
from unittest.mock import patch

from docx import Document
from docx.document import Document as WordDocument
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from boarddesk.cli import commands
from boarddesk.issuing.completing import complete_deliveries
from boarddesk.records.file.check import faults
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem
from boarddesk.sample.office import make_sample

TODAY = date(2026, 6, 2)
OFFICE = "office.boarddesk"
DONE, PROBLEM, STOPPED = 0, 1, 130


@dataclass(frozen=True)
class OfficeCommand:
    """A command, run in a folder that holds the office and what comes in."""

    name: str
    arguments: tuple[str, ...]
    makes: tuple[str, ...] = ()
    """The names of the files it makes."""
    issues: bool = False
    """Whether the office keeps, of each document it writes, the very bytes."""


def _report(kind: str, *more: str) -> OfficeCommand:
    made = f"{kind}.docx"
    return OfficeCommand(f"report {kind}", ("report", kind, OFFICE, "--out", made, *more), (made,))


def _issue(kind: str, *more: str) -> OfficeCommand:
    made = f"{kind}, issued.docx"
    arguments = ("report", kind, OFFICE, "--out", made, "--issue", "--reason", "as it stands", *more)
    return OfficeCommand(f"issue {kind}", arguments, (made,), issues=True)


def _import(what: str, source: str, *more: str) -> OfficeCommand:
    return OfficeCommand(f"import {what}", ("import", what, source, "--into", OFFICE, *more))


COMMANDS = (
    OfficeCommand("new", ("new", "new.boarddesk", "--office", "Northmoor"), ("new.boarddesk",)),
    OfficeCommand("sample", ("sample", "sample.boarddesk"), ("sample.boarddesk",)),
    OfficeCommand("backup", ("backup", OFFICE, "--to", "copies")),
    OfficeCommand("restore", ("restore", "kept", "restored.boarddesk"), ("restored.boarddesk",)),
    OfficeCommand("export to Excel", ("export", OFFICE, "--out", "office.xlsx"), ("office.xlsx",)),
    OfficeCommand("export to JSON", ("export", OFFICE, "--out", "office.json"), ("office.json",)),
    OfficeCommand("feed", ("feed", OFFICE, "K1.1", "--from", "seat", "--board", "SIB")),
    _import("plan", "plan.docx", "--plan", "Second plan"),
    _import("attendance", "register.xlsx", "--board", "NEW", "--new-board", "New board"),
    _import("risks", "risks.xlsx", "--board", "SIB"),
    _import("update-form", "form.docx", "--agree-dates"),
    _report("highlight", "--board", "SIB"),
    _issue("highlight", "--board", "SIB"),
    _issue("risks", "--board", "SIB"),
    _issue("action-log", "--board", "SIB"),
)


def prepare(folder: Path) -> None:
    """The office and all that comes in, made once and copied for each try."""
    make_sample(folder / OFFICE, today=TODAY)
    _plan().save(str(folder / "plan.docx"))
    _workbook(
        ["Name", "Organisation", "Role", *(date(2026, month, 13) for month in (1, 2, 3, 4))],
        ["Ada Brook", "Council", "Chair", "P", "V", "P", "P"],
        ["Ben Carr", "Health Trust", "Member", "D - Cora Dale", "A", "P", "X"],
    ).save(folder / "register.xlsx")
    _workbook(
        ["Ref", "Risk", "Owner", "Likelihood", "Impact", "Mitigation"],
        ["R91", "Families wait longer for speech therapy", "Ada Brook", 3, 4, "Two locums are sought"],
        ["R92", "The new case system is late", "Ben Carr", 2, 4, "The old one is kept running"],
    ).save(folder / "risks.xlsx")
    whole(folder, OfficeCommand("backup", ("backup", OFFICE, "--to", "kept")))
    with OfficeFile.open(folder / OFFICE, read_only=True) as file:
        owner = str(
            file.value(
                "SELECT p.name FROM board_action a JOIN person p ON p.id = a.owner_person_id "
                "WHERE a.done_on IS NULL AND a.withdrawn_on IS NULL "
                "GROUP BY p.id ORDER BY count(*) DESC, p.name LIMIT 1"
            )
        )
    form = ("report", "update-form", OFFICE, "--board", "SIB", "--person", owner, "--out", "form.docx")
    whole(folder, OfficeCommand("update form", form))
    _filled(folder / "form.docx")


def _plan() -> WordDocument:
    document = Document()
    document.add_heading("Area 1: Working with families", level=1)
    table = document.add_table(rows=1, cols=5)
    rows = (
        ("Ref", "Action", "By when", "Owner", "Status"),
        ("1.1", "Agree a charter with families", "31 May 2027", "Ada Brook", "Green"),
        ("1.2", "Publish the local offer", "30 September 2027", "Ben Carr", "Amber"),
    )
    for texts in rows:
        cells = table.rows[0].cells if texts is rows[0] else table.add_row().cells
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    return document


def _workbook(*rows: list[object]) -> Workbook:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    return book


def _filled(form: Path) -> None:
    """Something is written into the first empty cell of the form."""
    document = Document(str(form))
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                if not cell.text.strip():
                    cell.text = "Half of it is done."
                    document.save(str(form))
                    return
    raise AssertionError("a form without room to write in")


def copied(prepared: Path, folder: Path) -> Path:
    shutil.copytree(prepared, folder)
    return folder


def perform(folder: str, arguments: tuple[str, ...], told: str = ".") -> None:
    """To be run in a process of its own: the command in that folder; what it prints goes to `told`."""
    os.chdir(folder)
    os.environ["BOARDDESK_DATA"] = str(Path(folder, "data"))
    for name, stream in (("said", 1), ("trouble", 2)):
        os.dup2(os.open(Path(told, name), os.O_CREAT | os.O_WRONLY | os.O_TRUNC), stream)
    sys.stdout, sys.stderr = os.fdopen(1, "w", buffering=1), os.fdopen(2, "w", buffering=1)
    sys.exit(commands.run(list(arguments)))


CONTEXT: Final = get_context("spawn") if sys.platform == "win32" else get_context("forkserver")
CONTEXT.set_forkserver_preload(
    ["boarddesk.cli.commands", "boarddesk.sample.office", "boarddesk.reports.word.writer", __name__]
)


def started(folder: Path, command: OfficeCommand) -> BaseProcess:
    process = CONTEXT.Process(target=perform, args=(str(folder), command.arguments))
    process.start()
    return process


def whole(folder: Path, command: OfficeCommand) -> int:
    """How the command ended that nobody disturbed."""
    process = started(folder, command)
    process.join()
    assert process.exitcode == DONE, (command.name, (folder / "trouble").read_text())
    return DONE


@dataclass(frozen=True)
class Held:
    """What an office holds: how many changes, and rows by table. Ids and moments differ from run to run."""

    changes: int
    rows: tuple[tuple[str, int], ...]


def held(office: Path) -> Held:
    with OfficeFile.open(office, read_only=True) as file:
        names = file.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        counts = {
            row["name"]: int(str(file.value(f"SELECT count(*) FROM {row['name']}")))
            for row in names
            if not row["name"].startswith("change_")
        }
        return Held(file.commit_number, tuple(sorted(counts.items())))


def open_again(folder: Path) -> None:
    """What the next program does that opens the office to write."""
    with (
        patch.dict(os.environ, BOARDDESK_DATA=str(folder / "data")),
        OfficeFile.open(folder / OFFICE) as file,
    ):
        complete_deliveries(file)


def kept_bytes(office: Path) -> Counter[bytes]:
    with OfficeFile.open(office, read_only=True) as file:
        held = file.rows(
            "SELECT b.content FROM issued_document d JOIN paper_bytes b ON b.sha256 = d.word_sha256"
        )
    return Counter(row["content"] for row in held)


def harm_in(folder: Path, command: OfficeCommand, *, before: Held, after: Held) -> list[str]:
    """A sentence for each thing lost, halved or left behind; none if the command did all or nothing."""
    harm: list[str] = []
    try:
        harm += faults(folder / OFFICE)
        if held(folder / OFFICE) not in {before, after}:
            harm.append("the office holds half of the change")
    except FileProblem as problem:
        return [problem.sentence]
    for name in command.makes:
        made = folder / name
        if made.exists():
            harm += _harm_of_made(made)
    if command.issues:
        made = folder / command.makes[0]
        recorded = held(folder / OFFICE) != before
        if recorded != made.exists():
            harm.append("recorded without the document" if recorded else "a document nobody recorded")
        if made.exists() and not kept_bytes(folder / OFFICE)[made.read_bytes()]:
            harm.append("the document is not the one recorded")
    return harm


def traceback_in(told: Path) -> list[str]:
    trouble = (told / "trouble").read_text("utf-8", errors="replace")
    return [f"a traceback: {trouble[-300:]}"] if "Traceback" in trouble else []


def _harm_of_made(made: Path) -> list[str]:
    if made.suffix == ".boarddesk":
        found = faults(made)
        if not found and made.name == "restored.boarddesk":
            with OfficeFile.open(made, read_only=True) as restored:
                twin = next((made.parent / "kept").glob("*/*.boarddesk"))
                with OfficeFile.open(twin, read_only=True) as kept:
                    if restored.file_id == kept.file_id:
                        found = ["the restored office has the identity of the one it came from"]
        return found
    if made.suffix == ".json":
        return [] if made.read_text("utf-8").rstrip().endswith("}") else ["half an export"]
    with zipfile.ZipFile(made) as parts:
        return [f"a broken part {name}" for name in [parts.testzip()] if name]


EXPECTED = {OFFICE, "plan.docx", "register.xlsx", "risks.xlsx", "form.docx", "said", "trouble"}


def left_behind(folder: Path, command: OfficeCommand) -> list[str]:
    """Files in the folder that nobody asked for."""
    names = {path.name for path in folder.iterdir() if path.is_file()}
    return sorted(names - EXPECTED - set(command.makes))
