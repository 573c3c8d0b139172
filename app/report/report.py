"""From records and frames to one HTML file."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import cv2
import jinja2
import numpy as np
from numpy.typing import NDArray

from app.assets import asset
from app.widgets.overlay import beneath, colour_map, outlines, to_8_bits
from vision.inspection import InspectionRecord, Prediction, Thresholds, Verdict, points
from vision.station import Inspected, RunSummary

PICTURE_WIDTH = 420
_JPEG_QUALITY = 85


@dataclass(frozen=True, eq=False, kw_only=True)
class PartEntry:
    """One part in the report."""

    record: InspectionRecord
    picture: bytes | None
    """JPEG of the frame under its anomaly map; None when no frame came."""
    truth: str = ""
    """What is known about the part: "good" or the defects' names; empty when unknown."""

    @property
    def picture_uri(self) -> str:
        """The picture as a data URI."""
        return "" if self.picture is None else data_uri(self.picture, "image/jpeg")

    @property
    def thresholds(self) -> Thresholds | None:
        """T1 and T2 of the deciding view."""
        view = self.record.deciding_view
        return None if view is None else view.thresholds

    @property
    def points(self) -> int | None:
        """The score on the scale of 0 to 100."""
        if self.record.score is None or self.thresholds is None:
            return None
        return points(self.record.score, self.thresholds)


@dataclass(frozen=True, eq=False, kw_only=True)
class RunReport:
    """Everything the report says."""

    title: str
    made: datetime
    recipe: str
    camera: str
    summary: RunSummary
    parts: tuple[PartEntry, ...]
    remarks: tuple[str, ...]
    """Whole sentences: what was taught, what the figures support."""
    screenshot: Path | None = None


def part_picture(inspected: Inspected, thresholds: Mapping[str, Thresholds]) -> bytes | None:
    """A small JPEG of the first view with a frame, under its map with the outline at T1."""
    for view, frame in inspected.frames.items():
        rgb = to_8_bits(frame.pixels, frame.bit_depth)
        scale = PICTURE_WIDTH / frame.width
        size = (PICTURE_WIDTH, max(1, round(frame.height * scale)))
        shrunk = cv2.resize(beneath(rgb), size, interpolation=cv2.INTER_AREA)
        planes = cv2.cvtColor(shrunk, cv2.COLOR_GRAY2RGB) if shrunk.ndim == 2 else shrunk
        small = planes.astype(np.uint8, copy=False)
        prediction = inspected.predictions.get(view)
        if prediction is not None and view in thresholds:
            small = _blend(small, prediction, thresholds[view])
        _, data = cv2.imencode(".jpg", small[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
        return data.tobytes()
    return None


def _blend(small: NDArray[np.uint8], prediction: Prediction, thresholds: Thresholds) -> NDArray[np.uint8]:
    height, width = small.shape[:2]
    shrunk = cv2.resize(prediction.anomaly_map, (width, height), interpolation=cv2.INTER_AREA)
    argb = colour_map(shrunk.astype(np.float32, copy=False), thresholds)
    colour = np.stack([(argb >> shift) & 255 for shift in (16, 8, 0)], axis=2).astype(np.float32)
    alpha = ((argb >> 24) & 255).astype(np.float32)[:, :, None] / 255
    blended = np.ascontiguousarray((small * (1 - alpha) + colour).clip(0, 255).astype(np.uint8))
    for outline in outlines(prediction.anomaly_map, thresholds.t1):
        points = (outline.points * (width, height)).round().astype(np.int32)
        cv2.polylines(blended, [points], True, (0, 0, 0), 4, cv2.LINE_AA)
        cv2.polylines(blended, [points], True, (255, 255, 255), 2, cv2.LINE_AA)
    return blended


def data_uri(data: bytes, kind: str) -> str:
    """Bytes as a data URI."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def write_report(report: RunReport, folder: Path) -> Path:
    """Write `report.html` into `folder`; returns its path."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    template = environment.from_string(asset("report", "report.html").read_text(encoding="utf-8"))
    screenshot = report.screenshot and data_uri(report.screenshot.read_bytes(), "image/png")
    text = template.render(report=report, screenshot=screenshot, verdicts=list(Verdict))
    path = folder / "report.html"
    path.write_text(text, encoding="utf-8")
    return path
