"""`loupe replay INSPECTION_ID`: the stored frame under its recipe version gives the same score again."""

from argparse import ArgumentParser

from app.cli.verb import Call, Verb
from app.compose import home_at, load_predictors, open_reader, recipes_of
from vision.inspection import Trouble
from vision.station import replay_record


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("inspection_id", metavar="INSPECTION_ID")


def _run(call: Call) -> int:
    library = recipes_of(home_at(call.home))
    with open_reader(call.home) as store:
        record = store.get(call.arguments.inspection_id)
        if record is None:
            raise Trouble(f"There is no inspection {call.arguments.inspection_id}.", "", "List them: loupe records")
        recipe = library.load(record.recipe, record.recipe_version)
        replay = replay_record(record, recipe, load_predictors(library, recipe), store.load_frame)
    values = {
        "inspection_id": record.inspection_id,
        "recipe": record.recipe,
        "recipe_version": record.recipe_version,
        "recorded_score": record.score,
        "score": replay.score,
        "recorded_verdict": record.verdict.value,
        "verdict": replay.verdict.value,
        "same": replay.is_same,
    }
    answer = "the same score again" if replay.is_same else "NOT the same score"
    call.output.emit(values, f"Recorded {record.score}, replayed {replay.score}: {answer}.")
    return int(not replay.is_same)


VERB = Verb(name="replay", help="Judge a stored frame again.", run=_run, add_arguments=_add_arguments)
