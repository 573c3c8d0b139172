"""`loupe inspect PATH... --recipe NAME`: judge image files; a line appears only after its record is durable."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from app.cli.output import Output
from app.cli.verb import Call, Verb, words
from app.compose import load_inspector, open_station
from vision.images import ImageTrouble, read_image
from vision.inspection import Frame, InspectionRecord, SystemClock, Verdict
from vision.station import Inspector, Recorder
from vision.station.recorder import Origin


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="image files")
    parser.add_argument("--recipe", required=True, type=words, metavar="NAME")
    parser.add_argument("--lot", type=words, metavar="NAME", help="lot that the parts belong to")


def _run(call: Call) -> int:
    arguments = call.arguments
    with open_station(call.home) as premises:
        inspector = load_inspector(premises.recipes, arguments.recipe)
        origin = Origin(station=premises.settings.station, lot=arguments.lot)
        recorder = Recorder(premises.store, inspector, origin)
        records = [_inspect(path, inspector, recorder, call.output) for path in arguments.paths]
    return int(any(record.verdict is Verdict.NOT_INSPECTED for record in records))


def _inspect(path: str, inspector: Inspector, recorder: Recorder, output: Output) -> InspectionRecord:
    ticket = recorder.accept(path)
    view = inspector.recipe.views[0].name
    frames, missing = {}, {}
    try:
        pixels, bit_depth = read_image(Path(path))
        frames[view] = Frame(pixels=pixels, bit_depth=bit_depth, camera="file", source=path)
    except ImageTrouble as trouble:
        missing[view] = str(trouble)
    in_memory_s = SystemClock().monotonic_s()
    record = recorder.record(ticket, inspector.inspect(frames, missing), in_memory_s=in_memory_s).record
    output.emit(_values(path, record), f"{record.verdict:<13} {_number(record.score):>8}  {path}  {record.reason}")
    return record


def _values(path: str, record: InspectionRecord) -> dict[str, Any]:
    view = record.views[0]
    return {
        "path": path,
        "inspection_id": record.inspection_id,
        "verdict": record.verdict.value,
        "score": record.score,
        "score_0_100": view.scaled_score,
        "t1": view.t1,
        "t2": view.t2,
        "latency_ms": record.latency_ms,
        "recorded_ms": record.recorded_ms,
        "reason": record.reason,
    }


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


VERB = Verb(name="inspect", help="Judge image files.", run=_run, add_arguments=_add_arguments)
