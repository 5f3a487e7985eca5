"""The window's own commands, as data: files, undo, pages, look, help."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout

from boarddesk import __version__
from boarddesk.ui.action import Action, separator
from boarddesk.ui.look.theme import ThemeChoice, look
from boarddesk.ui.widgets import buttons, window_place
from boarddesk.ui.widgets.label import WrappedLabel, label
from boarddesk.ui.widgets.opening import open_dialog
from boarddesk.ui.window.encrypting import encryption_commands

if TYPE_CHECKING:
    from boarddesk.ui.window.desk import Desk
    from boarddesk.ui.window.first_start import FirstStart
    from boarddesk.ui.window.main_window import MainWindow

NEW_NAME = "Our office.boarddesk"
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)


def window_commands(window: MainWindow) -> list[Action]:
    """Everything the window itself offers just now."""
    return [
        *_file_commands(window),
        *_edit_commands(window),
        *_page_commands(window),
        *_look_commands(window),
        *_retention_command(window),
        Action("Guide for this page", window.show_help, "Help", "F1", "help", "manual user"),
        Action("About BoardDesk", lambda: about(window), "Help", words="version licence"),
    ]


def _file_commands(window: MainWindow) -> list[Action]:
    commands = [
        Action("New office…", partial(ask_new, window), "File", "Ctrl+Shift+N", "file", "create empty"),
        Action("Open…", partial(ask_open, window), "File", "Ctrl+O", "folder", "office file"),
        *_recent_commands(window),
    ]
    if window.desk is not None:
        desk = window.desk
        commands.append(separator("File"))
        if desk.can_open("import"):
            commands.append(_import_command(desk))
        commands.append(Action("Back up now", window.back_up_now, "File", "", "backup", "copy safe"))
        commands += encryption_commands(window)
        commands.append(Action("Close office", window.close_office, "File", "Ctrl+W", "close"))
    return [*commands, separator("File"), Action("Quit", window.close, "File", "Ctrl+Q", words="exit leave")]


def _import_command(desk: Desk) -> Action:
    words = "plan register Word Excel"
    return Action("Import…", lambda: desk.open_record("import", ""), "File", "Ctrl+I", "import", words)


def _retention_command(window: MainWindow) -> list[Action]:
    page = window.page()
    if window.desk is None or page is None:
        return []
    words = "purge erase delete certificate privacy policy keep"
    return [Action("Retention…", lambda: _open_retention(window), "Help", words=words)]


def _open_retention(window: MainWindow) -> None:
    # Loaded when it is first asked for.
    from boarddesk.ui.retention.dialog import RetentionDialog

    page = window.page()
    if window.desk is not None and page is not None:
        session = window.desk.session
        tell = partial(page.tell, stays=True)
        open_dialog(RetentionDialog(page, session.file, today=session.today, tell=tell))


def _recent_commands(window: MainWindow) -> list[Action]:
    return [
        Action(
            f"Open {entry.path.stem}",
            partial(window.open_path, entry.path),
            "File",
            words="recent",
        )
        for entry in window.settings.recent()[:4]
    ]


def _edit_commands(window: MainWindow) -> list[Action]:
    if window.desk is None:
        return []
    return [
        Action("Undo", window.undo, "Edit", "Ctrl+Z", "undo", "take back"),
        Action("Redo", window.redo, "Edit", "Ctrl+Y", "redo", "again"),
        separator("Edit"),
        Action("New here", window.new_here, "Edit", "Ctrl+N", "plus", "add create"),
        Action("Search or type a command", window.begin_search, "Edit", "Ctrl+K", "search", "find"),
    ]


def _page_commands(window: MainWindow) -> list[Action]:
    desk = window.desk
    if desk is None:
        return []
    entries = [entry for entry in window.entries if entry.group > 0]
    return [
        Action(
            entry.title,
            partial(desk.show_page, entry.name),
            "View",
            f"Ctrl+{at}",
            entry.icon,
            "page go",
        )
        for at, entry in enumerate(entries[:9], 1)
    ]


def _look_commands(window: MainWindow) -> list[Action]:
    themes = {
        "Colours as the system": ThemeChoice.SYSTEM,
        "Light": ThemeChoice.LIGHT,
        "Dark": ThemeChoice.DARK,
    }
    return [
        separator("View"),
        *[
            Action(title, partial(choose_theme, window, choice), "View", words="theme colours")
            for title, choice in themes.items()
        ],
        separator("View"),
        Action(
            "Larger text", lambda: change_text_size(window, 1), "View", "Ctrl++", words="zoom size bigger"
        ),
        Action("Smaller text", lambda: change_text_size(window, -1), "View", "Ctrl+-", words="zoom size"),
        Action("Text at 100%", lambda: set_text_size(window, 100), "View", "Ctrl+0", words="zoom size"),
        Action("Full screen", partial(window_place.toggle_full_screen, window), "View", "F11"),
    ]


def doors_of(window: MainWindow) -> FirstStart:
    """The three doors: each leads where a command leads."""
    # Loaded where no office is opened.
    from boarddesk.ui.window.first_start import FirstStart

    start = FirstStart(imports=any("import" in entry.opens for entry in window.entries))
    start.sample_requested.connect(lambda: ask_sample(window))
    start.import_requested.connect(lambda: ask_import(window))
    start.empty_requested.connect(lambda: ask_new(window))
    start.open_requested.connect(lambda: ask_open(window))
    start.recent_picked.connect(window.open_path)
    return start


def ask_open(window: MainWindow) -> None:
    """Ask which office to open."""
    # Loaded, here and below, when a file is first asked for.
    from boarddesk.ui import office_dialogs

    office_dialogs.ask_open(window, window.open_path)


def ask_new(window: MainWindow) -> None:
    """Ask where a new, empty office goes."""
    from boarddesk.ui import office_dialogs

    office_dialogs.ask_save(window, window.create_office, title="Create an office", name=NEW_NAME)


def ask_sample(window: MainWindow) -> None:
    """Ask where the sample office goes."""
    from boarddesk.ui import office_dialogs

    title = "Where shall the sample office go?"
    office_dialogs.ask_save(window, window.create_sample, title=title, name="Sample office.boarddesk")


def ask_import(window: MainWindow, files: Sequence[str] = ()) -> None:
    """Ask where a new office goes that is to be filled from the person's own files."""
    from boarddesk.ui import office_dialogs

    title = "First, where shall your office go?"
    office_dialogs.ask_save(window, partial(begin_with, window, files=files), title=title, name=NEW_NAME)


def begin_with(window: MainWindow, path: Path, files: Sequence[str] = ()) -> None:
    """Make an empty office, then bring in the files, or let the import ask for them."""
    window.create_office(path)
    if window.desk is not None:
        bring_in(window.desk, files)
        if not files:
            window.new_here()


def take_files(window: MainWindow, paths: Sequence[str]) -> None:
    """What was dropped: an office is opened, anything else brought in where it can be."""
    offices = [path for path in paths if path.casefold().endswith(".boarddesk")]
    page, desk = window.page(), window.desk
    if offices:
        window.open_path(Path(offices[0]))
    elif page is not None and page.take_files(paths):
        return
    elif desk is not None and desk.can_open("import"):
        bring_in(desk, paths)
    elif desk is None and window.start.imports:
        ask_import(window, paths)
    else:
        window.tell("This file cannot be opened here.", "Open an office first, then drop the file onto it.")


def bring_in(desk: Desk, files: Sequence[str]) -> None:
    """Hand files over to the import."""
    desk.open_record("import", "")
    desk.page("import").take_files(files)


def choose_theme(window: MainWindow, choice: ThemeChoice) -> None:
    """Take a theme and remember it."""
    window.settings.remember("theme", choice.value)
    look().set_choice(choice)


def set_text_size(window: MainWindow, per_cent: int) -> None:
    """Take a text size and remember it."""
    window.settings.remember("text size", per_cent)
    look().set_text_size(per_cent)
    window.rebuild()


def change_text_size(window: MainWindow, steps: int) -> None:
    """One size up or down."""
    now = min(TEXT_SIZES, key=lambda size: abs(size - look().scale * 100))
    at = TEXT_SIZES.index(now) + steps
    set_text_size(window, TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))])


def about(window: MainWindow) -> None:
    """What this is, and under which licence."""
    dialog = QDialog(window)
    dialog.setWindowTitle("About BoardDesk")
    dialog.setAccessibleName("About BoardDesk")
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(8)
    column.addWidget(label(f"BoardDesk {__version__}", "title"))
    words = "Boards, registers, an improvement plan and its reports in one file of your own. MIT licence."
    column.addWidget(WrappedLabel(words, width=look().px(380)))
    column.addWidget(buttons.secondary("Close", dialog.accept))
    dialog.open()
