"""The maker of the Studies screen: parts of this station's inspections and datasets, its operators, its model."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from app.compose import load_inspector
from app.desktop.desk import Desk
from app.i18n import translate
from app.study.ports import ModelInUse, Place, StudyNeeds
from app.study.report import write_pdf
from app.study.screen import make_study_screen
from labeling.records.reviews import Decision
from labeling.records.studies import GOOD, NOT_GOOD, StudyPart
from labeling.review.state import PartState
from labeling.storage import CatalogBook, DatasetBook, prepare
from labeling.storage.reviews import ReviewBook
from labeling.storage.studies import StudyBook
from labeling.study.images import StudyImages
from labeling.study.sources import InspectedParts, LabelledImages, class_names
from labeling.study.studies import Judge, Studies
from vision.inspection import Frame, Trouble, Verdict
from vision.storage import StationDatabase


def study_screen(desk: Desk) -> QWidget:
    """Studies."""
    premises = desk.premises
    database = premises.store.database
    prepare(database)
    needs = StudyNeeds(
        studies=Studies(StudyBook(database), StudyImages(premises.home)),
        background=desk.background,
        session=desk.session,
        places=lambda: list(_places(desk)),
        people=lambda: [person.name for person in desk.operators.everyone() if person.active],
        operators=lambda: [person.name for person in desk.operators.everyone()],
        model=lambda: _model_in_use(desk),
        judge=lambda model: _judge(desk, model),
        write_pdf=write_pdf,
        now=lambda: datetime.now(UTC),
    )
    screen = make_study_screen(needs)
    desk.session.subscribe(screen.presenter.person_changed)
    screen.view.trouble.connect(desk.notices.tell_error)
    screen.view.told.connect(desk.notices.toast)
    desk.hooks.going_on.append(lambda: _goes_on(is_busy=screen.presenter.goes_on))
    desk.hooks.before_close.append(screen.presenter.stop)
    desk.kept.append(screen)
    return screen.view


def _places(desk: Desk) -> Iterator[Place]:
    """The datasets first, because their truth is known; then what each recipe has inspected."""
    premises = desk.premises
    database = premises.store.database
    datasets, catalog = DatasetBook(database), CatalogBook(database)
    for dataset in datasets.all():
        names = class_names(catalog, dataset.product)
        yield Place(
            name=translate("Studies", "Dataset {name}").format(name=dataset.name),
            classes=tuple(dict.fromkeys(names.values())),
            source=lambda by_class, dataset=dataset, names=names: LabelledImages(  # type: ignore[misc]
                dataset=dataset, book=datasets, home=premises.home.root, classes=names if by_class else None
            ),
        )
    for recipe in premises.recipes.names():
        names = class_names(catalog, recipe)
        yield Place(
            name=translate("Studies", "Inspected parts, {recipe}").format(recipe=recipe),
            classes=tuple(dict.fromkeys(names.values())),
            source=lambda by_class, recipe=recipe, names=names: InspectedParts(  # type: ignore[misc]
                store=premises.store, truths=_truths(database), recipe=recipe, classes=names if by_class else None
            ),
        )


def _truths(database: StationDatabase) -> Callable[[Sequence[str]], dict[str, Decision]]:
    """What the review finally decided."""
    book = ReviewBook(database)

    def truths(inspection_ids: Sequence[str]) -> dict[str, Decision]:
        states = {key: PartState(entries=tuple(entries)) for key, entries in book.of(inspection_ids).items()}
        return {key: state.decision for key, state in states.items() if state.decision is not None}

    return truths


def _model_in_use(desk: Desk) -> ModelInUse | None:
    """The active version of the station's recipe, or of the first one there is; None where it is not known."""
    library = desk.premises.recipes
    names = [desk.station.recipe.name] if desk.station.recipe else library.names()
    active = ((name, library.active_if_known(name)) for name in names)
    return next((ModelInUse(recipe=name, version=version) for name, version in active if version is not None), None)


def _judge(desk: Desk, model: ModelInUse) -> Judge:
    """The model's OK, or NG for everything that would not pass: a part that goes to review is not passed."""
    inspector = load_inspector(desk.premises.recipes, model.recipe, model.version)
    views = {view.name: view for view in inspector.recipe.views}

    def answer(part: StudyPart, frame: Frame) -> str:
        view = views.get(part.view, inspector.recipe.views[0])
        verdict = view.thresholds.judge(inspector.predict(view, frame).score)
        if verdict is Verdict.NOT_INSPECTED:
            raise Trouble("The model gave no finite score.", "It cannot take part in this study.", "Teach it again.")
        return GOOD if verdict is Verdict.OK else NOT_GOOD

    return answer


def _goes_on(*, is_busy: bool) -> str:
    return translate("MainWindow", "A study is being prepared, or the model rates in one.") if is_busy else ""
