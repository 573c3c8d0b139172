"""Opening the app: on a station's home, on the demo's, or offscreen for one picture."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from app.compose import Premises, home_at, is_protected, open_beside, open_station, retention_rules
from app.demo import LOT, RECIPE, Gallery, demo_pace, has_screen, teach_demo
from app.desktop.desk import Desk
from app.desktop.onlooker import Onlooker
from app.desktop.window import Shell, make_desk
from app.i18n import Language, load_language, station_language, told
from app.notices import install_hooks, start_log
from app.settings import SettingsFile
from app.theme import ThemeName, apply_theme
from app.workers import Burst
from vision.inspection import Trouble
from vision.station import StateReport, StationState
from vision.station.housekeeping import Housekeeping
from vision.storage import StorageCause, StorageTrouble
from vision.storage.trouble import translate_errors

PANEL_SIZE = (1280, 800)

Opening = Callable[[Path | None], AbstractContextManager[Premises]]


def open_desktop(home: Path | None) -> int:
    """Open the app on a home; returns the exit code. Raises `Trouble` when the home cannot be opened."""
    app = _application()
    with _opened(home, _open_or_look) as premises:
        if premises.store.database.is_read_only:
            return _look(app, premises)
        return _run(app, premises, lambda shell: shell.desk.book.current.autostart)


def open_demo(home: Path, seed: int) -> int:
    """Open the app with the demo's line running; teaches it first when this home is new."""
    app = _application()
    with _opened(home, open_station) as premises:
        teach_demo(premises, lambda progress: _tell_progress(progress.fraction))
        _prepare_demo(premises, seed)
        return _run(app, premises, lambda _shell: True)


@contextmanager
def _open_or_look(home: Path | None) -> Iterator[Premises]:
    """The home opened for writing; while another Loupe works in it, for reading only."""
    with ExitStack() as stack:
        try:
            premises = stack.enter_context(open_station(home))
        except StorageTrouble as trouble:
            if trouble.cause is not StorageCause.IN_USE:
                raise
            premises = stack.enter_context(open_beside(home))
        yield premises


@contextmanager
def _opened(home: Path | None, opening: Opening) -> Iterator[Premises]:
    """The home, opened. A trouble on the way is told in a window as well: who clicked an icon has no terminal."""
    with ExitStack() as stack:
        try:
            with translate_errors(home_at(home).root):
                premises = stack.enter_context(opening(home))
        except Trouble as trouble:
            show_trouble(trouble, home_at(home).settings)
            raise
        yield premises


def show_trouble(trouble: Trouble, settings: Path) -> None:
    """Tell a trouble that keeps the app from opening, and wait until it is read; nothing without a screen.

    `settings` is the station's file, whose language and theme it has; it need not be there.
    """
    if QGuiApplication.platformName() == "offscreen":
        return
    app = _application()
    translators = load_language(app, station_language(settings))
    apply_theme(app, ThemeName(SettingsFile(settings, read_only=True).load().theme.value))
    box = QMessageBox(QMessageBox.Icon.Critical, "Loupe", told(trouble.what))
    box.setInformativeText(told(trouble.meaning, trouble.remedy))
    if trouble.detail:
        box.setDetailedText(trouble.detail)
    box.exec()
    for translator in translators:
        app.removeTranslator(translator)


def _run(app: QApplication, premises: Premises, starts: Callable[[Shell], bool]) -> int:
    handler = start_log(premises.home.logs)
    try:
        with _desk(app, premises) as desk:
            shell = Shell(desk)
            with Housekeeping(premises.store, lambda: retention_rules(desk.book.current), is_protected):
                shell.open()
                if starts(shell):
                    QTimer.singleShot(0, shell.autostart)
                return app.exec()
    finally:
        handler.close()


def _look(app: QApplication, premises: Premises) -> int:
    """Without log and housekeeping: those files are the other Loupe's."""
    with _desk(app, premises) as desk:
        onlooker = Onlooker(desk)
        onlooker.open()
        return app.exec()


@contextmanager
def _desk(app: QApplication, premises: Premises) -> Iterator[Desk]:
    """The desk in the station's language and theme; what nobody caught is told on it."""
    desk = make_desk(premises)
    settings = desk.book.current
    translators = load_language(app, Language(settings.language.value))
    apply_theme(app, ThemeName(settings.theme.value))
    restore = install_hooks(desk.notices)
    try:
        yield desk
    finally:
        restore()
        del translators


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Loupe")
    return app


def _tell_progress(fraction: float) -> None:
    sys.stderr.write(f"\rteaching the demo part: {fraction:4.0%}")
    if fraction >= 1:
        sys.stderr.write("\n")
    sys.stderr.flush()


def _prepare_demo(premises: Premises, seed: int) -> None:
    """The settings that the demo's line needs, in the demo's own home."""
    file = SettingsFile(premises.home.settings)
    changed = file.load().model_copy(
        update={
            "camera": f"virtual:seed={seed}",
            "camera_settings": demo_pace(),
            "last_recipe": RECIPE,
            "last_lot": LOT,
            "station": "Demo station",
        }
    )
    file.save(changed)


def grab_live(premises: Premises, gallery: Gallery, path: Path) -> None:
    """Draw the Live screen with the parts of a finished run and save it, without a screen if need be."""
    if not has_screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = _application()
    _prepare_demo(premises, 0)
    apply_theme(app, ThemeName.DARK)
    desk = make_desk(premises)
    shell = Shell(desk)
    shell.window.resize(*PANEL_SIZE)
    shell.window.open_screen("live")
    shell.window.show()
    desk.bridge.state_changed.emit(StateReport(state=StationState.INSPECTING))
    if gallery.last:
        records = tuple(entry.record for entry in gallery.entries)
        desk.bridge.inspected.emit(Burst(records=records, recent=tuple(gallery.last)))
    app.processEvents()
    shell.window.grab().save(str(path))
    desk.bridge.state_changed.emit(StateReport(state=StationState.STOPPED))  # so that closing asks nobody
    shell.window.close()
    shell.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
