"""Twins the tests share: a camera that follows a script, a model without torch, a listener that remembers."""

import hashlib
from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime

import numpy as np

from vision.cameras import (
    CameraInfo,
    CameraLost,
    CameraNotFound,
    Capabilities,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    StreamStatistics,
)
from vision.inspection import Clock, Frame, Prediction
from vision.recipe import CameraSettings, ModelReference, Recipe, TriggerMode, View
from vision.station import Alarm, Inspected, StateReport

FRAME, LATE, TIMEOUT, FAILED, LOST, DOUBLE = "frame", "late", "timeout", "failed", "lost", "double"


class ScriptedCamera:
    """A camera that answers each trigger by the next word of its script; after the script every trigger works.

    `frame`, `late` (comes only after the time-out), `timeout`, `failed`, `lost` (gone for `away` openings), `double`.
    """

    def __init__(self, script: Iterable[str], clock: Clock, *, away: int = 2, shade: int = 100) -> None:
        self.info = CameraInfo(spec="scripted:", name="Scripted camera")
        self.capabilities = Capabilities(trigger_modes=frozenset(TriggerMode), counts_drops=True)
        self.triggers = 0
        self.opened = 0
        self.starts = 0
        self.dropped = 0
        self.shades: dict[int, int] = {}
        self._script = deque(script)
        self._clock = clock
        self._away = away
        self._missing = 0
        self._shade = shade
        self._frame_id = 0
        self._waiting: deque[Frame | str] = deque()
        self._late: deque[Frame] = deque()

    def open(self) -> None:
        self.opened += 1
        if self._missing > 0:
            self._missing -= 1
            raise CameraNotFound("The scripted camera does not answer.")

    def close(self) -> None:
        self._waiting.clear()

    def configure(self, settings: CameraSettings) -> CameraSettings:
        return settings

    def start(self, strategy: GrabStrategy) -> None:
        self.starts += 1
        self._waiting.clear()
        self._late.clear()

    def stop(self) -> None:
        self._waiting.clear()

    def arrive(self, *words: str) -> None:
        """The line brings parts: each word is played as if a sensor had triggered."""
        for word in words:
            self._play(word)

    def trigger(self) -> None:
        self.triggers += 1
        self._waiting.extend(self._late)
        self._late.clear()
        self._play(self._script.popleft() if self._script else FRAME)

    def _play(self, word: str) -> None:
        if word == LOST:
            self._missing = self._away
            raise CameraLost("The scripted camera is gone.")
        if word == LATE:
            self._late.append(self._frame())
        elif word == FAILED:
            self._waiting.append(FAILED)
        elif word in (FRAME, DOUBLE):
            self._waiting.extend(self._frame() for _ in range(1 + (word == DOUBLE)))

    def _frame(self) -> Frame:
        self._frame_id += 1
        shade = self.shades.get(self._frame_id, self._shade)
        pixels = np.full((48, 64), shade, np.uint8)
        return Frame(pixels=pixels, frame_id=self._frame_id, camera=self.info.name, arrived_s=self._clock.monotonic_s())

    def grab(self, timeout_s: float) -> Frame:
        if not self._waiting:
            raise FrameTimeout("No frame came.")
        found = self._waiting.popleft()
        if isinstance(found, str):
            raise FrameFailed("The frame is incomplete.")
        return found

    def statistics(self) -> StreamStatistics:
        return StreamStatistics(dropped=self.dropped)

    def frames_left(self) -> int | None:
        return None


class ShadePredictor:
    """A model without torch: the score is how far a frame's brightest place lies above mid grey, 0 to 1.

    `delay_s` makes it slow by the clock it is given.
    """

    def __init__(self, *, advance: "Clock | None" = None, delay_s: float = 0.0, error: Exception | None = None) -> None:
        self.model_hash = hashlib.sha256(b"shade").hexdigest()
        self.error = error
        self._advance = advance
        self._delay_s = delay_s

    def predict(self, frame: Frame) -> Prediction:
        if self.error is not None:
            raise self.error
        if self._advance is not None:
            self._advance.advance(self._delay_s)  # type: ignore[attr-defined]
        shades = frame.pixels.astype(np.float32).reshape(frame.height, frame.width, -1).mean(axis=2)
        anomaly_map = np.clip((shades - 100.0) / 100.0, 0, None).astype(np.float32)
        return Prediction(score=float(anomaly_map.max()), anomaly_map=anomaly_map)


class Memory:
    """A listener that remembers everything in order."""

    def __init__(self) -> None:
        self.states: list[StateReport] = []
        self.inspected: list[Inspected] = []
        self.alarms: list[Alarm] = []

    def on_state(self, report: StateReport) -> None:
        self.states.append(report)

    def on_inspected(self, inspected: Inspected) -> None:
        self.inspected.append(inspected)

    def on_alarm(self, alarm: Alarm) -> None:
        self.alarms.append(alarm)


def shade_recipe(name: str = "Plate", **changes: object) -> Recipe:
    """A one-view recipe for `ShadePredictor`: T1 0.3, T2 0.6, frames of 64 x 48."""
    view = View(
        name="top",
        image_width=64,
        image_height=48,
        model=ModelReference(kind="shade", file="shade.safetensors", hash="0" * 64),
        t1=0.3,
        t2=0.6,
    )
    recipe = Recipe(name=name, version=1, created=datetime(2026, 1, 1, tzinfo=UTC), views=(view,))
    return recipe.model_copy(update=changes)
