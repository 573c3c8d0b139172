"""The line in the window: start, parts, counters, stop, closing, and a night without power."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

import app.compose
import app.session
from app.desktop.screens import LivePlace
from app.live.view import LiveScreen
from app.settings import AlarmSettings
from app.widgets.confirm_dialog import ConfirmDialog
from tests.app.desktop.conftest import CAMERA, LOT, RECIPE, OpenApp, Opened, settle
from tests.vision.storage.parts import Line
from vision.inspection import ManualClock, Verdict
from vision.recipe import RecipeLibrary
from vision.station import AlarmKind, StationState
from vision.storage import AlarmBook, Home, RecordQuery, Store


def live(opened: Opened) -> LiveScreen:
    place = opened.shell.window.open_screen("live")
    assert isinstance(place, LivePlace)
    return place.live.view


def counters(view: LiveScreen) -> dict[Verdict, int]:
    return {verdict: int(tile.number.text().replace(" ", "") or 0) for verdict, tile in view.lot.tiles.items()}


def test_parts_of_the_line_are_shown_counted_and_recorded(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    view = live(opened)
    opened.qtbot.mouseClick(view.run, Qt.MouseButton.LeftButton)
    opened.until(lambda: sum(counters(view).values()) >= 5)
    assert view.stop_button.isVisible()
    opened.qtbot.mouseClick(view.stop_button, Qt.MouseButton.LeftButton)
    opened.until(lambda: opened.state is StationState.STOPPED)
    records = opened.records()
    stored = opened.premises.store.verdict_counts(RecordQuery(lot=LOT))
    assert counters(view) == {verdict: stored.get(verdict, 0) for verdict in Verdict}
    assert sum(stored.values()) == len(records)
    assert [record.sequence for record in records] == list(range(1, len(records) + 1))
    assert {(record.recipe, record.part.lot, record.operator) for record in records} == {(RECIPE, LOT, None)}
    assert stored[Verdict.NOT_INSPECTED] == 0
    assert f"{records[-1].sequence}" in view.verdict.accessibleName()


@pytest.mark.parametrize("way", ["as opened", "from another screen", "by the rail"])
def test_f9_starts_and_shift_f9_stops_wherever_the_person_came_from(home: Path, open_app: OpenApp, way: str) -> None:
    opened = open_app(home)
    window = opened.shell.window
    window.activateWindow()
    opened.until(window.isActiveWindow)
    if way == "from another screen":
        press(opened, Qt.Key.Key_F2)
        press(opened, Qt.Key.Key_F1)
    if way == "by the rail":
        opened.qtbot.mouseClick(window.rail.entries["history"], Qt.MouseButton.LeftButton)
        opened.qtbot.mouseClick(window.rail.entries["live"], Qt.MouseButton.LeftButton)
    press(opened, Qt.Key.Key_F9)
    opened.until(lambda: opened.state is StationState.INSPECTING)
    press(opened, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    opened.until(lambda: opened.state is StationState.STOPPED)


def press(opened: Opened, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, as it comes from the keyboard: to the window, which gives it to whatever has the focus."""
    window = opened.shell.window
    window.activateWindow()
    opened.until(window.isActiveWindow)
    print(
        "PRESS",
        key,
        QApplication.focusWidget(),
        QApplication.activeWindow(),
        QApplication.activePopupWidget(),
        opened.state,
    )
    opened.qtbot.keyClick(window.windowHandle(), key, modifier)


def test_another_lot_while_inspecting_counts_from_nought_and_goes_on(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    view = live(opened)
    opened.inspect(2)
    opened.desk.station.choose(RECIPE, 1, "L-2")
    opened.until(lambda: any(record.part.lot == "L-2" for record in opened.records()))
    opened.stop()
    lots = [record.part.lot for record in opened.records()]
    assert lots == sorted(lots)
    assert sum(counters(view).values()) == lots.count("L-2")
    assert opened.desk.book.current.last_lot == "L-2"


def _answer(button_text: str, asked: list[str]) -> Callable[[], None]:
    """Press a button of the question as soon as it is there."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ConfirmDialog):
            QTimer.singleShot(10, press)
            return
        asked.append(dialog.windowTitle())
        next(b for b in dialog.findChildren(QPushButton) if b.text() == button_text).click()

    return press


def test_closing_while_inspecting_asks_and_keep_running_keeps_it_running(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    opened.inspect(1)
    asked: list[str] = []
    QTimer.singleShot(0, _answer("Keep running", asked))
    assert not opened.shell.window.close()
    assert asked == ["Stop and close Loupe?"]
    assert opened.shell.window.isVisible()
    before = len(opened.records())
    opened.until(lambda: len(opened.records()) > before)
    assert opened.state is StationState.INSPECTING


def test_stop_and_close_ends_cleanly(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    opened.inspect(1)
    asked: list[str] = []
    QTimer.singleShot(0, _answer("Stop and close", asked))
    assert opened.shell.window.close()
    assert asked
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("loupe-sta")]
    assert not [thread.name for thread in threading.enumerate() if thread.name == "loupe-record"]
    records = opened.records()
    assert Verdict.NOT_INSPECTED not in {record.verdict for record in records}
    assert opened.premises.store.recover(own=True) == []


def test_closing_a_stopped_station_asks_nobody(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    opened.inspect(1)
    opened.stop()
    assert opened.shell.window.close()


@pytest.mark.parametrize("screen", ["cameras", "teach", "history"])
def test_closing_on_a_screen_that_works_in_the_background_ends_it(home: Path, open_app: OpenApp, screen: str) -> None:
    opened = open_app(home)
    opened.shell.window.open_screen(screen)
    assert opened.shell.window.close()


def test_after_a_power_cut_it_goes_on_with_recipe_and_lot_and_nothing_is_lost(
    home: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_app(home)
    opened.inspect(3)
    opened.stop()
    done = len(opened.records())
    open_app.close()
    _cut_the_power(home)
    replayed = []
    self_test = app.compose.self_test
    monkeypatch.setattr(app.compose, "self_test", lambda *asked: replayed.append(self_test(*asked)))
    opened = open_app(home)
    assert [record.verdict for record in opened.records()[done:]] == [Verdict.NOT_INSPECTED] * 2
    states: list[StationState] = []
    opened.desk.bridge.state_changed.connect(lambda report: states.append(report.state))
    opened.shell.autostart()
    opened.until(lambda: len(opened.records()) >= done + 4)
    opened.stop()
    assert states[-4:] == [
        StationState.STARTING,
        StationState.READY,
        StationState.INSPECTING,
        StationState.STOPPED,
    ]
    assert replayed == [min(3, done)]
    assert {(record.recipe, record.part.lot) for record in opened.records()[done + 2 :]} == {(RECIPE, LOT)}
    assert [record.sequence for record in opened.records()] == list(range(1, len(opened.records()) + 1))


def _cut_the_power(home: Path) -> None:
    """Two parts were accepted by a process that never came to their records."""
    with Store(Home(home)) as store:
        line = Line(store, ManualClock())
        for _ in range(2):
            store.begin(line.intent(recipe=RECIPE, recipe_version=1))


def test_an_alarm_is_stored_shown_and_acknowledged_by_name(home: Path, open_app: OpenApp) -> None:
    settle(home, alarms=TWO_MISSED, camera=_small(CAMERA))
    opened = open_app(home)
    opened.desk.operators.add("Ada", app.session.Role.LINE_LEAD, "2468", "Ada")
    opened.desk.session.sign_in("Ada", "2468")
    opened.inspect(2)
    opened.until(lambda: "were not inspected" in opened.banner())
    opened.stop()
    book = AlarmBook(opened.premises.store.database)
    assert [alarm.kind for alarm in book.open_alarms()] == ["not_inspected_in_a_row"]
    opened.qtbot.mouseClick(_button(opened.shell.window.banner, "Acknowledge"), Qt.MouseButton.LeftButton)
    assert book.open_alarms() == []
    assert book.latest(1)[0].acknowledged_by == "Ada"
    assert "were not inspected" not in opened.banner()


def test_an_alarm_that_nobody_acknowledged_is_shown_again_after_a_restart(home: Path, open_app: OpenApp) -> None:
    settle(home, alarms=TWO_MISSED, camera=_small(CAMERA))
    opened = open_app(home)
    opened.inspect(2)
    opened.until(lambda: "were not inspected" in opened.banner())
    opened.stop()
    opened = open_app(home)
    assert "2 parts in a row were not inspected." in opened.banner()
    opened.qtbot.mouseClick(_button(opened.shell.window.banner, "Acknowledge"), Qt.MouseButton.LeftButton)
    assert AlarmBook(opened.premises.store.database).open_alarms() == []


def test_a_version_made_after_the_picture_changed_answers_that_alarm(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    library = opened.premises.recipes
    recipe, book = library.load(RECIPE, 1), AlarmBook(opened.premises.store.database)
    for number, kind in enumerate((AlarmKind.PICTURE_CHANGED, AlarmKind.NG_IN_A_ROW)):
        moment = recipe.created + timedelta(seconds=1)
        book.call(kind=kind, what=f"Alarm {number}.", meaning="", remedy="", time=moment)
    opened = open_app(home)
    library = opened.premises.recipes
    assert "Alarm 0." in opened.banner()
    newer = recipe.model_copy(update={"version": 2, "created": recipe.created + timedelta(seconds=2)})
    files = {view.model.file: library.version_folder(RECIPE, 1) / view.model.file for view in recipe.views}
    library.save(newer, files)
    opened.desk.station.choose(RECIPE, 2, LOT)
    assert "Alarm 0." not in opened.banner()
    assert "Alarm 1." in opened.banner()
    assert [alarm.kind for alarm in AlarmBook(opened.premises.store.database).open_alarms()] == ["ng_in_a_row"]


def test_how_soon_a_changed_picture_is_told_is_a_setting(home: Path, open_app: OpenApp) -> None:
    soon = AlarmSettings(ng_in_a_row=0, no_trigger_s=0, changed_picture_every=2)
    settle(home, alarms=soon, camera=f"{CAMERA},fault=lamp@0:40")
    opened = open_app(home)
    opened.desk.station.start()
    opened.until(lambda: "The picture has changed" in opened.banner())
    opened.stop()
    assert len(opened.records()) < 56  # as it comes, the setting tells it ten parts later


TWO_MISSED = AlarmSettings(ng_in_a_row=0, not_inspected_in_a_row=2, no_trigger_s=0)


def _small(spec: str) -> str:
    """The same line through a camera of the wrong size: no part can be inspected."""
    return spec.replace("width=320", "width=300")


def _button(parent: QWidget, text: str) -> QPushButton:
    return next(b for b in parent.findChildren(QPushButton) if b.text() == text and b.isVisible())


def test_settings_that_were_changed_count_from_the_next_start(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    opened.desk.book.change(opened.desk.book.current.model_copy(update={"station": "Press 7"}), "Ada")
    opened.inspect(1)
    opened.stop()
    assert {record.station for record in opened.records()} == {"Press 7"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"camera": "no camera at all"}, "no camera at all"),
        ({"camera": "folder:/nowhere/at/all"}, "/nowhere/at/all"),
    ],
)
def test_a_wrong_camera_is_told_in_words_and_the_next_start_works(
    home: Path, open_app: OpenApp, changes: dict[str, object], words: str
) -> None:
    settle(home, **changes)
    opened = open_app(home)
    opened.shell.autostart()
    opened.until(lambda: words in opened.banner())
    assert opened.state in (StationState.STOPPED, StationState.CAMERA_LOST)
    assert "Traceback" not in opened.banner()
    was_waiting = opened.state is StationState.CAMERA_LOST
    opened.desk.book.change(opened.desk.book.current.model_copy(update={"camera": CAMERA}), "Ada")
    if was_waiting:
        opened.until(lambda: opened.state is StationState.INSPECTING)
    else:
        opened.inspect(1)
    opened.until(lambda: words not in opened.banner())


def test_a_recipe_that_is_gone_is_told_in_words(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    folder = RecipeLibrary(Home(home).recipes).version_folder(RECIPE, 1)
    for file in folder.iterdir():
        file.unlink()
    opened.shell.autostart()
    opened.until(lambda: bool(opened.banner()))
    assert RECIPE in opened.banner()
    assert opened.state is StationState.STOPPED


def test_a_broken_recipe_does_not_keep_the_app_from_opening(home: Path, open_app: OpenApp) -> None:
    folder = RecipeLibrary(Home(home).recipes).version_folder(RECIPE, 1)
    for file in folder.glob("*.json"):
        file.write_text("{ nonsense")
    opened = open_app(home)
    assert "line 1" in opened.banner()
    opened.shell.autostart()
    assert "No recipe is chosen." in opened.banner()
