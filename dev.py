"""Everything a developer does: `run`, `test`, `check`, `shots`, `bench`, `soak`, `templates`, `installer`.

Standard library only and the same on Windows, macOS and Linux.  It keeps its own environment in `.venv`,
renews it when pyproject.toml or constraints.txt changed, and adds what Debian or Ubuntu lacks for Qt; on
Windows the wheels bring all of it.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed-from"
FIRST_LOOK = ROOT / "build" / "first-look"
MEMORY = Path("/dev/shm")
ROOM_FOR_TESTS = 2_000_000_000
OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 14)
WINDOWS = sys.platform == "win32"
CALLED = "py dev.py" if WINDOWS else "python3 dev.py"

# What Qt loads by itself, and the Debian package each library comes in.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = {
    **OFFSCREEN,
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# The font of the design; without it the window is drawn in the system's own.
FONT = ("Open Sans", "fonts-open-sans")
# What sets a Word document on pages, and draws them.
PAGES = {
    "soffice": "libreoffice-writer-nogui libreoffice-calc-nogui",
    "pdftoppm": "poppler-utils fonts-liberation",
}


class Stop(Exception):
    """What is missing and the one line that mends it."""


# ── the environment ──────────────────────────────────────────────────────────────────────────────────


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def fingerprint() -> str:
    """Changes whenever the environment has to be installed again."""
    told = hashlib.sha256(f"{sys.version_info[:2]} {sys.platform} {ROOT}".encode())
    for name in ("pyproject.toml", "constraints.txt"):
        told.update((ROOT / name).read_bytes())
    return told.hexdigest()


def prepare() -> None:
    """Makes or renews `.venv`; does nothing when it is already right."""
    wanted = fingerprint()
    if venv_python().exists() and STAMP.exists() and STAMP.read_text("ascii") == wanted:
        return
    say("Preparing the environment in .venv (once, and again when the dependencies change) …")
    make_venv()
    install("hatchling", "editables")
    install("--no-build-isolation", "--editable", f"{ROOT}[dev]")
    STAMP.write_text(wanted, "ascii")


def make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise Stop(f"This Python cannot make a virtual environment. {brings_venv()}")
    if WINDOWS and Path(sys.prefix) == VENV:  # a program that runs cannot be replaced there
        raise Stop(f"Start this with the Python that is installed, not the one in .venv: {CALLED} …")
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if done.returncode:
        held = " Close what still runs from it, such as a BoardDesk window." if WINDOWS else ""
        raise Stop(f"The virtual environment could not be made in .venv; what Python said is above.{held}")


def brings_venv() -> str:
    """What gives a Python that lacks it the means to make a virtual environment."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if shutil.which("apt-get"):
        return f"Run this once and try again:\n    sudo apt-get install -y python{version}-venv"
    return f"Install Python {version} whole, with pip, from python.org, and try again."


def install(*what: str) -> None:
    """Installs from the constraints alone, so that everybody runs the very same versions."""
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--quiet"]
    done = subprocess.run([*pip, "--constraint", str(ROOT / "constraints.txt"), *what], check=False)
    if done.returncode:
        raise Stop(
            "Installing the dependencies did not finish; what pip said is above. It can be started again."
        )


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """The Debian packages whose library this machine cannot load; none where there is no apt."""
    if not shutil.which("apt-get"):
        return []
    return [package for library, package in libraries.items() if not loads(library)]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def add_packages(packages: Sequence[str]) -> bool:
    """True once they are there; otherwise the one line to run has been printed."""
    if not packages:
        return True
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    for become in become_root():
        say(f"Adding system packages: {' '.join(packages)}")
        quietly = [*become, "env", "DEBIAN_FRONTEND=noninteractive"]
        subprocess.run([*quietly, "apt-get", "update", "-qq"], check=False)
        if subprocess.run([*quietly, *command], check=False, stdout=subprocess.DEVNULL).returncode == 0:
            return True
    say(f"Some system packages are missing. Run this once:\n    sudo {' '.join(command)}")
    return False


def become_root() -> list[list[str]]:
    """The prefixes that may install without asking for a password."""
    if sys.platform == "win32":  # it has a sudo too, and nothing here to install with it
        return []
    if os.geteuid() == 0:
        return [[]]
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0:
        return [[sudo, "-n"]]
    return []


def has_font(family: str) -> bool:
    """Whether this machine has a font; unknown where there is no fontconfig to ask."""
    if not shutil.which("fc-list"):
        return True
    done = subprocess.run(["fc-list", family], check=False, capture_output=True, text=True)
    return bool(done.stdout.strip())


def add_pages() -> None:
    """What sets a document on pages; tests that hold documents against their pages skip without it."""
    absent = [packages for program, packages in PAGES.items() if not shutil.which(program)]
    if shutil.which("apt-get"):
        add_packages(" ".join(absent).split())


def need_offscreen_qt() -> None:
    if not add_packages(missing_packages(OFFSCREEN)):
        raise Stop("Qt cannot start without them.")


# ── running things ───────────────────────────────────────────────────────────────────────────────────


def say(sentence: str) -> None:
    print(sentence, flush=True)


def environment(**extra: str) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", **extra}


def python(*arguments: str, **extra: str) -> int:
    """Runs the environment's Python at the top of the project and returns its exit status."""
    command = [str(venv_python()), *arguments]
    return subprocess.run(command, check=False, cwd=ROOT, env=environment(**extra)).returncode


def boarddesk(*arguments: str) -> int:
    """Runs BoardDesk where the person stands, so that the paths they give are theirs."""
    return subprocess.run([str(venv_python()), "-m", "boarddesk", *arguments], check=False).returncode


def first_failure(statuses: Sequence[int]) -> int:
    return next((status for status in statuses if status), 0)


def has_screen() -> bool:
    if WINDOWS or sys.platform == "darwin":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


# ── the commands ─────────────────────────────────────────────────────────────────────────────────────


def run(rest: Sequence[str]) -> int:
    """The window, or any command of the command line after `--`."""
    if rest:
        return boarddesk(*rest)
    if not has_screen():
        return first_look()
    add_packages(missing_packages(WINDOW))
    return boarddesk()


def first_look() -> int:
    """Without a screen: the sample office, its attendance and its highlight report, from the terminal."""
    FIRST_LOOK.mkdir(parents=True, exist_ok=True)
    office, report = FIRST_LOOK / "sample.boarddesk", FIRST_LOOK / "highlight.docx"
    steps = [["attendance", str(office)], ["report", "highlight", str(office), "--out", str(report)]]
    if not office.exists():
        steps.insert(0, ["sample", str(office)])
    for step in steps:
        say(f"\n$ boarddesk {' '.join(step)}\n")
        status = boarddesk(*step)
        if status:
            return status
    say(
        "\nThere is no screen here, so BoardDesk did its work in the terminal:\n"
        f"    the sample office      {office}\n"
        f"    its highlight report   {report}\n"
        f"Every command works like this:   {CALLED} run -- --help\n"
        f"To see the window as pictures:   {CALLED} shots"
    )
    return 0


def check(rest: Sequence[str]) -> int:
    """Style, types, borders and layout."""
    return first_failure([at_once(CHECKS), python("-m", "pytest", "-q", "tests/test_layout.py", *rest)])


CHECKS = {
    "style (ruff check)": ["-m", "ruff", "check", "--output-format", "concise", "."],
    "format (ruff format)": ["-m", "ruff", "format", "--check", "--output-format", "concise", "."],
    "types (mypy --strict)": ["-m", "mypy"],
    "borders (import-linter)": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
}


def at_once(checks: Mapping[str, Sequence[str]], meanwhile: Callable[[], Sequence[int]] = lambda: ()) -> int:
    """Runs all checks side by side; prints a line for each and everything of those that failed."""
    started = {name: start(arguments) for name, arguments in checks.items()}
    done = meanwhile()
    return first_failure([*(finish(name, process) for name, process in started.items()), *done])


def start(arguments: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(venv_python()), *arguments],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


def finish(name: str, process: subprocess.Popen[str]) -> int:
    said, _ = process.communicate()
    say(f"{'ok  ' if process.returncode == 0 else 'FAIL'} {name}")
    if process.returncode:
        say(said)
    return process.returncode


def test(rest: Sequence[str]) -> int:
    """Checks and every test: first all that lives without Qt, with Qt absent, then the window."""
    need_offscreen_qt()
    if become_root():
        add_pages()
    began = time.monotonic()
    status = at_once(CHECKS, meanwhile=lambda: [tests_without_qt(rest), tests_of_the_window(rest)])
    say(f"{'All green' if status == 0 else 'Not green'} after {time.monotonic() - began:.0f} s")
    return status


def tests_without_qt(rest: Sequence[str]) -> int:
    say("\nEverything but the window, with PySide6 absent")
    places = [f"--ignore=tests/{name}" for name in ("ui", "journeys", "look")]
    return pytest("-p", "no:pytest-qt", *places, *rest, BOARDDESK_WITHOUT_QT="1")


def tests_of_the_window(rest: Sequence[str]) -> int:
    say("\nThe window, offscreen")
    places = [f"tests/{name}" for name in ("ui", "journeys", "look") if (ROOT / "tests" / name).exists()]
    return pytest(*places, *rest, QT_QPA_PLATFORM="offscreen")


def pytest(*arguments: str, **extra: str) -> int:
    """One process a core; finding no test is not a failure when a choice was asked for."""
    with place_for_tests() as place:
        spread = ["-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal"]
        status = python(*spread, *arguments, **place, **extra)
    return 0 if status == 5 else status


@contextmanager
def place_for_tests() -> Iterator[dict[str, str]]:
    """Where tests write: in memory where there is room, for every change kept is waited for on a disk."""
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ROOM_FOR_TESTS:
        yield {}
        return
    with tempfile.TemporaryDirectory(
        dir=MEMORY, prefix="boarddesk-tests-", ignore_cleanup_errors=True
    ) as folder:
        yield {"TMPDIR": folder}


def soak(rest: Sequence[str]) -> int:
    """The long runs: many more examples and faults; BOARDDESK_SOAK=20 for twenty times as many."""
    need_offscreen_qt()
    add_pages()
    times = os.environ.get("BOARDDESK_SOAK") or "1"
    return pytest("-m", "soak or hypothesis", *rest, BOARDDESK_SOAK=times, QT_QPA_PLATFORM="offscreen")


def bench(rest: Sequence[str]) -> int:
    """Speeds, as ratios against the floor each could reach."""
    return python("-m", "tests.bench", *rest, PYTHONPATH=str(ROOT))


def templates(rest: Sequence[str]) -> int:
    """The base documents in resources/word, made anew from the house style."""
    return python("-m", "tests.reports.word_templates", *rest, PYTHONPATH=str(ROOT))


def shots(rest: Sequence[str]) -> int:
    """Every page and dialog and every kind of document as pictures in build/shots."""
    need_offscreen_qt()
    add_pages()
    family, package = FONT
    if shutil.which("apt-get") and not has_font(family):
        add_packages([package])
    described = os.path.splitdrive(ROOT / "tests" / "screens.json")[1]  # Qt parts what it is told at colons
    screen = f"offscreen:configfile={described}"
    return python("-m", "tests.look", *rest, PYTHONPATH=str(ROOT), QT_QPA_PLATFORM=screen)


def installer(rest: Sequence[str]) -> int:
    """The packaged program, tried, and a package for this system."""
    need_offscreen_qt()
    install("--no-build-isolation", "--editable", f"{ROOT}[installer]")
    return python(str(ROOT / "installer" / "build.py"), *rest)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "shots": shots,
    "bench": bench,
    "soak": soak,
    "templates": templates,
    "installer": installer,
}


def arguments_of(argv: Sequence[str]) -> tuple[str, list[str]]:
    lines = [f"  {name:9} {(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Build, run and test BoardDesk.",
        epilog="commands:\n" + "\n".join(lines) + f"\n\nexample: {CALLED} run -- sample s.boarddesk",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="-- …", help="handed on to the command")
    chosen = parser.parse_args(argv)
    rest: list[str] = chosen.rest
    return chosen.command, rest[1:] if rest[:1] == ["--"] else rest


def need_python(version: tuple[int, int], bits: int) -> None:
    """Stops where Qt for Python has no wheels for this Python: pip would only say that nothing matches."""
    if not (OLDEST_PYTHON <= version <= NEWEST_PYTHON and bits == 64):
        oldest, newest, this = (".".join(map(str, one)) for one in (OLDEST_PYTHON, NEWEST_PYTHON, version))
        raise Stop(
            f"BoardDesk needs a Python from {oldest} to {newest} of 64 bits; this is {this} of {bits}."
        )


def main(argv: Sequence[str]) -> int:
    need_python(sys.version_info[:2], sys.maxsize.bit_length() + 1)
    if isinstance(sys.stdout, io.TextIOWrapper):  # where Windows hands it on, many letters cannot be said
        sys.stdout.reconfigure(errors="replace")
    command, rest = arguments_of(argv)
    prepare()
    return COMMANDS[command](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(str(stop))
    except KeyboardInterrupt:
        sys.exit(130)
