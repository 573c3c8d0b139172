"""The Cameras screen: search, look, set, use; never a preview while the station holds the camera."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import Mock, create_autospec

import numpy as np
import pytest

from app.cameras import presenter as module
from app.cameras.presenter import CameraPlace, CameraPorts, CamerasPresenter, CamerasView, PlaceRow
from app.cameras.preview import Quality, Sight
from app.cameras.triggers import station_modes
from app.settings import StationCamera
from vision.cameras import (
    CameraInfo,
    CameraLost,
    CameraNotFound,
    CameraTrouble,
    Capabilities,
    SettingRefused,
)
from vision.inspection import Frame, Trouble
from vision.recipe import CameraSettings, TriggerMode

CAN = Capabilities(trigger_modes=frozenset({TriggerMode.SOFTWARE}))


@dataclass(frozen=True, kw_only=True)
class _Found:
    cameras: tuple[CameraInfo, ...] = ()
    troubles: tuple[Trouble, ...] = ()


class _FakePreview:
    """Stands for `Preview`: the test says what it sees."""

    made: list["_FakePreview"] = []

    def __init__(self, spec: str, make: Callable[[str], Any], settings: CameraSettings, after: Any = None) -> None:
        self.spec, self.make, self.settings, self.after = spec, make, settings, after
        self.wishes: list[CameraSettings] = []
        self.stopped = False
        self.next: Sight | None = None
        self.ended = Mock()
        _FakePreview.made.append(self)

    def run(self) -> None: ...

    def stop(self) -> None:
        self.stopped = True

    def configure(self, settings: CameraSettings) -> None:
        self.wishes.append(settings)

    def take(self) -> Sight | None:
        sight, self.next = self.next, None
        return sight


@dataclass
class _World:
    places: dict[str, StationCamera | None] = field(
        default_factory=lambda: {"camera-1": StationCamera(spec="virtual")},
    )
    used: list[tuple[str, CameraSettings]] = field(default_factory=list)
    busy: bool = False
    may: bool = True

    def __post_init__(self) -> None:
        self.background = Mock()
        self.view: Mock = create_autospec(CamerasView, instance=True)
        ports = CameraPorts(
            discover=_Found,
            make_camera=self._make,
            background=self.background,
            places=lambda: tuple(CameraPlace(name=name, device=device) for name, device in self.places.items()),
            use_device=self._use,
            may_change=lambda: self.may,
            station_busy=lambda: self.busy,
        )
        self.presenter = CamerasPresenter(self.view, ports)

    def _use(self, place: str, device: StationCamera) -> None:
        self.places[place] = device
        self.used.append((device.spec, device.settings))

    def _make(self, spec: str) -> Any:
        if spec.startswith("nonsense"):
            raise CameraTrouble(f'"{spec}" is no camera.', "", "Write it like folder:DIR.")
        return Mock(info=CameraInfo(spec=spec, name=spec.title(), connection=""))

    def answer(self, which: int, outcome: Any) -> None:
        """Let the background's call number `which` come back."""
        _, returned, errored = self.background.call_args_list[which].args
        (errored if isinstance(outcome, Exception) else returned)(outcome)

    @property
    def preview(self) -> _FakePreview:
        return _FakePreview.made[-1]

    def see(self, **sight: Any) -> None:
        self.preview.next = Sight(**sight)
        self.presenter.tick()


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> _World:
    _FakePreview.made.clear()
    monkeypatch.setattr(module, "preview_of", _FakePreview)
    return _World()


def _quality(focus: float, clipped: float = 0.0) -> Quality:
    return Quality(levels=np.zeros(256, np.int64), focus=focus, clipped_share=clipped)


def test_the_station_camera_is_looked_through_and_the_search_runs_beside_it(world: _World) -> None:
    world.presenter.shown()
    assert world.background.call_count == 2
    world.view.show_searching.assert_called_with(True)
    failed = CameraTrouble("USB cameras cannot be searched.")
    world.answer(1, _Found(cameras=(CameraInfo(spec="pylon:1", name="Basler", connection="GigE"),), troubles=(failed,)))
    rows = {row.spec: row for row in world.view.show_cameras.call_args.args[0]}
    assert set(rows) == {"pylon:1", "virtual"}
    assert rows["virtual"].chosen
    assert rows["virtual"].in_use
    world.view.show_search_troubles.assert_called_with((failed,))
    world.presenter.search()
    world.presenter.search()
    assert world.background.call_count == 3


def test_choosing_another_camera_waits_for_the_first_to_be_free(world: _World) -> None:
    world.presenter.shown()
    first = world.preview
    world.presenter.choose("folder:/parts")
    assert first.stopped
    assert world.preview.after is first
    assert world.preview.settings == CameraSettings()


def test_no_preview_while_the_station_inspects(world: _World) -> None:
    world.busy = True
    world.presenter.shown()
    assert not _FakePreview.made
    world.view.show_no_sight.assert_called_with(None, True)
    world.view.allow_use.assert_called_with(False, role_missing=False)
    world.busy = False
    world.presenter.station_changed()
    assert len(_FakePreview.made) == 1
    world.busy = True
    world.presenter.station_changed()
    assert world.preview.stopped
    world.presenter.use()
    assert not world.used


def test_release_lets_go_before_the_station_takes_the_camera(world: _World) -> None:
    world.presenter.shown()
    world.preview.ended.wait.return_value = True
    assert world.presenter.release(1.0)
    assert world.preview.stopped
    world.preview.ended.wait.assert_called_once_with(1.0)


def test_what_the_camera_took_becomes_the_setting_and_use_keeps_it(world: _World) -> None:
    world.presenter.shown()
    world.presenter.change(CameraSettings(exposure_time_us=123))
    assert world.preview.wishes == [CameraSettings(exposure_time_us=123)]
    world.see(capabilities=CAN, taken=CameraSettings(exposure_time_us=120))
    world.view.show_controls.assert_called_with(CAN, CameraSettings(exposure_time_us=120))
    world.presenter.use()
    assert world.used == [("virtual", CameraSettings(exposure_time_us=120))]
    world.view.show_used.assert_called_once_with("Virtual", "")


def test_a_refused_setting_is_told_once_and_the_controls_go_back(world: _World) -> None:
    world.presenter.shown()
    taken = CameraSettings(exposure_time_us=120)
    world.see(capabilities=CAN, taken=taken)
    refusal = SettingRefused("ExposureTime takes 10 to 1000 us.")
    world.view.show_refusal.reset_mock()
    world.see(capabilities=CAN, taken=taken, refusal=refusal)
    world.see(capabilities=CAN, taken=taken, refusal=refusal)
    world.view.show_refusal.assert_called_once_with(refusal)
    world.view.show_controls.assert_called_with(CAN, taken)


def test_focus_is_shown_against_the_best_so_far(world: _World) -> None:
    world.presenter.shown()
    frame = Frame(pixels=np.zeros((2, 2), np.uint8))
    for focus in (50.0, 200.0, 100.0):
        world.see(frame=frame, quality=_quality(focus, clipped=0.2))
    shown = world.view.show_focus.call_args.args[0]
    assert (shown.share, shown.best) == (0.5, 200.0)
    world.view.show_clipped.assert_called_with(0.2, True)
    world.presenter.reset_focus()
    world.see(frame=frame, quality=_quality(100.0))
    assert world.view.show_focus.call_args.args[0].share == 1.0


def test_a_lost_camera_is_told_in_place_of_the_picture(world: _World) -> None:
    world.presenter.shown()
    lost = CameraLost("Camera 1 stopped answering.")
    world.answer(0, lost)
    world.view.show_no_sight.assert_called_with(lost, False)


def test_a_late_failure_of_an_earlier_preview_is_not_told(world: _World) -> None:
    world.presenter.shown()
    world.presenter.choose("folder:/parts")
    world.view.show_no_sight.reset_mock()
    world.answer(0, CameraNotFound("No camera answers."))
    world.view.show_no_sight.assert_not_called()


def test_a_spec_that_cannot_be_understood_is_told(world: _World) -> None:
    world.presenter.shown()
    world.presenter.add("nonsense:1")
    assert "is no camera" in str(world.view.show_refusal.call_args.args[0])
    world.presenter.add("folder:/parts")
    assert any(row.spec == "folder:/parts" and row.chosen for row in world.view.show_cameras.call_args.args[0])


def test_a_role_that_may_not_change_cameras_uses_none(world: _World) -> None:
    world.may = False
    world.presenter.shown()
    world.view.allow_use.assert_called_with(False, role_missing=True)
    world.presenter.use()
    assert not world.used


def test_leaving_the_screen_frees_the_camera(world: _World) -> None:
    world.presenter.shown()
    world.presenter.hidden()
    assert world.preview.stopped
    world.presenter.station_changed()
    assert len(_FakePreview.made) == 1


def test_a_camera_without_the_set_trigger_runs_freely(world: _World) -> None:
    world.presenter.shown()
    only_free = Capabilities(trigger_modes=frozenset({TriggerMode.FREE}))
    world.see(capabilities=only_free, taken=CameraSettings(trigger_mode=TriggerMode.SOFTWARE))
    world.presenter.use()
    assert world.used[-1][1].trigger_mode is TriggerMode.FREE


def test_after_a_refusal_the_refused_value_is_not_used(world: _World) -> None:
    world.presenter.shown()
    taken = CameraSettings(exposure_time_us=120)
    world.see(capabilities=CAN, taken=taken)
    world.presenter.change(CameraSettings(exposure_time_us=5000))
    world.see(capabilities=CAN, taken=taken, refusal=SettingRefused("ExposureTime takes 10 to 1000 us."))
    world.presenter.use()
    assert world.used[-1][1] == taken


def test_the_interval_needs_a_camera_that_can_be_asked() -> None:
    assert TriggerMode.INTERVAL in station_modes(frozenset({TriggerMode.FREE}))
    assert TriggerMode.INTERVAL not in station_modes(frozenset({TriggerMode.LINE}))


def test_each_camera_of_a_recipe_gets_a_device_of_its_own(world: _World) -> None:
    side = CameraSettings(gain_db=2.0)
    world.places |= {"side": StationCamera(spec="folder:/side", settings=side), "back": None}
    world.presenter.shown()
    rows = {row.spec: row for row in world.view.show_cameras.call_args.args[0]}
    assert {spec: row.used_as for spec, row in rows.items()} == {"virtual": "camera-1", "folder:/side": "side"}
    world.presenter.choose_place("side")
    assert (world.preview.spec, world.preview.settings) == ("folder:/side", side)
    world.presenter.choose_place("back")
    assert world.preview.spec == "folder:/side", "a camera without a device leaves the picture as it is"
    world.presenter.choose("virtual")
    world.presenter.use()
    assert world.places["back"] == StationCamera(spec="virtual")
    assert world.places["camera-1"] == StationCamera(spec="virtual")
    world.view.show_used.assert_called_once_with("Virtual", "back")
    shown, chosen = world.view.show_places.call_args.args
    assert (shown[-1], chosen) == (PlaceRow(name="back", device="Virtual"), "back")


def test_the_devices_of_all_places_stay_on_the_list_after_a_search(world: _World) -> None:
    world.places["side"] = StationCamera(spec="pylon:7")
    world.presenter.shown()
    world.answer(1, _Found())
    assert {row.spec for row in world.view.show_cameras.call_args.args[0]} == {"virtual", "pylon:7"}
