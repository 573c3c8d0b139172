"""`loupe records [--limit N]`: the station's records, oldest first; works while the station runs."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from app.cli.verb import Call, Verb, at_least
from app.compose import home_at
from vision.inspection import InspectionRecord
from vision.storage import Store, open_reader


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--limit", type=at_least(0), metavar="N", help="only the newest N, still oldest first")


def _run(call: Call) -> int:
    home = home_at(call.home)
    if home.recipes.is_dir() and not home.database.exists():
        call.output.say("No part was inspected here yet.")
        return 0
    with open_reader(home) as store:
        for record in _chosen(store, call.arguments.limit):
            call.output.emit(record_values(record), _line(record))
    return 0


def _chosen(store: Store, limit: int | None) -> Iterator[InspectionRecord]:
    """All records, or the newest `limit` of them; oldest first either way."""
    if limit is not None:
        return iter(reversed(store.latest(limit)))
    return store.each()


def record_values(record: InspectionRecord) -> dict[str, Any]:
    """A record as scripts see it."""
    return {
        "sequence": record.sequence,
        "inspection_id": record.inspection_id,
        "verdict": record.verdict.value,
        "score": record.score,
        "score_0_100": record.deciding_view.scaled_score if record.deciding_view else None,
        "recipe": record.recipe,
        "recipe_version": record.recipe_version,
        "recipe_hash": record.recipe_hash,
        "time": record.time.isoformat(),
        "image": next((view.image for view in record.views if view.image), None),
        "serial": record.part.serial,
        "lot": record.part.lot,
        "operator": record.operator,
        "station": record.station,
        "latency_ms": record.latency_ms,
        "recorded_ms": record.recorded_ms,
        "reason": record.reason,
        "source": record.source,
        "views": [
            {
                "view": view.view,
                "verdict": view.verdict.value,
                "score": view.score,
                "score_0_100": view.scaled_score,
                "t1": view.t1,
                "t2": view.t2,
                "model_hash": view.model_hash,
                "image": view.image,
                "image_hash": view.image_hash,
                "map_summary": view.map_summary,
                "reason": view.reason,
            }
            for view in record.views
        ],
    }


def _line(record: InspectionRecord) -> str:
    score = "-" if record.score is None else f"{record.score:.3f}"
    when = record.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return f"{record.sequence:>7}  {when}  {record.verdict:<13} {score:>8}  {record.recipe} v{record.recipe_version}  {record.reason}"


VERB = Verb(name="records", help="List the station's records.", run=_run, add_arguments=_add_arguments)
