"""`loupe demo`: the app on a virtual line; without a screen the same line with a report."""

import os
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.stopping import Stopper
from app.cli.verb import Call, Verb, at_least
from app.cli.verb_run import summary_values
from app.compose import Premises, open_station, station_for
from vision.station import FinishReason, Inspected, RunSummary

if TYPE_CHECKING:
    from app.demo import Gallery


def _add_arguments(parser: ArgumentParser) -> None:
    from app.demo import LINE_SEED, PARTS

    parser.add_argument("--headless", action="store_true", help="no window: run the line, write a report")
    parser.add_argument("--parts", type=at_least(20), default=PARTS, metavar="N", help=f"parts to inspect ({PARTS})")
    parser.add_argument("--seed", type=at_least(0), default=LINE_SEED, metavar="N", help="another seed, other parts")


def _run(call: Call) -> int:
    from app.demo import demo_home, has_screen

    if has_screen() and not call.arguments.headless and not call.output.as_json:
        from app.desktop import open_demo

        return open_demo(demo_home(call.home), call.arguments.seed)
    return _headless(call, demo_home(call.home))


def _headless(call: Call, home: Path) -> int:
    from app.demo import Gallery, demo_choice, demo_report, teach_demo
    from app.report import write_report

    gallery = Gallery(lambda inspected: _tell(call, inspected))
    with Stopper(gallery) as stopper, open_station(home) as premises:
        call.output.say(f"The demo's data is in {premises.home.root}.")
        taught = teach_demo(premises, lambda progress: _show(call, progress.stage.value, progress.fraction))
        station = station_for(premises, demo_choice(call.arguments.seed), stopper)
        gallery.watch(station.plan.cameras)
        summary = stopper.run(station, call.arguments.parts)
        folder = _report_folder(premises)
        screenshot = _screenshot(premises, gallery, folder)
        recipe = f"{station.plan.recipe.name} v{station.plan.recipe.version}"
        report = write_report(demo_report(gallery, summary, recipe, taught, screenshot), folder)
    values = summary_values(summary) | {"report": str(report), "screenshot": str(screenshot)}
    call.output.emit(values, _words(summary, report, screenshot))
    return int(summary.finish in (FinishReason.FAULT, FinishReason.RECORD_FAILED))


def _report_folder(premises: Premises) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    folder = premises.home.exports / f"demo-{stamp}"
    number = 2
    while folder.exists():
        folder = premises.home.exports / f"demo-{stamp}-{number}"
        number += 1
    folder.mkdir(parents=True)
    return folder


def _screenshot(premises: Premises, gallery: "Gallery", folder: Path) -> Path:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # a screen that is there shows nothing of a run without one
    from app.desktop import grab_live

    path = folder / "live.png"
    grab_live(premises, gallery, path)
    return path


def _show(call: Call, stage: str, fraction: float) -> None:
    if fraction in (0.0, 1.0) or int(fraction * 1000) % 100 == 0:
        call.output.say(f"teaching, {stage}: {fraction:.0%}")


def _tell(call: Call, inspected: Inspected) -> None:
    record = inspected.record
    score = "-" if record.score is None else f"{record.score:.3f}"
    call.output.say(f"{record.sequence:>7}  {record.verdict:<13} {score:>8}  {record.reason}")


def _words(summary: RunSummary, report: Path, screenshot: Path) -> str:
    return (
        f"{summary.records} records of {summary.triggers} triggers: {summary.ok} OK, {summary.ng} NG, "
        f"{summary.review} REVIEW, {summary.not_inspected} NOT INSPECTED\n"
        f"Report:     {report}\nScreenshot: {screenshot}"
    )


VERB = Verb(name="demo", help="Show Loupe on a virtual line.", run=_run, add_arguments=_add_arguments)
