"""The demo: teach a rendered flange, run the virtual line, and say what came of it.

The same line with and without a screen. Its truth is known, so the report can say which defects were found; the model
never sees it.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from app.compose import Premises, RunChoice
from app.report import PartEntry, RunReport, part_picture
from vision.cameras import Camera
from vision.cameras.virtual import VirtualCamera
from vision.inspection import Frame, Thresholds, Verdict
from vision.recipe import CameraSettings, TriggerMode
from vision.station import Alarm, Inspected, RunSummary, StateReport
from vision.synth.dataset import good_frames
from vision.teaching import Taught, TeachProgress, TeachRequest, teach
from vision.teaching.bounds import rate_in_words

RECIPE = "Demo flange"
LOT = "Demo lot"
GOOD_PARTS = 48
TEACHING_SEED = 11
LINE_SEED = 7
PARTS = 40
PARTS_PER_MINUTE = 40.0


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window could be seen here."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def demo_home(chosen: Path | None) -> Path:
    """The home asked for, or one of the demo's own, so that it never mixes with a station's records."""
    told = chosen or os.environ.get("LOUPE_HOME")
    return Path(told) if told else platformdirs.user_data_path("Loupe demo", appauthor=False)


def demo_choice(seed: int = LINE_SEED) -> RunChoice:
    """The demo's line, as fast as the station judges."""
    return RunChoice(recipe=RECIPE, cameras=(f"virtual:seed={seed}",), lot=LOT, trigger_mode=TriggerMode.SOFTWARE)


def demo_pace() -> CameraSettings:
    """The pace of the demo with a window: a part every one and a half seconds, so that eyes can follow."""
    return CameraSettings(trigger_mode=TriggerMode.INTERVAL, interval_ms=60_000 / PARTS_PER_MINUTE)


def teach_demo(premises: Premises, progress: Callable[[TeachProgress], None]) -> Taught | None:
    """Teach the demo's recipe from rendered good parts; None when this home has it already."""
    if premises.recipes.versions(RECIPE):
        return None
    frames = [Frame(pixels=pixels, camera="Virtual line") for pixels in good_frames(TEACHING_SEED, GOOD_PARTS)]
    request = TeachRequest(recipes=premises.recipes, recipe=RECIPE, images=frames, created_by="Loupe", note="Demo")
    return teach(request, progress=progress, cancelled=lambda: False)


@dataclass(frozen=True, kw_only=True)
class Truths:
    """How the verdicts of the run stand to what is known of its parts."""

    escapes: int
    defects: int
    overkills: int
    good: int

    def sentences(self) -> tuple[str, ...]:
        """For the report, with what the counts support."""
        return (
            f"Escapes, defective parts judged OK: {rate_in_words(self.escapes, self.defects)} (95 %).",
            f"Overkill, good parts judged NG: {rate_in_words(self.overkills, self.good)} (95 %).",
        )


class Gallery:
    """A listener that keeps what the report and the screenshot need of each part."""

    LIVE = 8
    """So many of the last parts are kept whole, for the Live screen."""

    def __init__(self, on_part: Callable[[Inspected], None]) -> None:
        self._cameras: Mapping[str, Camera] = {}
        self._on_part = on_part
        self.entries: list[PartEntry] = []
        self.states: list[StateReport] = []
        self.alarms: list[Alarm] = []
        self.last: list[Inspected] = []

    def watch(self, cameras: Mapping[str, Camera]) -> None:
        """The cameras of the run, to ask the virtual line for the truth."""
        self._cameras = cameras

    def on_state(self, report: StateReport) -> None:
        self.states.append(report)

    def on_alarm(self, alarm: Alarm) -> None:
        self.alarms.append(alarm)

    def on_inspected(self, inspected: Inspected) -> None:
        lines = {
            view.view: Thresholds(t1=view.t1, t2=view.t2)
            for view in inspected.record.views
            if view.t1 is not None and view.t2 is not None
        }
        picture = part_picture(inspected, lines)
        self.entries.append(PartEntry(record=inspected.record, picture=picture, truth=self._truth(inspected)))
        self.last = [*self.last, inspected][-self.LIVE :]
        self._on_part(inspected)

    def _truth(self, inspected: Inspected) -> str:
        """What the virtual line knows of the part; empty for a camera that knows nothing."""
        frame = next(iter(inspected.frames.values()), None)
        camera = next(iter(self._cameras.values()), None)
        if frame is None or not isinstance(camera, VirtualCamera):
            return ""
        truth = camera.truth(frame.frame_id)
        return "good" if truth.is_good else ", ".join(kind.value.replace("_", " ") for kind in truth.defect_kinds)

    def truths(self) -> Truths:
        """Escapes and overkill of the run."""
        good = [entry for entry in self.entries if entry.truth == "good"]
        bad = [entry for entry in self.entries if entry.truth not in ("", "good")]
        return Truths(
            escapes=sum(entry.record.verdict is Verdict.OK for entry in bad),
            defects=len(bad),
            overkills=sum(entry.record.verdict is Verdict.NG for entry in good),
            good=len(good),
        )


def demo_report(
    gallery: Gallery, summary: RunSummary, recipe: str, taught: Taught | None, screenshot: Path | None
) -> RunReport:
    """What the report says about a run of the demo."""
    remarks = gallery.truths().sentences() + ((taught.statement,) if taught else ())
    return RunReport(
        title="Loupe demo: a virtual line, inspected",
        made=datetime.now(UTC).astimezone(),
        recipe=recipe,
        camera="Virtual line",
        summary=summary,
        parts=tuple(gallery.entries),
        remarks=remarks,
        screenshot=screenshot,
    )
