"""From nothing to a window that can be used, against a bare window, both started anew in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.ratio import Ratio

from boarddesk.sample.office import make_sample

TURNS = 9
YEARS = 10

SEEN = """
import os
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Seen(QObject):
    '''Ends the process as soon as what the person waits for has been painted.'''

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QApplication.exit()
        return False


def end():
    print(memory(), flush=True)
    os._exit(0)


def memory():
    '''The most this process held; 0 where the system does not say it of one process.'''
    try:
        with open("/proc/self/status") as told:
            return next(int(line.split()[1]) / 1024 for line in told if line.startswith("VmHWM"))
    except OSError:
        return 0
"""

BARE = f"""{SEEN}
app = QApplication([])
window = QMainWindow()
words = QLabel("A window with a sentence in it")
window.setCentralWidget(words)
window.resize(1366, 768)
window.show()
seen = Seen()
words.installEventFilter(seen)
app.exec()
end()
"""

OURS = f"""{SEEN}
from boarddesk.__main__ import main
from boarddesk.ui import import_hook


def watch():
    '''As late as the program imports its window, so that it is imported as for the person.'''
    taken_off()
    from boarddesk.ui import application

    def until_page(window, path):
        opened(window, path)
        window.page().installEventFilter(seen)

    class UntilPainted(QApplication):
        def exec(self):
            super().exec()
            end()

    opened, application.open_first = application.open_first, until_page
    application.QApplication = UntilPainted


seen = Seen()
taken_off, import_hook.take_off = import_hook.take_off, watch
main([sys.argv[1]])
"""


HOMES = (
    *("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"),
    *("WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA"),
)


def started(code: str, office: Path) -> tuple[float, float]:
    """Milliseconds until it was painted, and the megabytes it held by then."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    at_home = dict.fromkeys(HOMES, str(office.parent))
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, str(office)],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**compiled, **at_home},  # as in a package: nobody compiles the program at each start
        text=True,
    )
    return (time.perf_counter() - began) * 1000, float(done.stdout)


def bench_start() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        office = make_sample(Path(folder) / "sample.boarddesk")
        turns = [(started(BARE, office), started(OURS, office)) for _ in range(TURNS + 1)][1:]
    bare, ours = zip(*turns, strict=True)
    floor, time_taken = (statistics.median(times) for times in ([t for t, _ in bare], [t for t, _ in ours]))
    yield Ratio("the window with the sample office, from nothing", time_taken, floor, allowed=2)
    if all(held for _, held in bare):
        floor, held = (statistics.median(sizes) for sizes in ([m for _, m in bare], [m for _, m in ours]))
        yield Ratio("its memory by then", held, floor, allowed=1.6, unit="MB")


def bench_start_with_ten_years() -> Iterator[Ratio]:
    """What is checked of the file as a whole comes after the first paint, however much the office holds."""
    with tempfile.TemporaryDirectory() as folder:
        office = make_sample(Path(folder) / "ten years.boarddesk", years=YEARS)
        turns = [(started(BARE, office)[0], started(OURS, office)[0]) for _ in range(TURNS + 1)][1:]
    floor, time_taken = (statistics.median(times) for times in zip(*turns, strict=True))
    yield Ratio("the window with a ten-year office, from nothing", time_taken, floor, allowed=7)
