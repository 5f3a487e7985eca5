"""The document itself on white paper over the grey ground, the very text that will be in Word."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
    QTextImageFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from boarddesk.ui.look.theme import look

_PAPER, _LANDSCAPE, _LEAST, _MARGIN, _GROUND = 652, 922, 240, 48, 16
_WIDE = QTextFormat.Property.UserProperty.value
_HIGH = _WIDE + 1
"""Where a picture keeps the size it is printed at."""


class _Paper(QTextBrowser):
    """One long sheet, as high as its text: the ground around it scrolls, not the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName("Preview of the document")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ground", "paper")
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.fit())
        self._whiten()

    def _whiten(self) -> None:
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Base, QColor("#FFFFFF"))
        colours.setColor(QPalette.ColorRole.Text, QColor("#0B0C0C"))
        colours.setColor(QPalette.ColorRole.Link, QColor("#1F50B8"))
        self.setPalette(colours)

    def fit_pictures(self) -> None:
        """Pictures as wide as they are printed, and smaller where the sheet is narrower: none is cut."""
        room = self.width() - 2 * _MARGIN
        for place, picture in self._pictures():
            if not picture.hasProperty(_WIDE):
                picture.setProperty(_WIDE, picture.width())
                picture.setProperty(_HIGH, picture.height())
            wide, high = picture.doubleProperty(_WIDE), picture.doubleProperty(_HIGH)
            share = min(1.0, room / wide) if wide > 0 else 1.0
            if picture.width() == wide * share:
                continue
            picture.setWidth(wide * share)
            picture.setHeight(high * share)
            cursor = QTextCursor(self.document())
            cursor.setPosition(place)
            cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(picture)

    def _pictures(self) -> list[tuple[int, QTextImageFormat]]:
        found: list[tuple[int, QTextImageFormat]] = []
        block = self.document().begin()
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                fragment = parts.fragment()
                if fragment.charFormat().isImageFormat():
                    found.append((fragment.position(), fragment.charFormat().toImageFormat()))
                parts += 1
            block = block.next()
        return found

    def fit(self) -> None:
        """As high as the text, and never less than a sheet."""
        least = round(self.width() * 1.414)
        self.setFixedHeight(max(round(self.document().size().height()) + 2, least))


class DocumentPreview(QScrollArea):
    """Shows the HTML twin of a document; the paper stays white in the dark theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("ground", "side")
        self.setAccessibleName("Document preview")
        self.paper = _Paper()
        ground = QWidget()
        ground.setProperty("ground", "side")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(_GROUND, _GROUND, _GROUND, _GROUND)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.paper)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(ground)
        self._wanted = look().px(_PAPER)

    def set_landscape(self, *, landscape: bool) -> None:
        """Paper on its side, for the whole plan."""
        self._wanted = look().px(_LANDSCAPE if landscape else _PAPER)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A sheet as wide as it is printed, and narrower where there is no room: its lines wrap earlier."""
        room = self.viewport().width() - 2 * _GROUND
        self.paper.setFixedWidth(max(min(self._wanted, room), look().px(_LEAST)))
        self.paper.fit_pictures()
        self.paper.fit()

    def show_html(self, html: str) -> None:
        """Show a document; the place is kept, so that a change of scope does not jump."""
        place = self.verticalScrollBar().value()
        self.paper.setHtml(html)
        self.paper.document().setDocumentMargin(_MARGIN)
        self.paper.fit_pictures()
        self.paper.fit()
        self.verticalScrollBar().setValue(place)
