"""BoardDesk starts here: a command goes to the command line, anything else opens the window."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # as typing has it: whatever takes time is imported where Ctrl+C is listened to
if TYPE_CHECKING:
    from collections.abc import Sequence

NO_SCREEN = (
    "there is no screen here, so the window cannot open. Every command works without one (boarddesk --help); "
    "from the source tree, python3 dev.py shots draws the window as pictures."
)

READ_TABLES = "--read-tables"
"""How the packaged program, which has no interpreter to call, starts itself to read a document apart."""
DECIDE = "--decide"
"""The same, to decide what such a document is read as."""
LOOK_AT_PAPER = "--look-at-paper"
"""The same, to look through a paper."""
READ_TRANSCRIPT = "--read-transcript"
"""The same, to read a transcript."""
READ_COPY = "--read-copy"
"""The same, to read a copy of draft minutes that came back."""
READ_PASTED = "--read-pasted"
"""The same, to read a long text that was pasted."""
HOLD_COPY = "--hold-copy"
"""The same, to hold such a copy to the draft."""


STOPPED = 130
"""What a shell expects of a program ended with Ctrl+C."""


def main(argv: Sequence[str] | None = None) -> int:
    """`boarddesk [FILE]` opens the window; `boarddesk COMMAND …` works in the terminal.

    Called as the program, without arguments given, it answers Ctrl+C at any moment with one line.
    """
    if argv is not None:
        return start(list(argv))
    try:
        status = start(sys.argv[1:])
        _stop_listening()
    except KeyboardInterrupt:
        _stop_listening()
        from boarddesk.cli import terminal

        terminal.say_problem(terminal.STOPPED)
        return STOPPED
    return status


def _stop_listening() -> None:
    """What is done, or stopped already, is not stopped any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def start(arguments: list[str]) -> int:
    """The window, a command, or a document read apart; the exit status."""
    if arguments[:1] == [READ_TABLES]:
        from boarddesk.importing.tables.child import main as read_tables

        return read_tables(arguments)
    if arguments[:1] == [DECIDE]:
        from boarddesk.importing.deciding.child import main as decide

        return decide(arguments)
    if arguments[:1] == [LOOK_AT_PAPER]:
        from boarddesk.paper_child import main as look_at_paper

        return look_at_paper(arguments)
    if arguments[:1] == [READ_TRANSCRIPT]:
        from boarddesk.importing.transcripts.child import main as read_transcript

        return read_transcript(arguments)
    if arguments[:1] == [READ_COPY]:
        from boarddesk.importing.minutes.child import main as read_copy

        return read_copy(arguments)
    if arguments[:1] == [READ_PASTED]:
        from boarddesk.importing.pasted_child import main as read_pasted

        return read_pasted(arguments)
    if arguments[:1] == [HOLD_COPY]:
        from boarddesk.importing.minutes.holding import main as hold_copy

        return hold_copy(arguments)
    # Each is loaded only where it is meant: a document that is read apart and the window wait for no command,
    # and the command line works without Qt.
    from boarddesk.cli.arguments import wants_command_line

    if wants_command_line(arguments):
        from boarddesk.cli.commands import run

        return run(arguments)
    if not has_screen():
        from boarddesk.cli.terminal import say_problem

        say_problem(NO_SCREEN)
        return 1
    gc.disable()  # what starting makes is kept; the window collects once it stands
    from pathlib import Path

    from boarddesk.ui import import_hook

    import_hook.take_off()
    from boarddesk.ui.application import open_window

    return open_window(Path(arguments[0]).absolute() if arguments else None)


def has_screen() -> bool:
    """Decided before Qt, which ends the process when it has neither a display nor a chosen platform."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
