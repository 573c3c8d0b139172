"""The Live screen in its window: keys, dialogs, banners, names for a screen reader, screenshots."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.actions import Place, commands_of
from app.live.lot_chooser import LotChooser
from app.live.screen import Live, make_live
from app.live.state_words import STATE_ICONS, state_word
from app.live.station_causes import StationCauses
from app.live.station_control import RecipeOffer
from app.main_window import MainWindow, ShellHooks
from app.notices import Notices
from app.screens import screen_table
from app.theme import ThemeName
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.empty_state import EmptyState
from app.widgets.state_bar import BarShown
from app.workers import StationBridge
from tests.app.line import FakeStation, make_inspected, make_two_views
from tests.app.screenshots import SIZES, shoot
from vision.inspection import ManualClock, Verdict
from vision.station.events import Alarm, AlarmKind, FinishReason, StateReport, StationState

LOST = StateReport(
    state=StationState.CAMERA_LOST,
    what="Camera lost. Parts passing now are not inspected.",
    meaning="Camera 1 stopped answering at 14:32:10. Hold part 1 286 and check it by hand.",
    remedy="Check the cable and the camera's lamp. Loupe reconnects by itself.",
)


@dataclass
class Rig:
    """A window with a Live screen on a made-up line."""

    window: MainWindow
    live: Live
    station: FakeStation
    bridge: StationBridge
    notices: Notices
    clock: ManualClock
    causes: StationCauses
    hooks: ShellHooks

    def feed(self, *verdicts: Verdict) -> None:
        parts = tuple(make_inspected(1280 + n, verdict) for n, verdict in enumerate(verdicts))
        self.live.presenter.on_inspected(tuple(part.record for part in parts), parts)

    def enter(self, report: StateReport) -> None:
        self.station.state = report
        self.bridge.state_changed.emit(report)
        self.window.refresh()


MakeRig = Callable[[], Rig]


@pytest.fixture
def make_rig(qtbot: QtBot, station: FakeStation) -> MakeRig:
    def make() -> Rig:
        bridge, notices, clock = StationBridge(), Notices(), ManualClock()
        clock.advance(2 * 1290)
        live = make_live(station, bridge, notices, clock)
        causes = StationCauses(notices, station)
        bridge.state_changed.connect(causes.on_state)
        bridge.alarmed.connect(causes.on_alarm)

        def bar() -> BarShown:
            state = station.state.state
            return BarShown(
                state=state_word(state),
                state_icon=STATE_ICONS[state],
                recipe="Magnet tile 42 · v7",
                lot="L-2419",
                camera="Camera 1",
                disk="412 GB free",
                person="Sign in",
                shift="Shift B",
            )

        hooks = ShellHooks(bar=bar)
        empty = EmptyState("No records yet", "Every inspected part will be listed here.", action="Start")
        table = screen_table({"live": lambda: live.view, "history": lambda: empty})
        window = MainWindow(table, notices, hooks)
        window.open_screen("live")
        qtbot.addWidget(window)
        qtbot.addWidget(empty)
        return Rig(window, live, station, bridge, notices, clock, causes, hooks)

    return make


@pytest.fixture
def rig(make_rig: MakeRig, dark: ThemeName, qtbot: QtBot) -> Rig:
    made = make_rig()
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made.window)
    made.live.view.setFocus()
    return made


def press(rig: Rig, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget() or rig.live.view
    qtbot.keyClick(target, key, modifier)


def test_every_focusable_widget_has_a_name(make_rig: MakeRig, theme: ThemeName) -> None:
    rig = make_rig()
    rig.feed(Verdict.NG)
    for screen in ("live", "history"):
        rig.window.open_screen(screen)
        for widget in rig.window.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is rig.window:
                assert widget.accessibleName(), widget


def test_targets_at_the_line_are_large_enough_for_gloves(rig: Rig) -> None:
    view = rig.live.view
    for target in (view.stop_button, view.choose, *view.tools.buttons.values(), *rig.window.rail.entries.values()):
        assert min(target.height(), target.width()) >= 74, target.accessibleName()


def test_nothing_is_cut_off_in_the_smallest_window(rig: Rig, qtbot: QtBot) -> None:
    rig.feed(Verdict.NG)
    rig.window.resize(1280, 800)
    rig.enter(LOST)
    view = rig.live.view
    qtbot.waitUntil(rig.window.banner.isVisible)
    QApplication.processEvents()
    boxes = [
        widget.geometry() for widget in (view.verdict, view.score, view.lot, view.stop_button) if widget.isVisible()
    ]
    for upper, lower in pairwise(boxes):
        assert upper.bottom() < lower.top()


def test_every_command_of_live_has_a_key_and_a_handler() -> None:
    here = (*commands_of(Place.LIVE), *commands_of(Place.EVERYWHERE))
    keys = [shortcut for command in here for shortcut in command.shortcuts]
    assert len(keys) == len(set(keys)), "two commands on one key"
    assert all(command.shortcuts for command in commands_of(Place.LIVE))


def test_keys_switch_the_tools(rig: Rig, qtbot: QtBot) -> None:
    rig.feed(Verdict.NG)
    tools = rig.live.view.tools.buttons
    for key, name in (
        (Qt.Key.Key_M, "map"),
        (Qt.Key.Key_O, "outline"),
        (Qt.Key.Key_Z, "magnify"),
        (Qt.Key.Key_H, "hold"),
    ):
        before = tools[name].isChecked()
        press(rig, qtbot, key)
        assert tools[name].isChecked() is not before, name
    press(rig, qtbot, Qt.Key.Key_BracketLeft)
    slider = rig.live.view.tools.slider
    assert slider is not None
    assert slider.value() == 60


def test_v_shows_the_verdict_large_and_esc_goes_back(rig: Rig, qtbot: QtBot) -> None:
    rig.feed(Verdict.NG)
    press(rig, qtbot, Qt.Key.Key_V)
    assert rig.live.view.large_verdict.isVisible()
    press(rig, qtbot, Qt.Key.Key_Escape)
    assert not rig.live.view.large_verdict.isVisible()


def test_start_and_stop_by_key(rig: Rig, qtbot: QtBot) -> None:
    press(rig, qtbot, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    rig.enter(StateReport(state=StationState.READY))
    assert rig.live.view.run.isVisible()
    press(rig, qtbot, Qt.Key.Key_F9)
    assert rig.station.asked == [("stop",), ("start",)]


def test_looking_back_by_key_offers_the_way_to_live(rig: Rig, qtbot: QtBot) -> None:
    rig.feed(*[Verdict.OK] * 4)
    press(rig, qtbot, Qt.Key.Key_Left)
    assert rig.live.view.back.isVisible()
    press(rig, qtbot, Qt.Key.Key_End)
    assert not rig.live.view.back.isVisible()


def test_the_window_lists_the_keys_of_the_screen_in_front(rig: Rig) -> None:
    listed = {action.objectName() for action in rig.window.actions_here()}
    here = (*commands_of(Place.LIVE), *commands_of(Place.EVERYWHERE))
    assert {command.key for command in here} <= listed
    assert not {command.key for command in commands_of(Place.ANNOTATE)} & listed
    assert {"screen:live", "screen:history"} <= listed
    rig.window.open_screen("history")
    assert "magnify" not in {action.objectName() for action in rig.window.actions_here()}


def test_closing_during_work_asks_and_stays_when_told_to(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    answers, closed = [False, True], []
    hooks = ShellHooks(bar=rig.hooks.bar, busy=lambda: "The station is inspecting.", close=lambda: closed.append(1))
    window = MainWindow(screen_table({"history": lambda: EmptyState("a", "b")}), rig.notices, hooks)
    monkeypatch.setattr(ConfirmDialog, "ask", lambda *_args, **_words: answers.pop(0))
    assert not window.close()
    assert closed == []
    assert window.close()
    assert closed == [1]
    window.deleteLater()


def test_function_keys_open_the_screens(rig: Rig, qtbot: QtBot) -> None:
    press(rig, qtbot, Qt.Key.Key_F2)
    assert rig.window.rail.entries["history"].isChecked()
    press(rig, qtbot, Qt.Key.Key_F1)
    assert rig.window.stack.currentWidget() is rig.live.view


def test_the_recipe_dialog_takes_another_version_and_a_new_lot(rig: Rig, qtbot: QtBot) -> None:
    press(rig, qtbot, Qt.Key.Key_L)
    dialog = rig.live.view.findChild(LotChooser)
    dialog.version.setCurrentIndex(1)
    qtbot.mouseClick(dialog.new_lot, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.lot, "L-2420")
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert rig.station.asked == [("choose", "Magnet tile 42", 6, "L-2420")]


def test_a_recipe_of_which_no_version_is_known_cannot_be_taken(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    offers = (RecipeOffer(name="Lid", versions=()), RecipeOffer(name="Plate", versions=(3,)))
    monkeypatch.setattr(rig.station, "offers", lambda: offers)
    rig.live.presenter.choose_lot()
    dialog = rig.live.view.findChild(LotChooser)
    dialog.recipe.setCurrentText("Lid")
    assert not dialog.agree.isEnabled()
    assert "released again" in dialog.missing.text()
    dialog.recipe.setCurrentText("Plate")
    assert dialog.agree.isEnabled()
    assert dialog.missing.text() == ""


def test_a_lost_camera_stays_on_the_screen_until_it_is_back(rig: Rig, qtbot: QtBot) -> None:
    rig.enter(LOST)
    banner = rig.window.banner
    assert banner.isVisible()
    assert rig.window.bar.state.text() == "Camera lost"
    banner.acted.emit()
    assert rig.station.asked == [("retry",)]
    rig.enter(StateReport(state=StationState.INSPECTING))
    assert not banner.isVisible()


def test_a_record_that_could_not_be_written_is_an_alarm_and_a_stop_that_was_asked_is_not(rig: Rig) -> None:
    rig.enter(
        StateReport(
            state=StationState.STOPPED, what="The record could not be written.", finish=FinishReason.RECORD_FAILED
        )
    )
    assert rig.window.banner.isVisible()
    rig.enter(StateReport(state=StationState.STOPPED, what="Stopped.", finish=FinishReason.ASKED))
    assert not rig.window.banner.isVisible()


def test_an_alarm_waits_for_a_person_and_the_worse_shows(rig: Rig) -> None:
    alarm = Alarm(
        kind=AlarmKind.NO_TRIGGER,
        what="No part came for 60 s.",
        meaning="",
        remedy="Look at the line.",
        time=make_inspected(1).record.time,
    )
    rig.bridge.alarmed.emit(alarm)
    rig.enter(LOST)
    shown = rig.window.banner.shown
    assert shown is not None
    assert (shown.what, shown.more) == (LOST.what, 1)
    rig.enter(StateReport(state=StationState.INSPECTING))
    rig.window.banner.acted.emit()
    assert rig.station.asked[-1] == ("acknowledge", AlarmKind.NO_TRIGGER)
    assert not rig.window.banner.isVisible()


def test_the_other_views_are_small_pictures_that_can_be_chosen(rig: Rig, qtbot: QtBot) -> None:
    rig.feed(Verdict.OK)
    assert not rig.live.view.views.isVisible()
    part = make_two_views(1300, Verdict.OK, Verdict.NG)
    rig.live.presenter.on_inspected((part.record,), (part,))
    views = rig.live.view.views
    assert views.isVisible()
    assert views.accessibleDescription() == "side, NG"
    assert rig.live.view.image.accessibleName().endswith("side")
    qtbot.mouseClick(views, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert rig.live.view.image.accessibleName().endswith("top")
    assert rig.live.view.score.accessibleName().endswith("OK")
    assert rig.live.view.back.isVisible()
    qtbot.keyClick(views, Qt.Key.Key_Down)
    assert rig.live.view.image.accessibleName().endswith("side")
    qtbot.mouseClick(rig.live.view.back, Qt.MouseButton.LeftButton)
    assert not rig.live.view.back.isVisible()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_screenshots_of_two_views(make_rig: MakeRig, theme: ThemeName, size: tuple[int, int]) -> None:
    rig = make_rig()
    rig.window.resize(*size)
    rig.window.show()
    rig.feed(*[Verdict.OK] * 5)
    part = make_two_views(1300, Verdict.OK, Verdict.NG)
    rig.live.presenter.on_inspected((part.record,), (part,))
    assert shoot(rig.window, "live-two-views", theme).width() == size[0]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_screenshots_of_every_verdict(make_rig: MakeRig, theme: ThemeName, size: tuple[int, int]) -> None:
    rig = make_rig()
    rig.window.resize(*size)
    rig.window.show()
    for verdict in Verdict:
        rig.feed(*[Verdict.OK] * 5, verdict)
        if verdict is Verdict.NOT_INSPECTED:
            rig.enter(LOST)
        picture = shoot(rig.window, f"live-{verdict.value.lower()}", theme)
        assert (picture.width(), picture.height()) == size
