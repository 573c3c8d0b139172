"""A station in a process of its own, for tests that kill it: pylon's emulator as the camera, a real store, no torch.

`python -m tests.system.line_child HOME IMAGES TRIGGERS`: each software trigger appends a line to TRIGGERS before it is
sent; each published record prints its inspection id. Runs until it is killed.
"""

import os
import sys
from pathlib import Path
from typing import Any

from tests.twins import ShadePredictor, shade_recipe
from vision.cameras import make_camera
from vision.station import Alarm, Inspected, StateReport, Station, StationPlan
from vision.station.recorder import Origin
from vision.storage import Home, Store


class CountingCamera:
    """The real adapter, with each trigger noted in a file that survives the process."""

    def __init__(self, spec: str, notes: Path) -> None:
        self._camera = make_camera(spec)
        self._notes = os.open(notes, os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._camera, name)

    def trigger(self) -> None:
        os.write(self._notes, b"t\n")
        self._camera.trigger()


class Printer:
    """Acknowledges on standard output, as a PLC would be told."""

    def on_state(self, report: StateReport) -> None:
        print("state", report.state.value, report.what, flush=True)

    def on_alarm(self, alarm: Alarm) -> None:
        print("alarm", alarm.kind.value, flush=True)

    def on_inspected(self, inspected: Inspected) -> None:
        print("ack", inspected.record.inspection_id, flush=True)


def main(home: str, images: str, notes: str) -> None:
    with Store(Home(Path(home))) as store:
        store.recover()
        view = shade_recipe().views[0].model_copy(update={"any_size": True})
        plan = StationPlan(
            recipe=shade_recipe(views=(view,)),
            predictors={"top": ShadePredictor()},
            cameras={"camera-1": CountingCamera(f"pylon:0815-0000?images={images}", Path(notes))},
            store=store,
            origin=Origin(station="Station 1"),
        )
        station = Station(plan, Printer())
        station.prepare()
        station.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
