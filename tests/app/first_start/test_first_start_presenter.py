"""The guided path: camera, teach, run; each failure is told and the step stays."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import Mock, create_autospec

import numpy as np

from app.first_start.ports import (
    ChoiceKind,
    FirstStartPorts,
    Step,
    TaughtSummary,
    TeachProgress,
    TeachRequest,
    TeachStage,
)
from app.first_start.presenter import FirstStartPresenter, FirstStartView
from vision.cameras import CameraInfo, CameraLost
from vision.inspection import Frame, Trouble

FOUND = (
    CameraInfo(spec="usb:0", name="USB camera", connection="UVC"),
    CameraInfo(spec="pylon:42", name="Basler", connection="GigE Vision"),
    CameraInfo(spec="virtual", name="Virtual line", connection="simulated"),
)
SUMMARY = TaughtSummary(recipe="Tile", version=1, parts_used=30, parts_kept_aside=10)


class _World:
    """Ports that remember, and a background whose work the test finishes by hand."""

    def __init__(self, teach: Callable[..., TaughtSummary | None] = lambda *_: SUMMARY) -> None:
        self.waiting: list[tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]] = []
        self.used: list[str] = []
        self.run: list[str] = []
        self.looks: list[Mock] = []
        self.view: Mock = create_autospec(FirstStartView, instance=True)
        self.may_teach = True
        self.ports = FirstStartPorts(
            discover=lambda: FOUND,
            look=self._look,
            use_camera=self.used.append,
            teach=teach,
            run=self.run.append,
            background=lambda work, returned, errored: self.waiting.append((work, returned, errored)),
            may_teach=lambda: self.may_teach,
        )
        self.presenter = FirstStartPresenter(self.view, self.ports)

    def _look(self, spec: str, failed: Callable[[Exception], None]) -> Mock:
        look = Mock(spec=["take", "stop"], spec_name=spec)
        look.take.return_value = None
        look.failed = failed
        self.looks.append(look)
        return look

    def finish(self) -> None:
        work, returned, errored = self.waiting.pop(0)
        try:
            outcome = work()
        except Exception as error:  # noqa: BLE001 - the background hands over whatever the work raised
            errored(error)
        else:
            returned(outcome)

    def choices(self) -> list[tuple[str, ChoiceKind, bool]]:
        return [(c.spec, c.kind, c.chosen) for c in self.view.show_choices.call_args.args[0]]


def test_the_virtual_line_is_first_and_chosen() -> None:
    world = _World()
    world.presenter.shown()
    assert world.choices() == [("virtual", ChoiceKind.VIRTUAL, True), ("", ChoiceKind.FOLDER, False)]
    world.finish()
    assert [spec for spec, _, _ in world.choices()] == ["virtual", "usb:0", "pylon:42", ""]
    assert len(world.looks) == 1


def test_a_folder_becomes_the_camera() -> None:
    world = _World()
    world.presenter.shown()
    world.presenter.choose_folder(Path("/parts"))
    assert world.choices()[-1] == (f"folder:{Path('/parts')}", ChoiceKind.FOLDER, True)
    world.looks[0].stop.assert_called_once_with()


def test_choosing_the_same_camera_again_changes_nothing() -> None:
    world = _World()
    world.presenter.shown()
    world.presenter.choose("virtual")
    assert len(world.looks) == 1
    world.looks[0].stop.assert_not_called()


def test_the_whole_path() -> None:
    asked: list[TeachRequest] = []

    def teach(request: TeachRequest, progress: Callable[[TeachProgress], None], cancelled: Callable[[], bool]) -> Any:
        asked.append(request)
        frame = Frame(pixels=np.zeros((4, 4), np.uint8))
        progress(TeachProgress(stage=TeachStage.CAPTURING, done=30, total=40, frame=frame))
        progress(TeachProgress(stage=TeachStage.LEARNING, done=1, total=10))
        return SUMMARY

    world = _World(teach)
    world.presenter.shown()
    world.finish()
    world.presenter.choose("pylon:42")
    world.presenter.use_camera()
    assert world.used == ["pylon:42"]
    assert world.presenter.step is Step.TEACH
    world.looks[-1].stop.assert_called_once_with()
    world.presenter.teach("  Tile ", parts=40)
    assert world.presenter.is_teaching
    world.presenter.teach("Tile")
    assert len(world.waiting) == 1
    world.presenter.back()
    assert world.presenter.step is Step.TEACH
    work, returned, _ = world.waiting.pop()
    summary = work()
    world.presenter.tick()
    progress = world.view.show_progress.call_args.args[0]
    assert (progress.stage, progress.done) == (TeachStage.LEARNING, 1)
    assert progress.frame is not None
    returned(summary)
    assert asked == [TeachRequest(recipe="Tile", camera="pylon:42", parts=40)]
    assert world.presenter.step is Step.RUN
    world.view.show_taught.assert_called_once_with(SUMMARY)
    world.presenter.run()
    assert world.run == ["Tile"]


def test_cancelling_keeps_the_step_and_makes_nothing() -> None:
    world = _World(lambda request, progress, cancelled: None if cancelled() else SUMMARY)
    world.presenter.shown()
    world.finish()
    world.presenter.use_camera()
    world.presenter.teach("Tile")
    world.presenter.cancel()
    world.finish()
    assert not world.presenter.is_teaching
    assert world.presenter.step is Step.TEACH
    world.presenter.run()
    assert not world.run


def test_trouble_while_teaching_is_told_and_the_step_stays() -> None:
    def teach(*_: object) -> None:
        raise Trouble("Only 3 images can be read.", "No recipe is made.", "Choose another folder.")

    world = _World(teach)
    world.presenter.shown()
    world.finish()
    world.presenter.use_camera()
    world.presenter.teach("Tile", folder=Path("/good"))
    world.finish()
    assert "Only 3 images" in str(world.view.show_trouble.call_args.args[0])
    assert world.presenter.step is Step.TEACH
    world.presenter.teach("   ")
    assert "no name" in str(world.view.show_trouble.call_args.args[0])
    assert not world.waiting


def test_a_camera_that_does_not_answer_is_told_in_its_place() -> None:
    world = _World()
    world.presenter.shown()
    world.looks[0].failed(CameraLost("Camera 1 stopped answering."))
    assert "stopped answering" in str(world.view.show_no_look.call_args.args[0])


def test_somebody_without_the_role_teaches_nothing() -> None:
    world = _World()
    world.may_teach = False
    world.presenter.shown()
    world.view.allow_teaching.assert_called_with(False)
    world.presenter.teach("Tile")
    assert len(world.waiting) == 1
