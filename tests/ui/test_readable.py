"""Whatever opens over the window can be read, in both themes: measured on what is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCalendarWidget, QComboBox, QLineEdit, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from boarddesk.ui.look.contrast import ratio
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.meetings.register.deputies import NameField
from boarddesk.ui.widgets.choice import Choice
from boarddesk.ui.widgets.editors import new_editor
from boarddesk.ui.widgets.form import FormField
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Column, Editor, EditorKind, Row
from boarddesk.ui.window.search_box import SearchBox

NAMES = ["Ruth Calder", "Tom Hesketh", "Margaret Ashdown"]
LEAST = 4.5
Opens = Callable[[QtBot], tuple[QWidget, QWidget]]
# What opened, and what it belongs to, which has to stay alive meanwhile.


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def theme(request: pytest.FixtureRequest) -> Iterator[ThemeChoice]:
    look().set_choice(request.param)
    yield request.param
    look().set_choice(ThemeChoice.LIGHT)


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(320, 80)
    widget.show()


def _offered(qtbot: QtBot, line: QLineEdit, whole: QWidget) -> tuple[QWidget, QWidget]:
    _shown(qtbot, whole)
    line.setText("t")
    completer = line.completer()
    completer.setCompletionPrefix("t")
    completer.complete()
    offered = completer.popup()
    assert offered is not None
    return offered, whole


def _names(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    field = new_editor(FormField("leads", "Leads", offers=NAMES))
    assert isinstance(field, QLineEdit)
    return _offered(qtbot, field, field)


def _person(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    field = NameField(NAMES, lambda _typed: "")
    return _offered(qtbot, field.line, field)


def _choices(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    choice = Choice([(one, one) for one in NAMES], name="Who")
    _shown(qtbot, choice)
    choice.showPopup()
    return choice.view().window(), choice


def _choices_in_a_table(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    editor = Editor(EditorKind.CHOICE, tuple((one, one) for one in NAMES))
    table = RecordTable("names", [Column("who", "Who", 200, editor=editor)])
    table.set_rows([Row("1", {"who": NAMES[0]})])
    _shown(qtbot, table)
    table.view.edit(table.model.index(0, 0))
    made = table.view.viewport().findChild(QComboBox)
    assert isinstance(made, QComboBox)
    made.showPopup()
    return made.view().window(), table


def _menu(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    menu = QMenu()
    for name in NAMES:
        menu.addAction(name)
    qtbot.addWidget(menu)
    menu.popup(QPoint(0, 0))
    return menu, menu


def _tooltip(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    _shown(qtbot, anchor := QWidget())
    QToolTip.showText(QPoint(10, 10), "Margaret Ashdown, Independent chair", anchor)
    return next(one for one in QApplication.topLevelWidgets() if one.inherits("QTipLabel")), anchor


def _calendar(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    made = QCalendarWidget()
    qtbot.addWidget(made)
    made.show()
    return made, made


def _found(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    window = QWidget()
    box = SearchBox(list, lambda _typed: [])
    box.setParent(window)
    _shown(qtbot, window)
    box.results.setParent(window)
    box.results.addItems(NAMES)
    box.results.resize(300, 120)
    box.results.show()
    return box.results, window


OPENS: dict[str, Opens] = {
    "names while typing owners": _names,
    "names while typing a person": _person,
    "choices": _choices,
    "choices in a table": _choices_in_a_table,
    "menu": _menu,
    "tooltip": _tooltip,
    "calendar": _calendar,
    "search": _found,
}


def _drawn(popup: QWidget, under: str) -> QImage:
    """What is seen: where a popup paints nothing, the screen behind it shows through."""
    picture = QImage(popup.size(), QImage.Format.Format_ARGB32)
    picture.fill(QColor(0, 0, 0, 0))
    popup.render(picture, QPoint(0, 0))
    seen = QImage(popup.size(), QImage.Format.Format_RGB32)
    seen.fill(QColor(under))
    painter = QPainter(seen)
    painter.drawImage(0, 0, picture)
    painter.end()
    return seen


def _colours(picture: QImage) -> Counter[str]:
    return Counter(
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    )


@pytest.mark.parametrize("what", OPENS)
@pytest.mark.parametrize("under", ["#000000", "#ffffff"])
@pytest.mark.usefixtures("theme")
def test_its_words_stand_out_from_its_ground(qtbot: QtBot, what: str, under: str) -> None:
    popup, _owner = OPENS[what](qtbot)
    colours = _colours(_drawn(popup, under))
    ground = colours.most_common(1)[0][0]
    popup.close()
    grounds = {look().tokens.key, look().tokens.page, look().tokens.panel}
    assert ground.upper() in grounds, f"the ground of {what} is {ground}"
    strongest = max(ratio(ground, one) for one, count in colours.items() if count > 3)
    assert strongest >= LEAST, f"{what}: {strongest:.1f}"
