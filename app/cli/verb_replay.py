"""`loupe replay INSPECTION_ID`: the stored frame under its recipe version gives the same score again."""

from argparse import ArgumentParser

from app.cli.verb import Call, Verb, words
from app.compose import home_at, load_predictors, recipes_of
from vision.station import replay_record
from vision.storage import open_reader


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("inspection_id", type=words, metavar="INSPECTION_ID")


def _run(call: Call) -> int:
    home = home_at(call.home)
    library = recipes_of(home)
    with open_reader(home) as store:
        record = store.get(call.arguments.inspection_id)
        recipe = library.load(record.recipe, record.recipe_version)
        replay = replay_record(record, recipe, load_predictors(library, recipe), store.read_frame)
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
