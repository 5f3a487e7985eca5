"""What every test stands on: no screen, no Qt where told so, own folders, strict hypothesis profiles."""

from __future__ import annotations

import ctypes
import faulthandler
import gc
import importlib.abc
import itertools
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from tests import asked_once, mould
from tests.long_runs import ASKED, many

pytest_plugins = ("tests.no_network",)

ROOT = Path(__file__).resolve().parent.parent
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":  # with a screen as people have them
    _SCREENS = os.path.splitdrive(ROOT / "tests" / "screens.json")[1]  # Qt parts what it is told at colons
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREENS}"
os.environ.setdefault("MPLCONFIGDIR", str(ROOT / "build" / "matplotlib"))
if sys.platform == "win32":  # offscreen, Qt knows no fonts there but those it is shown
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "Fonts")))
UNDER_WINE = sys.platform == "win32" and hasattr(ctypes.CDLL("ntdll"), "wine_get_version")


def except_under_wine(lacks: str) -> pytest.MarkDecorator:
    """A test of what real Windows does and Wine does not."""
    return pytest.mark.skipif(UNDER_WINE, reason=f"Wine {lacks}")


class WithoutQt(importlib.abc.MetaPathFinder):
    """Makes PySide6 absent, to show that everything but the window lives without it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{fullname} is absent in this run", name=fullname)
        return None


if os.environ.get("BOARDDESK_WITHOUT_QT"):
    sys.meta_path.insert(0, WithoutQt())

settings.register_profile("quick", max_examples=40, deadline=None, derandomize=True)
settings.register_profile(
    "soak",
    max_examples=many(2000),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("soak" if ASKED else "quick")

PATIENCE = 60_000
"""Milliseconds an event is waited for: how soon it comes on a busy machine is not what a test is about."""

_homes = itertools.count()
_crashed: list[str] = []


def pytest_configure() -> None:
    """Every wait of the window's tests is for its event; the time after which it is given up is long."""
    plugin = sys.modules.get("pytestqt.qtbot")
    if plugin is not None:
        for name in ("waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed"):
            getattr(plugin.QtBot, name).__kwdefaults__["timeout"] = PATIENCE


def pytest_unconfigure() -> None:
    """What a test copied is taken back: offscreen Qt keeps it, and would ask for Python after its end."""
    qt = sys.modules.get("PySide6.QtGui")
    if qt is not None and qt.QGuiApplication.instance() is not None:
        qt.QGuiApplication.clipboard().clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long runs wait until they are asked for."""
    if not ASKED:
        wait = pytest.mark.skip(reason="a long run: python3 dev.py soak")
        for item in items:
            if item.get_closest_marker("soak"):
                item.add_marker(wait)


def pytest_sessionstart(session: pytest.Session) -> None:
    """A process that runs a share of the tests keeps where it stood if it crashes: said, it is lost."""
    told = getattr(session.config, "workerinput", None)
    if told is not None:
        faulthandler.enable(_last_words(told).open("w", encoding="utf-8"))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """Of a process that crashed, how it ended and where it stood are kept for the end of the run."""
    kept = _last_words(node.workerinput)
    if error:
        status = node.gateway._io.wait()
        how = signal.Signals(-status).name if status < 0 else f"status {status}"
        stood = kept.read_text("utf-8") if kept.exists() else ""
        _crashed.append(f"{node.gateway.id} ended with {how}\n{stood or 'Nothing says where it stood.'}")
    kept.unlink(missing_ok=True)


def _last_words(told: Mapping[str, Any]) -> Path:
    return Path(tempfile.gettempdir()) / f"crash-{told['testrunuid']}-{told['workerid']}"


@pytest.fixture(autouse=True)
def collected_before_a_test() -> None:
    """As in the window, nothing is collected in the middle of what Qt does, or in the thread of a job."""
    if "PySide6.QtCore" in sys.modules:
        from boarddesk.ui.collector import collect_due  # only where there is Qt

        gc.disable()
        collect_due(gc.get_threshold())


@pytest.fixture(autouse=True)
def offices_from_a_mould(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files themselves are what is tried, each is made as a person's is."""
    if not {"faults", "file"} & set(request.path.parts):
        monkeypatch.setattr("boarddesk.records.file.new_file.lay_out", mould.cast)


@pytest.fixture(autouse=True)
def documents_asked_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the process that reads is what is tried, it is started each time."""
    if not {"faults", "tables", "deciding"} & set(request.path.parts):
        monkeypatch.setattr("boarddesk.importing.tables.child.asked", asked_once.asked_once)
        monkeypatch.setattr("boarddesk.importing.deciding.child.asked", asked_once.decided_once)


@pytest.fixture(scope="session", autouse=True)
def folders_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is made once for many tests is kept from the person's own folders too."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        keep_apart(monkeypatch, tmp_path_factory.getbasetemp() / "home")
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, backups and memory of one test are its own and never the person's."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    keep_apart(monkeypatch, home)
    return home


def keep_apart(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Every folder that platformdirs would find is in this one."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("LOCAL_APPDATA", "APPDATA"):  # Windows is asked itself, unless it is named so
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{name}", str(home / name.lower()))
    if sys.platform == "darwin":
        monkeypatch.setenv("HOME", str(home))


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """A test ends with the threads it began with; the ones that are just finishing are waited for."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not _is_qts(thread)]
    for thread in left:
        thread.join(timeout=PATIENCE / 1000)
    names = [thread.name for thread in left if thread.is_alive()]
    assert not names, f"threads still running after the test: {', '.join(names)}"


def _is_qts(thread: threading.Thread) -> bool:
    """A thread of Qt's own pool that once ran Python: it waits there for more work, and is not joined."""
    return thread.name.startswith("Dummy-")


@pytest.fixture(scope="session")
def real_plan() -> Path:
    """A real published plan kept beside the project for trying only; tests skip where it is absent."""
    path = ROOT.parent / "shared" / "real" / "north-somerset-plan-2023.docx"
    if not path.exists():
        pytest.skip("the real plan is not on this machine")
    return path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says where a process that crashed stood, and how many figures were held against a count apart."""
    for words in _crashed:
        terminalreporter.section("a process that ran tests crashed")
        terminalreporter.write_line(words)
    figures = [
        int(str(value))
        for report in terminalreporter.stats.get("passed", [])
        for name, value in report.user_properties
        if name == "figures compared"
    ]
    if figures:
        terminalreporter.write_line(f"{sum(figures)} figures of {len(figures)} documents compared.")
