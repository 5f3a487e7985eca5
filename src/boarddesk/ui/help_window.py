"""F1: the page of the user guide that belongs to what is shown, with all the others beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from boarddesk.resources import resource
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.window_place import resize_within

_FIRST = "first-start"
_FOR_PAGE = {
    "today": "first-start",
    "attendance": "attendance",
    "meetings": "agenda",
    "plan": "plan",
    "import": "importing-a-plan",
    "reports": "highlight-report",
    "people": "people",
    "risks": "risk-review",
    "actions": "actions",
    "corrections": "corrections",
    "health": "undo-and-backups",
}


def guide_pages() -> dict[str, Path]:
    """Every page of the guide by its key, the first one first."""
    found = sorted(resource("guide").glob("*.md"), key=lambda path: (path.stem != _FIRST, path.stem))
    return {path.stem: path for path in found}


def heading(text: str) -> str:
    """The first heading of a page."""
    return next((line.lstrip("# ").strip() for line in text.splitlines() if line.startswith("#")), "Guide")


class HelpWindow(QDialog):
    """Stays beside the window; one for the whole program."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("BoardDesk guide")
        self.setAccessibleName("BoardDesk guide")
        self._texts = {key: path.read_text(encoding="utf-8") for key, path in guide_pages().items()}
        self._list = QListWidget()
        self._list.setAccessibleName("Pages of the guide")
        self._list.setProperty("ground", "page")
        for text in self._texts.values():
            entry = QListWidgetItem(heading(text), self._list)
            entry.setSizeHint(QSize(0, look().px(30)))
        self._list.setFixedWidth(look().px(220))
        self._list.currentRowChanged.connect(self._turn)
        self._text = QTextBrowser()
        self._text.setAccessibleName("Guide")
        self._text.setOpenExternalLinks(False)
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.addWidget(self._list)
        row.addWidget(self._text, 1)
        resize_within(self, look().px(880), look().px(600))
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)

    def open_for(self, page: str) -> None:
        """Show the guide where it speaks of a page."""
        keys = list(self._texts)
        wanted = _FOR_PAGE.get(page, _FIRST)
        self._list.setCurrentRow(keys.index(wanted) if wanted in keys else 0)
        self.show()
        self.raise_()
        self._list.setFocus()

    def text(self) -> str:
        """The page shown, as plain text."""
        return self._text.toPlainText()

    def _turn(self, row: int) -> None:
        texts = list(self._texts.values())
        if 0 <= row < len(texts):
            self._text.setMarkdown(texts[row])
            space_out(self._text.document())


def space_out(document: QTextDocument) -> None:
    """Room above headings and under paragraphs, which Markdown does not ask for."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        shape.setTopMargin(look().px(14 if shape.headingLevel() > 1 else 0))
        shape.setBottomMargin(look().px(4 if block.textList() else 8))
        shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
        block = block.next()
