"""`loupe evaluate DATASET_DIR | --golden NAME`: how good a recipe is on a set with known truth. Writes no record."""

from argparse import ArgumentParser
from contextlib import closing
from pathlib import Path

from app.cli.verb import Call, Verb, words
from app.compose import home_at, load_inspector, recipes_of
from labeling.datasets import Datasets, evaluation_items
from labeling.records.datasets import DatasetTrouble, FrozenKind
from labeling.storage import AnnotationBook, FrozenBook, has_labels, prepare
from vision.evaluation import EvaluationItem, evaluate, read_mvtec
from vision.inspection import Trouble, say
from vision.recipe import Recipe, View
from vision.storage import Home, StationDatabase


def _add_arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "dataset", type=Path, nargs="?", metavar="DATASET_DIR", help="test/ and ground_truth/ as MVTec AD"
    )
    what.add_argument("--golden", type=words, metavar="NAME", help="a golden set of this station")
    parser.add_argument("--recipe", required=True, type=words, metavar="NAME")
    parser.add_argument("--view", type=words, metavar="NAME", help="which view of the recipe (the first)")


def _run(call: Call) -> int:
    library = recipes_of(home_at(call.home))
    view = _view(library.load(call.arguments.recipe), call.arguments.view)
    items = _items(call)
    inspector = load_inspector(library, call.arguments.recipe)
    evaluation = evaluate(
        lambda frame: inspector.predict(view, frame),
        view.thresholds,
        items,
        progress=lambda done, total: _show(call, done, total),
    )
    values = evaluation.as_json()
    lines = [f"{name:<20} {_text(value)}" for name, value in values.items() if not isinstance(value, dict | tuple)]
    for name, defect in values["per_defect"].items():
        lines.append(f"  {name:<18} " + ", ".join(f"{key} {_text(value)}" for key, value in defect.items()))
    lines += [f"{one.path}: {one.reason}" for one in evaluation.not_inspected]
    call.output.emit(values, "\n".join([*lines, *evaluation.notes]))
    return 0


def _items(call: Call) -> list[EvaluationItem]:
    if call.arguments.golden is None:
        return read_mvtec(call.arguments.dataset)
    return _golden_items(home_at(call.home), call.arguments.golden)


def _golden_items(home: Home, name: str) -> list[EvaluationItem]:
    """Read only, so that it works while the station runs."""
    if not home.database.exists():
        raise _none(name)
    with closing(StationDatabase(home.database, read_only=True)) as database:
        if not has_labels(database):
            raise _none(name)
        prepare(database)
        frozen = FrozenBook(database).load(name)
        if frozen.kind is not FrozenKind.GOLDEN:
            what = say("{name} is a snapshot, not a golden set.", name=frozen.name)
            raise DatasetTrouble(what, "Nothing is evaluated.", "Freeze its images as a golden set, under a new name.")
        return evaluation_items(frozen, Datasets(home, database), AnnotationBook(database), home)


def _none(name: str) -> DatasetTrouble:
    what = say("There is no golden set {name}.", name=name)
    return DatasetTrouble(what, "Nothing is evaluated.", "Freeze one first.")


def _view(recipe: Recipe, name: str | None) -> View:
    views = {view.name: view for view in recipe.views}
    if name is not None and name not in views:
        raise Trouble(f"Recipe {recipe.name} has no view {name}.", f"Its views: {', '.join(views)}.")
    return recipe.views[0] if name is None else views[name]


def _show(call: Call, done: int, total: int) -> None:
    if done == total or done % 50 == 0:
        call.output.say(f"{done} of {total} images")


def _text(value: object) -> str:
    return f"{value:.4f}" if isinstance(value, float) else "-" if value is None else str(value)


VERB = Verb(name="evaluate", help="Measure a recipe on a labelled set.", run=_run, add_arguments=_add_arguments)
