"""`loupe run`: the station without a window. SIGINT and SIGTERM end it after the part at hand, with the summary."""

from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import asdict

from app.cli.output import Output
from app.cli.stopping import Stopper
from app.cli.verb import Call, Verb, at_least, words
from app.compose import RunChoice, is_protected, open_station, retention_rules, station_for
from vision.cameras import CameraTrouble, make_camera
from vision.cameras.spec import parse_spec
from vision.recipe import TriggerMode
from vision.station import Alarm, FinishReason, Inspected, RunSummary, StateReport
from vision.station.housekeeping import Housekeeping


def trigger(text: str) -> tuple[TriggerMode, float | None]:
    """Parse `software`, `line`, `free` or `interval=MS`."""
    name, _, value = text.partition("=")
    try:
        mode = TriggerMode(name)
        interval_ms = float(value) if mode is TriggerMode.INTERVAL else None
        if (mode is not TriggerMode.INTERVAL and value) or (interval_ms is not None and not 0 < interval_ms < 1e9):
            raise ValueError(text)
    except ValueError as error:
        raise ArgumentTypeError(f"'{text}' is none of software, line, free, interval=MS") from error
    return mode, interval_ms


def camera_spec(text: str) -> str:
    """A camera spec that can be read; what is behind it is asked for later."""
    try:
        if parse_spec(text).kind == "virtual":
            make_camera(text)  # its options are read by the line itself, which costs nothing
    except CameraTrouble as trouble:
        raise ArgumentTypeError(str(trouble)) from trouble
    return text


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--recipe", required=True, type=words, metavar="NAME")
    parser.add_argument(
        "--camera",
        required=True,
        action="append",
        type=camera_spec,
        metavar="SPEC",
        help="virtual[:seed=N], pylon:SERIAL[?images=DIR], gentl:CTI_FILE#N, usb:N, folder:DIR; "
        "once for each camera of the recipe, in its order",
    )
    parser.add_argument("--trigger", type=trigger, default=(TriggerMode.SOFTWARE, None), metavar="MODE",
                        help="software (default), line, free or interval=MS")  # fmt: skip
    parser.add_argument("--parts", type=at_least(1), metavar="N", help="stop after N parts")
    parser.add_argument("--lot", type=words, metavar="NAME", help="lot that the parts belong to")


class Reporter:
    """Tells the person what the station does; each published part on a line."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def on_state(self, report: StateReport) -> None:
        words = " ".join(word for word in (report.what, report.meaning, report.remedy) if word)
        self._output.say(f"{report.state.value.replace('_', ' ')}{': ' if words else ''}{words}")

    def on_inspected(self, inspected: Inspected) -> None:
        record = inspected.record
        if not self._output.as_json:
            score = "-" if record.score is None else f"{record.score:.3f}"
            self._output.say(f"{record.sequence:>7}  {record.verdict:<13} {score:>8}  {record.reason}")

    def on_alarm(self, alarm: Alarm) -> None:
        self._output.say(f"Alarm: {alarm.what} {alarm.meaning} {alarm.remedy}")


def _run(call: Call) -> int:
    arguments = call.arguments
    mode, interval_ms = arguments.trigger
    choice = RunChoice(
        recipe=arguments.recipe,
        cameras=tuple(arguments.camera),
        trigger_mode=mode,
        interval_ms=interval_ms,
        lot=arguments.lot,
    )
    with Stopper(Reporter(call.output)) as stopper, open_station(call.home) as premises:
        rules = retention_rules(premises.settings)
        with Housekeeping(premises.store, lambda: rules, is_protected):
            summary = stopper.run(station_for(premises, choice, stopper), arguments.parts)
    call.output.emit(summary_values(summary), _words(summary))
    return int(summary.finish in (FinishReason.FAULT, FinishReason.RECORD_FAILED))


def summary_values(summary: RunSummary) -> dict[str, object]:
    """The closing JSON object of a run."""
    return asdict(summary) | {"finish": summary.finish.value}


def _words(summary: RunSummary) -> str:
    def ms(value: float | None) -> str:
        return "-" if value is None else f"{value:.1f} ms"

    return (
        f"{summary.triggers} triggers, {summary.records} records: {summary.ok} OK, {summary.ng} NG, "
        f"{summary.review} REVIEW, {summary.not_inspected} NOT INSPECTED; "
        f"latency p50 {ms(summary.latency_ms_p50)}, p99 {ms(summary.latency_ms_p99)}"
    )


VERB = Verb(name="run", help="Run the station without a window.", run=_run, add_arguments=_add_arguments)
