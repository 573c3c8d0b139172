"""The guided path of a fresh station, wired: cameras to look through, teaching, and the first run."""

import threading
from collections.abc import Callable
from typing import Any

from app.cameras.preview import Preview
from app.compose import Premises
from app.desktop.background import in_background
from app.desktop.capture import capture, good_parts_spec
from app.first_start.ports import (
    FirstStartPorts,
    Look,
    TaughtSummary,
    TeachProgress,
    TeachRequest,
    TeachStage,
)
from app.first_start.screen import FirstStart, make_first_start
from app.recipe.station_teacher import FIRST_CAMERA
from app.session import Permission, Session
from app.settings import SettingsBook
from app.workers import Worker
from vision.cameras import CameraInfo, discover, make_camera
from vision.images import find_images
from vision.inspection import Frame, SystemClock
from vision.recipe import CameraSettings
from vision.storage.trouble import beside_the_line
from vision.teaching import NOTHING_TAUGHT, Cancelled, teach
from vision.teaching import TeachProgress as Learning
from vision.teaching import TeachRequest as LearnRequest


class GuidedTeaching:
    """Captures or reads good parts and teaches the first recipe. Called in the background."""

    def __init__(self, premises: Premises, book: SettingsBook, who: Callable[[], str]) -> None:
        self._premises = premises
        self._book = book
        self._who = who

    def __call__(
        self, request: TeachRequest, progress: Callable[[TeachProgress], None], cancelled: Callable[[], bool]
    ) -> TaughtSummary | None:
        """The new recipe, or None when it was cancelled; then nothing is left behind."""
        images: list[Any] = (
            list(find_images(request.folder)) if request.folder else self._capture(request, progress, cancelled)
        )
        if cancelled():
            return None
        library = self._premises.recipes
        order = LearnRequest(
            recipes=library,
            recipe=request.recipe,
            images=images,
            skip_bad=True,
            created_by=self._who(),
            cameras={FIRST_CAMERA: self._book.current.camera_settings},
        )
        with beside_the_line(library.folder, NOTHING_TAUGHT):
            try:
                taught = teach(order, progress=lambda step: progress(_learning(step)), cancelled=cancelled)
            except Cancelled:
                return None
            recipe, now = taught.recipe, SystemClock().wall()
            library.release(recipe.name, recipe.version, by=self._who(), time=now, basis=taught.basis)
        return TaughtSummary(
            recipe=taught.recipe.name,
            version=taught.recipe.version,
            parts_used=taught.n_images,
            parts_kept_aside=taught.n_aside,
        )

    def _capture(
        self, request: TeachRequest, progress: Callable[[TeachProgress], None], cancelled: Callable[[], bool]
    ) -> list[Frame]:
        stop = threading.Event()

        def on_frame(frame: Frame, done: int) -> None:
            if cancelled():
                stop.set()
            progress(TeachProgress(stage=TeachStage.CAPTURING, done=done, total=request.parts, frame=frame))

        return capture(request.camera, self._book.current.camera_settings, request.parts, on_frame, stop)


def _learning(step: Learning) -> TeachProgress:
    return TeachProgress(
        stage=TeachStage.LEARNING, done=round(step.fraction * 100), total=100, seconds_left=step.seconds_left
    )


def make_guide(premises: Premises, book: SettingsBook, session: Session, run: Callable[[str], None]) -> FirstStart:
    """The guided path; `run` is called with the recipe once it is taught."""

    def use_camera(spec: str) -> None:
        session.require(Permission.CAMERAS)
        book.change(book.current.model_copy(update={"camera": spec}), session.who)

    earlier: list[Preview] = []

    def look(spec: str, failed: Callable[[Exception], None]) -> Look:
        settings = book.current.camera_settings if spec == book.current.camera else CameraSettings()
        preview = Preview(lambda: make_camera(good_parts_spec(spec)), settings, after=earlier[0] if earlier else None)
        earlier[:] = [preview]
        worker = Worker(lambda _worker: preview.run(), on_cancel=preview.stop)
        worker.errored.connect(failed)
        worker.start()
        return preview

    def found() -> tuple[CameraInfo, ...]:
        return tuple(discover().cameras)

    ports = FirstStartPorts(
        discover=found,
        look=look,
        use_camera=use_camera,
        teach=GuidedTeaching(premises, book, lambda: session.who),
        run=run,
        background=in_background,
        may_teach=lambda: session.may(Permission.TEACH),
    )
    return make_first_start(ports)
