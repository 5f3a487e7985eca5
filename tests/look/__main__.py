"""Draws everything a person can look at into build/shots; words choose among pages, dialogs, documents."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault(  # Qt parts this at colons: no drive in it
    "QT_QPA_PLATFORM",
    f"offscreen:configfile={os.path.splitdrive(Path(__file__).resolve().parents[1] / 'screens.json')[1]}",
)

from PySide6.QtWidgets import QApplication
from tests.look import dialogs, documents, imports, windows

SHOTS = Path(__file__).resolve().parents[2] / "build" / "shots"
KINDS = ("pages", "imports", "dialogs", "documents")


def main(wanted: Sequence[str]) -> int:
    if unknown := set(wanted) - set(KINDS):
        sys.exit(f"There are {', '.join(KINDS)}; not {', '.join(sorted(unknown))}.")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        os.environ["BOARDDESK_DATA"] = str(scratch / "data")
        made = windows.offices(scratch)
        for kind in wanted or KINDS:
            folder = emptied(SHOTS / kind)
            pictures = list(draw(kind, app=app, made=made, scratch=scratch, folder=folder))
            print(f"{len(pictures):4} pictures of {kind} in {folder}", flush=True)
    return 0


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def draw(
    kind: str, *, app: QApplication, made: dict[str, Path], scratch: Path, folder: Path
) -> Iterator[Path]:
    if kind == "documents":
        yield from documents.draw(made, scratch=scratch, folder=folder)
        return
    window = windows.window_at(app, scratch)
    for _family in windows.in_each_font(window):
        if kind == "pages":
            yield from windows.draw_pages(window, made, folder)
        elif kind == "imports":
            yield from imports.draw(window, made["sample"], scratch=scratch, folder=folder)
        else:
            yield from dialogs.draw(window, made["sample"], folder)
        window.close_office()
        windows.clear_away()
    window.close()
    window.deleteLater()
    windows.clear_away()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
