"""Nothing a person can see is left out of the pictures."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from tests.look import documents
from tests.look.__main__ import draw
from tests.look.dialogs import DIALOGS, Over
from tests.look.windows import FONTS, THEMES, clear_away, draw_pages, window_at

from boarddesk.cli.commands import parser
from boarddesk.issuing.registry import DOCUMENT_KINDS
from boarddesk.sample.office import make_sample
from boarddesk.ui.pages import PAGES
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.window.main_window import MainWindow

UI = Path(__file__).resolve().parents[2] / "src" / "boarddesk" / "ui"
SHAPES = {"QDialog", "FormDialog"}


def dialogs() -> set[str]:
    """Every class of the ui that is a dialog and not itself a shape of dialogs."""
    return {
        node.name
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(over, ast.Name) and over.id in SHAPES for over in node.bases)
    } - SHAPES


def forms() -> set[str]:
    """Every function of the ui that makes a form."""
    return {
        node.name
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name)
        and node.returns.id == "Form"
    }


def test_every_dialog_is_drawn() -> None:
    assert dialogs() | forms() == set(DIALOGS)


def test_every_dialog_opens_as_it_is_drawn(qapp: QApplication, tmp_path: Path) -> None:
    """Each once: what a dialog asks for may have changed since its entry was written."""
    window = window_at(qapp, tmp_path)
    window.open_path(make_sample(tmp_path / "sample.boarddesk"))
    assert window.desk is not None
    over, empty = Over(window, window.desk.session), []
    for name, make in DIALOGS.items():
        dialog = make(over)
        dialog.show()
        made_by = f"{dialog.form.key.replace(' ', '_')}_form" if type(dialog) is FormDialog else ""
        if name not in (type(dialog).__name__, made_by) or dialog.grab().isNull():
            empty.append(name)
        dialog.close()
        dialog.deleteLater()
        clear_away()
    _close(window)
    assert not empty


def test_ctrl_enter_does_what_the_blue_button_says_in_every_dialog(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_at(qapp, tmp_path)
    window.open_path(make_sample(tmp_path / "sample.boarddesk"))
    assert window.desk is not None
    over, done = Over(window, window.desk.session), list[str]()
    monkeypatch.setattr(FormDialog, "try_accept", lambda form: done.append(form.form.key))
    tried, silent = list[str](), list[str]()
    for name in [*sorted(dialogs() & set(DIALOGS)), "reason_form"]:
        dialog = DIALOGS[name](over)
        dialog.show()
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        for button in dialog.findChildren(QPushButton):
            if button.property("look") == "primary" and button.isVisible():
                button.setEnabled(True)
                if not isinstance(dialog, FormDialog):
                    button.clicked.disconnect()
                    button.clicked.connect(lambda _on=False, name=name: done.append(name))
                tried.append(name)
                done.clear()
                focus = next(iter(dialog.findChildren(QCheckBox)), None) or dialog.focusWidget() or dialog
                focus.setFocus()
                QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
                if len(done) != 1:
                    silent.append(f"{name}: {button.text()}")
        dialog.close()
        dialog.deleteLater()
        clear_away()
    _close(window)
    assert {"RecoveryDialog", "RetentionDialog", "ProblemDialog", "CrashDialog", "reason_form"} <= {*tried}
    assert not silent


def _close(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    clear_away()


def test_every_kind_of_document_is_drawn_as_it_can_be_asked_for() -> None:
    assert {*documents.VARIANTS} <= {kind.key for kind in DOCUMENT_KINDS}
    for kind, variants in documents.VARIANTS.items():
        for _, choices in variants.values():
            assert parser().parse_args(["report", kind, "a.boarddesk", "--out", "a.docx", *choices])


def test_a_few_dialogs_are_drawn_in_both_themes_and_in_each_font_there_is(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {name: DIALOGS[name] for name in ("reason_form", "add_meeting_form")}
    monkeypatch.setattr("tests.look.dialogs.DIALOGS", few)
    made = {"sample": make_sample(tmp_path / "sample.boarddesk")}
    drawn = list(draw("dialogs", app=qapp, made=made, scratch=tmp_path, folder=tmp_path))
    fonts = [family for family in FONTS if family in QFontDatabase.families()]
    assert len({path.name for path in drawn}) == len(few) * len(THEMES) * len(fonts)


def test_every_page_is_drawn_at_the_size_asked_for(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.look.windows.SIZES", (QSize(1366, 768),))
    made = {"sample": make_sample(tmp_path / "sample.boarddesk")}
    window = window_at(qapp, tmp_path)
    drawn = {path.name.split("-")[0] for path in draw_pages(window, made, tmp_path)}
    _close(window)
    assert {page.name for page in PAGES} <= drawn
