"""The window: usable in a second and a half, each page of a ten-year office in a tenth of one."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.ratio import Ratio, against_limit

from boarddesk.sample.office import make_sample

START, PAGE = 1500, 100  # milliseconds
OPEN = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from boarddesk.ui.application import make_window
from boarddesk.ui.settings import Settings
app = QApplication([])
window = make_window(app, Settings(Path({settings!r})))
window.show()
window.open_path(Path({office!r}))
app.processEvents()
"""


def bench_start() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        office = make_sample(Path(folder) / "sample.boarddesk")
        code = OPEN.format(settings=str(Path(folder) / "settings.json"), office=str(office))
        yield against_limit(
            "the window with the sample office, from nothing",
            lambda: subprocess.run([sys.executable, "-c", code], check=True, stderr=subprocess.DEVNULL),
            limit=START,
        )


def bench_pages() -> Iterator[Ratio]:
    from PySide6.QtWidgets import QApplication
    from tests.look.windows import settle, window_at

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        window = window_at(app, Path(folder))
        window.open_path(make_sample(Path(folder) / "sample.boarddesk", years=10))
        desk = window.desk
        assert desk is not None
        for entry in window.entries:
            desk.show_page(entry.name)
            settle()
            page = desk.page(entry.name)
            name = f"the page {entry.title} of a ten-year office"
            yield against_limit(name, page.reload, limit=PAGE, before=settle)
        window.close()
