"""Tries a packaged program: `python3 installer/smoke.py PATH/TO/boarddesk [PATH/TO/boarddesk-window]`.

Standard library only.  It makes the sample, prints attendance, writes the highlight report, reads it back in
a process apart, does the same with a workbook, encrypts a copy of the office and opens the window: without
a screen, but on Windows on the one that is there, to be closed as a person does.  Settings, backups and
temporary files are the trial's own.  Every step has a time limit: a window that failed may stay open for
ever.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

SECONDS = 300
WINDOWS = sys.platform == "win32"
SETTLING = 2
"""How long the window stays open once it has the office, so that what fails at first paint is heard."""


HOMES = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP"),
    *(
        "WIN_PD_OVERRIDE_APPDATA",
        "WIN_PD_OVERRIDE_LOCAL_APPDATA",
    ),  # Windows is asked itself, unless it is named so
)
"""Every name by which the program finds where the person's own files are."""


class Broken(Exception):
    """A step that did not do what it should; the message says which and shows what was said."""


def try_out(program: Path, window: Path | None = None) -> None:
    """Raises Broken at the first step that fails; leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="boarddesk-smoke-", ignore_cleanup_errors=True) as folder:
        trial = Trial(program, window or program, Path(folder))
        for step in STEPS:
            began = time.monotonic()
            step(trial)
            say(f"  ok  {time.monotonic() - began:4.1f} s  {(step.__doc__ or '').splitlines()[0]}")


class Trial:
    """A program, that of its window, a folder to work in, an environment as where there is nothing else."""

    def __init__(self, program: Path, window: Path, folder: Path) -> None:
        self.program = program
        self.window = window
        self.folder = folder
        self.office = folder / "sample.boarddesk"
        self.report = folder / "highlight.docx"
        self.home = folder / "home"
        self.home.mkdir()
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        self.environment = {**kept, **dict.fromkeys(HOMES, str(self.home)), "LANG": "C.UTF-8"}

    def run(self, *arguments: object, program: Path | None = None) -> str:
        """What the program prints; anything but a clean end is Broken."""
        command = [str(program or self.program), *map(str, arguments)]
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
        )
        said = done.stdout.decode("utf-8", "replace")
        if done.returncode or done.stderr:
            raise Broken(f"{arguments[0]} ended with {done.returncode}:\n{said}{done.stderr.decode()}")
        return said


def makes_the_sample(trial: Trial) -> None:
    """makes the sample office"""
    trial.run("sample", trial.office)
    if "whole" not in trial.run("verify", trial.office):
        raise Broken("The sample office is not whole.")


def prints_attendance(trial: Trial) -> None:
    """prints attendance"""
    said = trial.run("attendance", trial.office, "--board", "SIB")
    if "%" not in said:
        raise Broken(f"There are no figures in:\n{said}")


def writes_the_highlight_report(trial: Trial) -> None:
    """writes the highlight report with its charts"""
    trial.run("report", "highlight", trial.office, "--out", trial.report)
    with zipfile.ZipFile(trial.report) as parts:
        names = parts.namelist()
    if "word/document.xml" not in names or not any(name.endswith(".png") for name in names):
        raise Broken(f"The report lacks its text or its charts: {names}")


def reads_a_document_apart(trial: Trial) -> None:
    """reads a document in a process apart, started from the terminal and from the window"""
    for program in (trial.program, trial.window):
        answer = json.loads(trial.run("--read-tables", trial.report, program=program))
        if not answer.get("tables", {}).get("grids"):
            raise Broken(f"{program.name} read no tables: {str(answer)[:300]}")


def imports_a_register(trial: Trial) -> None:
    """imports a register, as any other process would"""
    register = trial.folder / "register.csv"
    register.write_text("Name,14/05/2024,11/06/2024\nAnn Hale,P,A\nBen Moor,A,P\n", "utf-8")
    said = trial.run("import", "attendance", register, "--into", trial.office, "--board", "SIB", "--dry-run")
    if "2 people" not in said:
        raise Broken(f"The register was not read:\n{said}")


def reads_its_own_workbook(trial: Trial) -> None:
    """writes the registers as a workbook and reads them again"""
    workbook = trial.folder / "attendance.xlsx"
    trial.run("report", "attendance", trial.office, "--board", "SIB", "--out", workbook)
    said = trial.run("import", "attendance", workbook, "--into", trial.office, "--board", "SIB", "--dry-run")
    if "“As recorded”" not in said:
        raise Broken(f"The workbook was not read:\n{said}")


def works_on_an_encrypted_office(trial: Trial) -> None:
    """encrypts a copy of the office, imports into it and finds it whole"""
    office, words = trial.folder / "encrypted.boarddesk", trial.folder / "passphrase.txt"
    shutil.copyfile(trial.office, office)
    words.write_text("four words of a trial\n", "utf-8")
    key = trial.folder / "recovery key.txt"
    trial.run("encrypt", office, "--recovery-key", key, "--new-passphrase-file", words)
    if office.read_bytes()[:15] == b"SQLite format 3" or not key.exists():
        raise Broken("The office is not encrypted, or its recovery key was not written.")
    register, given = trial.folder / "register.csv", ("--passphrase-file", words)
    said = trial.run("import", "attendance", register, "--into", office, "--board", "SIB", *given)
    if "2 people" not in said or "whole" not in trial.run("verify", office, *given):
        raise Broken(f"The encrypted office did not take the register, or is not whole:\n{said}")


def opens_the_window(trial: Trial) -> None:
    """opens the window with the office, and ends when told"""
    lock = trial.office.with_name(trial.office.name + ".lock")
    heard = trial.folder / "window.txt"
    with heard.open("wb") as said:
        window = subprocess.Popen(
            [str(trial.window), str(trial.office)],
            env=trial.environment if WINDOWS else {**trial.environment, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        try:
            wait_for(
                lambda: lock.exists() or window.poll() is not None, "The window never opened the office."
            )
            time.sleep(SETTLING)
            ended = window.poll()
            if WINDOWS and ended is None:
                close_as_a_person_does(window, lock)
        finally:
            window.kill()
            window.wait(SECONDS)
    text = heard.read_text("utf-8", "replace")
    if ended is not None or "Traceback" in text:
        raise Broken(f"The window ended by itself ({ended}):\n{text}")


def close_as_a_person_does(window: subprocess.Popen[bytes], lock: Path) -> None:
    """Windows is asked to close the program's windows; it has to end by itself, the office free again."""
    subprocess.run(
        ["taskkill", "/T", "/PID", str(window.pid)], check=False, capture_output=True, timeout=SECONDS
    )
    wait_for(lambda: window.poll() is not None, "The window did not close.")
    if window.returncode or lock.exists():
        raise Broken(
            f"The window closed with {window.returncode}; the office is {'still' * lock.exists()} taken."
        )


def wait_for(happened: Callable[[], bool], otherwise: str) -> None:
    until = time.monotonic() + SECONDS
    while not happened():
        if time.monotonic() > until:
            raise Broken(otherwise)
        time.sleep(0.1)


STEPS = (
    makes_the_sample,
    prints_attendance,
    writes_the_highlight_report,
    reads_a_document_apart,
    imports_a_register,
    reads_its_own_workbook,
    works_on_an_encrypted_office,
    opens_the_window,
)


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        try_out(*(Path(named).absolute() for named in sys.argv[1:3]))
    except (Broken, subprocess.TimeoutExpired) as broken:
        sys.exit(str(broken))
