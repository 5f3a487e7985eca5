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


def until_painted(app, widget):
    seen = Seen()
    widget.installEventFilter(seen)
    app.exec()
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
until_painted(app, words)
"""

OURS = f"""{SEEN}
from pathlib import Path
from boarddesk.ui import import_hook
import_hook.take_off()
from boarddesk.ui.application import make_window, open_first
from boarddesk.ui.settings import Settings
app = QApplication([])
window = make_window(app, Settings(Path(sys.argv[1])), opens=True)
window.show()
open_first(window, Path(sys.argv[2]))
until_painted(app, window.page())
"""


def started(code: str, *arguments: Path) -> tuple[float, float]:
    """Milliseconds until it was painted, and the megabytes it held by then."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=compiled,  # as in a package: nobody compiles the program at each start
        text=True,
    )
    return (time.perf_counter() - began) * 1000, float(done.stdout)


def bench_start() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        office = make_sample(Path(folder) / "sample.boarddesk")
        settings = Path(folder) / "settings.json"
        turns = [(started(BARE), started(OURS, settings, office)) for _ in range(TURNS + 1)][1:]
    bare, ours = zip(*turns, strict=True)
    floor, time_taken = (statistics.median(times) for times in ([t for t, _ in bare], [t for t, _ in ours]))
    yield Ratio("the window with the sample office, from nothing", time_taken, floor, allowed=2)
    if all(held for _, held in bare):
        floor, held = (statistics.median(sizes) for sizes in ([m for _, m in bare], [m for _, m in ours]))
        yield Ratio("its memory by then", held, floor, allowed=1.6, unit="MB")
