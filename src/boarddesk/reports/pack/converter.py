"""Papers made into tagged PDFs by an installed LibreOffice, in a process that is held to its time.

It has a profile of its own in the folder it works in, so that a LibreOffice somebody has open is left alone;
no macro runs and nothing a paper links to is fetched. Whatever becomes of it, no process is left behind.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

WRITER = (".docx", ".doc", ".odt", ".rtf", ".docm", ".dotx", ".txt")
CALC = (".xlsx", ".xls", ".ods", ".xlsm", ".csv")
IMPRESS = (".pptx", ".ppt", ".odp", ".pptm", ".ppsx")
DRAW = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".svg", ".odg")
FILTERS = {
    **dict.fromkeys(WRITER, "writer_pdf_Export"),
    **dict.fromkeys(CALC, "calc_pdf_Export"),
    **dict.fromkeys(IMPRESS, "impress_pdf_Export"),
    **dict.fromkeys(DRAW, "draw_pdf_Export"),
}
TAGGED = '{"PDFUACompliance":{"type":"boolean","value":"true"}}'
NAMES = ("soffice", "libreoffice")
PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
SECONDS, SECONDS_A_PAPER = 60.0, 15.0
REGISTRY = "http://openoffice.org/2001/registry"
SETTINGS = {
    "Common/Security/Scripting": {"DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true"},
    "Writer/Content/Update": {"Link": "0"},
    "Calc/Content/Update": {"Link": "2"},
}
"""No macro runs, nothing that a paper links to is fetched, and links are never brought up to date."""


@dataclass(frozen=True)
class Converter:
    """An office program that makes PDFs; it has so many seconds to begin, and more for each paper."""

    program: Path
    seconds: float = SECONDS
    seconds_a_paper: float = SECONDS_A_PAPER

    def convert(self, papers: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
        """The PDF of each paper that became one, in the folder; those that did not are left out.

        All are converted at once. Where one stops the others, each that is missing is tried alone; where
        nothing at all came out, the program does not answer and is not asked again.
        """
        _settle(folder)
        made: dict[Path, Path] = {}
        for name, group in groupby(sorted(papers, key=_filter), key=_filter):
            kind = list(group)
            made |= self._at_once(name, kind, folder)
            for paper in kind:
                if made and paper not in made and len(kind) > 1:
                    made |= self._at_once(name, [paper], folder)
        return made

    def _at_once(self, name: str, papers: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
        out = folder / "converted"
        command = [
            *(str(self.program), "--headless", "--norestore", "--nologo", "--nolockcheck"),
            f"-env:UserInstallation={(folder / 'profile').absolute().as_uri()}",
            *("--convert-to", f"pdf:{name}:{TAGGED}", "--outdir", str(out)),
            *map(str, papers),
        ]
        run_at_most(command, self.seconds + self.seconds_a_paper * len(papers))
        pdfs = {paper: out / f"{paper.stem}.pdf" for paper in papers}
        return {paper: pdf for paper, pdf in pdfs.items() if pdf.is_file() and pdf.stat().st_size}


def can_convert(ending: str) -> bool:
    """Whether papers of that ending are made into PDFs."""
    return ending.lower() in FILTERS


def installed_converter() -> Converter | None:
    """LibreOffice where it is installed; None where there is none."""
    found = [shutil.which(name) for name in NAMES]
    places: Iterable[str] = (*(place for place in found if place), *PLACES)
    return next((Converter(Path(place)) for place in places if os.access(place, os.X_OK)), None)


def run_at_most(command: Sequence[str], seconds: float) -> bool:
    """Run a program with all it starts; whether it ended by itself in time. Nothing of it is left running."""
    windows = sys.platform == "win32"
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=not windows,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with child:
        try:
            return child.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """The program and all it started; some of them outlive the one that started them."""
    if sys.platform == "win32":
        if child.poll() is None:
            tree = ["taskkill", "/F", "/T", "/PID", str(child.pid)]
            quiet = subprocess.CREATE_NO_WINDOW
            subprocess.run(tree, check=False, capture_output=True, creationflags=quiet)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()


def _filter(paper: Path) -> str:
    return FILTERS[paper.suffix.lower()]


def _settle(folder: Path) -> None:
    """Its own profile, in which no macro runs and no link is followed."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (folder / "converted").mkdir(exist_ok=True)
    settings = user / "registrymodifications.xcu"
    items = (
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, values in SETTINGS.items()
        for name, value in values.items()
    )
    settings.write_text(f'<oor:items xmlns:oor="{REGISTRY}">{"".join(items)}</oor:items>', "utf-8")
