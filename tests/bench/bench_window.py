"""The pages of a ten-year office, against the same rows read and painted in a bare table."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.ratio import Ratio, milliseconds

from boarddesk.records.meetings import meetings
from boarddesk.sample.office import make_sample
from boarddesk.ui.page import Page
from boarddesk.ui.window.desk import Desk

PAGE = 10
"""Times as long as a bare table takes for the same rows: a page lays out words, figures, charts."""


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
            if not entry.group:
                continue  # reads no rows: it waits for a file
            desk.show_page(entry.name)
            settle()
            yield _of_page(f"the page {entry.title} of a ten-year office", desk, desk.page(entry.name))
        known = meetings(desk.session.file)
        desk.open_record("meeting", next(each.id for each in known if each.state.is_to_come))
        settle()
        yield _of_page("the agenda of a meeting of a ten-year office", desk, desk.page("meetings"))
        window.close()


def _of_page(title: str, desk: Desk, page: Page) -> Ratio:
    """A page as it stands read and painted again, against a bare table."""
    from tests.bench.floor import BarePage
    from tests.look.windows import settle

    bare = BarePage(desk.session.file, page)

    def show() -> None:
        page.reload()
        page.repaint()

    settle()
    least = milliseconds(bare.least(show))
    ours = milliseconds(show, before=settle)
    bare.close()
    return Ratio(title, ours, least, allowed=PAGE)
