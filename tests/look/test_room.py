"""Nothing is cut, covered or outside: measured on the screens and in the fonts we promise."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QSpacerItem
from tests.look import imports
from tests.look.dialogs import DIALOGS, Over
from tests.look.room import faults
from tests.look.walk import LAPTOP, SCREENS, Screen, fronts, pages
from tests.look.windows import clear_away, settle, window_at

from boarddesk.records.file.office_file import OfficeFile
from boarddesk.sample.office import make_sample
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.meetings.minutes.full_screen import MinutesScreen
from boarddesk.ui.meetings.register import correction_dialog
from boarddesk.ui.meetings.register.room import Room
from boarddesk.ui.widgets import form_dialog, window_place
from boarddesk.ui.window.main_window import MainWindow

WIDEST, NARROWER = "DejaVu Sans", "Open Sans"
LARGE = SCREENS[2]
QUICK = [(LAPTOP, WIDEST), (LARGE, WIDEST)]
REST = [(screen, font) for font in (WIDEST, NARROWER) for screen in SCREENS if (screen, font) not in QUICK]
FOR_PAGES = [*QUICK, (SCREENS[1], WIDEST), (SCREENS[3], WIDEST), (LAPTOP, NARROWER)]
REST_OF_PAGES = [case for case in REST if case not in FOR_PAGES]
LONG = "Children and young people whose needs are met early, close to home and by people who know them "


@dataclass(frozen=True)
class Sight:
    """A window on a screen, in a font."""

    window: MainWindow
    screen: Screen


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("room") / "sample.boarddesk")


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    family = look().family
    made = window_at(qapp, tmp_path)
    yield made
    made.close()
    made.deleteLater()
    clear_away()
    look().family, look().scale = family, 1.0
    look().set_choice(ThemeChoice.LIGHT)


@pytest.fixture
def screen_alone(
    window: MainWindow, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Sight:
    """The window without an office; the theme changes no size, so the light one stands for both."""
    screen, family = request.param
    if family not in QFontDatabase.families():
        pytest.skip(f"{family} is not on this machine")
    _dress(window, screen, family)
    for place in (window_place, form_dialog, correction_dialog):
        monkeypatch.setattr(place, "room_for", lambda _window: QRect(QPoint(2, 40), screen.window))
    window.resize(screen.window)
    settle()
    return Sight(window, screen)


@pytest.fixture
def sight(screen_alone: Sight, sample: Path) -> Sight:
    """The sample office on one screen."""
    screen_alone.window.open_path(sample)
    settle()
    return screen_alone


def _dress(window: MainWindow, screen: Screen, family: str) -> None:
    look().family, look().scale = family, screen.text_size / 100
    look().set_choice(ThemeChoice.LIGHT)
    window.rebuild()


def _on(cases: Sequence[tuple[Screen, str]], *, marks: Sequence[pytest.MarkDecorator] = ()) -> list[object]:
    return [pytest.param(case, id=f"{case[0].name} in {case[1]}", marks=marks) for case in cases]


on_every_screen = pytest.mark.parametrize(
    "screen_alone", [*_on(QUICK), *_on(REST, marks=[pytest.mark.soak])], indirect=True
)
"""The widest font on the smallest screens in each run; every screen in both fonts in the long run."""


on_more_screens = pytest.mark.parametrize(
    "screen_alone", [*_on(FOR_PAGES), *_on(REST_OF_PAGES, marks=[pytest.mark.soak])], indirect=True
)


@on_more_screens
def test_every_page_has_the_room_it_needs(sight: Sight) -> None:
    found: dict[str, str] = {}
    for name in pages(sight.window):
        for fault in faults(sight.window):
            found.setdefault(fault, name)
    assert sight.window.size() == sight.screen.window
    assert not found, "\n".join(f"{name}: {fault}" for fault, name in found.items())


@on_every_screen
def test_every_dialog_has_the_room_it_needs(sight: Sight) -> None:
    desk = sight.window.desk
    assert desk is not None
    over, found = Over(sight.window, desk.session), []
    for name, make in DIALOGS.items():
        dialog = make(over)
        if isinstance(dialog, Room | MinutesScreen):
            dialog.resize(sight.screen.window)
        dialog.show()
        settle()
        found += [f"{name}: {fault}" for fault in faults(dialog)]
        room = sight.screen.window
        if dialog.width() > room.width() or dialog.height() > room.height():
            found.append(f"{name}: {dialog.size().toTuple()} is larger than the screen")
        dialog.close()
        dialog.deleteLater()
    assert not found, "\n".join(found)


@on_every_screen
def test_every_step_of_an_import_has_the_room_it_needs(sight: Sight, sample: Path, tmp_path: Path) -> None:
    found: dict[str, str] = {}
    for document in imports.documents(sample, tmp_path):
        for name in imports.steps(sight.window, document):
            for fault in faults(sight.window):
                found.setdefault(fault, name)
    for document in imports.plans_found(tmp_path):
        for name in imports.found(sight.window, document):
            for fault in faults(sight.window):
                found.setdefault(fault, f"{name} of {document.stem}")
    assert not found, "\n".join(f"{name}: {fault}" for fault, name in found.items())


everywhere = pytest.mark.parametrize(
    "screen_alone", _on([(screen, font) for font in (WIDEST, NARROWER) for screen in SCREENS]), indirect=True
)


@everywhere
@pytest.mark.parametrize("opened", [0, 8], ids=["no office opened before", "eight opened before"])
def test_the_start_has_the_room_it_needs(screen_alone: Sight, opened: int) -> None:
    window = screen_alone.window
    for number in range(opened):
        path = Path.home() / "Documents" / "Training" / f"Northmoor SEND office {number}.boarddesk"
        window.settings.opened(
            path, holds="2 boards, 143 plan actions", moment=datetime(2026, 11, number + 1)
        )
    window.show_start()
    settle()
    assert window.size() == screen_alone.screen.window
    assert faults(window) == []


@on_every_screen
def test_every_page_of_an_empty_office_has_the_room_it_needs(screen_alone: Sight, tmp_path: Path) -> None:
    path = tmp_path / "empty.boarddesk"
    OfficeFile.create(path, office="Our office").close()
    screen_alone.window.open_path(path)
    settle()
    found: dict[str, str] = {}
    for name in fronts(screen_alone.window):
        for fault in faults(screen_alone.window):
            found.setdefault(fault, name)
    assert screen_alone.window.size() == screen_alone.screen.window
    assert not found, "\n".join(f"{name}: {fault}" for fault, name in found.items())


@pytest.mark.parametrize("screen_alone", _on([(LARGE, WIDEST)]), indirect=True)
def test_no_name_of_any_length_widens_a_page_or_pushes_its_buttons_away(sight: Sight) -> None:
    """Boards, plans, areas, organisations, people and seats called by whole sentences."""
    desk = sight.window.desk
    assert desk is not None
    file = desk.session.file
    with file.change("Rename everything") as change:
        for table, column in (
            ("board", "name"),
            ("plan", "name"),
            ("area", "title"),
            ("organisation", "name"),
            ("person", "name"),
        ):
            for at, row in enumerate(file.rows(f"SELECT id FROM {table}")):
                change.update(table, str(row["id"]), **{column: f"{LONG * 2}{at}"})
        for row in file.rows("SELECT id FROM seat"):
            change.update("seat", str(row["id"]), title=LONG)
    settle()
    least = sight.window.minimumSizeHint()
    assert least.width() <= sight.screen.window.width()
    found = {
        f"{name}: {fault}"
        for name in pages(sight.window)
        for fault in faults(sight.window)
        if " cut" not in fault and " has " not in fault
    }
    file.undo()
    assert not found, "\n".join(sorted(found))


def test_measuring_keeps_nothing_of_what_qt_gives_up(qapp: QApplication) -> None:
    """Python would go on holding a spacer that is gone, and take the next widget in its place for it."""
    before = _spacers()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    box.show()
    faults(box)
    assert not [one for one in _spacers() if not any(one is other for other in before)]
    box.close()


def _spacers() -> list[QSpacerItem]:
    return [one for one in gc.get_objects() if isinstance(one, QSpacerItem)]
