"""The pages of a ten-year office, each in a tenth of a second."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.ratio import Ratio, against_limit

from boarddesk.sample.office import make_sample

PAGE = 100  # milliseconds


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
