"""The whole app on a home of its own: a taught recipe, an emulated line, one window, offscreen."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.compose import Premises, open_station
from app.desktop.desk import Desk
from app.desktop.window import Shell, make_desk
from app.settings import SettingsFile
from app.theme import ThemeName, apply_theme
from app.widgets.confirm_dialog import ConfirmDialog
from app.workers import wait_for_all
from tests.weights import TINY, use_random_weights
from vision.cameras import CameraInfo
from vision.cameras.registry import Discovery
from vision.inspection import Frame, InspectionRecord
from vision.models import compute
from vision.models.backbone import catalog
from vision.recipe import CameraSettings, RecipeLibrary, TriggerMode
from vision.station import StationState
from vision.storage import Home, RecordQuery
from vision.synth.dataset import good_frames
from vision.teaching import TeachRequest, teach

SIZE = (320, 240)
CAMERA = f"virtual:seed=3,width={SIZE[0]},height={SIZE[1]}"
RECIPE = "Plate"
LOT = "L-1"


@dataclass(frozen=True, kw_only=True)
class Template:
    """A home with a taught recipe, and the weights that it was taught with."""

    home: Path
    weights: Path


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    folder = tmp_path_factory.mktemp("taught")
    with pytest.MonkeyPatch.context() as patch:
        weights = use_random_weights(patch, folder)
        home = Home(folder / "home").prepare()
        library = RecipeLibrary(home.recipes)
        frames = [Frame(pixels=pixels) for pixels in good_frames(3, 8, size=SIZE)]
        request = TeachRequest(recipes=library, recipe=RECIPE, images=frames, model_settings=TINY, created_by="Ada")
        teach(request, progress=lambda _: None, cancelled=lambda: False)
        library.release(RECIPE, 1, by="Ada", time=datetime(2026, 1, 1, tzinfo=UTC))
    return Template(home=home.root, weights=weights)


@pytest.fixture(autouse=True)
def _quick(template: Template, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    """The weights of the template, and no search for cameras that this machine may have."""
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    compute.set_threads.cache_clear()
    monkeypatch.setattr(catalog, "EMBEDDED_FILE", template.weights)
    found = Discovery(cameras=(CameraInfo(spec=CAMERA, name="Virtual line", connection="simulated"),))
    monkeypatch.setattr("app.desktop.guide.discover", lambda: found)
    monkeypatch.setattr("app.desktop.screens.discover", lambda: found)
    apply_theme(qapp, ThemeName.DARK)


@pytest.fixture
def fresh_home(tmp_path: Path) -> Path:
    """A data directory that nobody has used yet."""
    return tmp_path / "station"


@pytest.fixture
def home(template: Template, tmp_path: Path) -> Path:
    """A home with recipe `Plate`, lot `L-1`, and the emulated line, a part as soon as the last one is judged."""
    root = tmp_path / "station"
    shutil.copytree(template.home, root)
    settle(root)
    return root


def settle(root: Path, **changes: object) -> None:
    """Change the settings of a home that is not open."""
    file = SettingsFile(Home(root).settings)
    plain = {
        "camera": CAMERA,
        "camera_settings": CameraSettings(trigger_mode=TriggerMode.SOFTWARE),
        "last_recipe": RECIPE,
        "last_lot": LOT,
    }
    before = file.load()
    file.save(before.model_copy(update=(plain if not before.camera else {}) | changes))


@dataclass(eq=False, kw_only=True)
class Opened:
    """One opened app."""

    shell: Shell
    desk: Desk
    premises: Premises
    qtbot: QtBot

    @property
    def state(self) -> StationState:
        return self.desk.station.state.state

    def records(self) -> list[InspectionRecord]:
        return list(self.premises.store.records(RecordQuery()))

    def until(self, holds: Callable[[], bool], timeout_s: float = 15) -> None:
        self.qtbot.waitUntil(holds, timeout=round(timeout_s * 1000))

    def inspect(self, parts: int) -> None:
        """Start, and wait until that many more parts are on Live."""
        seen: list[InspectionRecord] = []
        self.desk.bridge.inspected.connect(lambda burst: seen.extend(burst.records))
        self.desk.station.start()
        self.until(lambda: len(seen) >= parts)

    def stop(self) -> None:
        self.desk.station.stop()
        self.until(lambda: self.state is StationState.STOPPED)

    def banner(self) -> str:
        """Every open cause, in words."""
        causes = self.desk.notices.board.causes
        return "\n".join(f"{cause.what} {cause.meaning} {cause.remedy}" for cause in causes)


class OpenApp:
    """Opens the app on a home; a second call closes the first."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot = qtbot
        self._monkeypatch = monkeypatch
        self._open = ExitStack()

    def __call__(self, root: Path) -> Opened:
        self.close()
        premises = self._open.enter_context(open_station(root))
        desk = make_desk(premises)
        shell = Shell(desk)
        self._open.callback(_close, shell, self._monkeypatch)
        shell.open()
        return Opened(shell=shell, desk=desk, premises=premises, qtbot=self._qtbot)

    def close(self) -> None:
        """Stop and close."""
        self._open.close()


@pytest.fixture
def open_app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenApp]:
    """All is closed afterwards."""
    opening = OpenApp(qtbot, monkeypatch)
    yield opening
    opening.close()


def _close(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(ConfirmDialog, "ask", lambda *_args, **_words: True)
        shell.window.close()
    for _ in range(3):  # what the station said last, answers of workers, and what those answers asked for
        QCoreApplication.processEvents()
        wait_for_all()
    QCoreApplication.processEvents()
    shell.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
