"""Inspections for the tests of storage: intents, frames and records without a camera or a model."""

from dataclasses import replace
from typing import Any

import numpy as np

from vision.inspection import Frame, InspectionRecord, ManualClock, Part, Verdict, ViewRecord, new_inspection_id
from vision.storage import Intent, Store


def frame(shade: int = 7, *, size: int = 16) -> Frame:
    pixels = np.full((size, size), shade % 256, np.uint8)
    pixels[0, 0] = 255 - shade % 256
    return Frame(pixels=pixels)


class Line:
    """Sends parts through a store, one second each."""

    def __init__(self, store: Store, clock: ManualClock) -> None:
        self.store = store
        self.clock = clock

    def intent(self, **changes: Any) -> Intent:
        self.clock.advance(1)
        plain = Intent(
            inspection_id=new_inspection_id(),
            time=self.clock.wall(),
            monotonic_s=self.clock.monotonic_s(),
            part=Part(serial="P-1", lot="L7"),
            operator="Ada",
            station="Station 3",
            recipe="flange",
            recipe_version=2,
            recipe_hash="r" * 64,
            source="virtual:seed=1",
        )
        return replace(plain, **changes)

    def record(self, intent: Intent, sequence: int, verdict: Verdict = Verdict.OK, **changes: Any) -> InspectionRecord:
        facts = {name: getattr(intent, name) for name in Intent.__dataclass_fields__}
        plain: dict[str, Any] = {
            "verdict": verdict,
            "score": 1.25,
            "reason": "Score below T1",
            "views": (),
            "latency_ms": float(sequence),
            "recorded_ms": 12.5,
        }
        return InspectionRecord(sequence=sequence, **(facts | plain | changes))

    def inspect(
        self, verdict: Verdict = Verdict.OK, views: tuple[str, ...] = ("top",), **changes: Any
    ) -> InspectionRecord:
        """One whole part; `changes` are those of its intent."""
        intent = self.intent(**changes)
        sequence = self.store.begin(intent)
        seen = tuple(self.see(intent, sequence, view, verdict) for view in views)
        return self.store.complete(self.record(intent, sequence, verdict, views=seen))

    def see(self, intent: Intent, sequence: int, view: str, verdict: Verdict = Verdict.OK) -> ViewRecord:
        stored = self.store.save_frame(intent.inspection_id, sequence, view, frame(sequence), intent.part.lot)
        return ViewRecord(
            view=view,
            verdict=verdict,
            score=1.25,
            t1=1.0,
            t2=2.0,
            model_hash="m" * 64,
            image=stored.path,
            image_hash=stored.sha256,
            map_summary={"regions": [], "peak": 1.5, "mean": 0.5, "p99": 1.4},
            reason="Score below T1",
        )
