"""`loupe evaluate DATASET_DIR --recipe NAME`: how good a recipe is on a set with known truth. Writes no record."""

from argparse import ArgumentParser
from pathlib import Path

from app.cli.verb import Call, Verb, words
from app.compose import home_at, load_inspector, recipes_of
from vision.evaluation import evaluate, read_mvtec
from vision.inspection import Trouble
from vision.recipe import Recipe, View


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("dataset", type=Path, metavar="DATASET_DIR", help="test/ and ground_truth/ as in MVTec AD")
    parser.add_argument("--recipe", required=True, type=words, metavar="NAME")
    parser.add_argument("--view", type=words, metavar="NAME", help="which view of the recipe (the first)")


def _run(call: Call) -> int:
    library = recipes_of(home_at(call.home))
    view = _view(library.load(call.arguments.recipe), call.arguments.view)
    items = read_mvtec(call.arguments.dataset)
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
