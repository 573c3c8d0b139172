"""The History screen on a real store: frames, replays and the reasons for images that are gone."""

from collections.abc import Callable, Mapping

from app.history.screen import HistoryNeeds
from app.i18n import translate
from app.workers.background import WorkerBackground
from vision.inspection import Frame, InspectionRecord, Predictor, ViewRecord
from vision.recipe import Recipe, RecipeLibrary, RecipeTrouble, recipe_hash
from vision.station.replay import Replay, replay_record
from vision.storage import Store

LoadPredictors = Callable[[Recipe], Mapping[str, Predictor]]


class StoredReplays:
    """Fulfils `app.history.ports.Replays`. The model used last stays loaded: people look at one lot for a while."""

    def __init__(self, store: Store, library: RecipeLibrary, load_predictors: LoadPredictors) -> None:
        self._store = store
        self._library = library
        self._load_predictors = load_predictors
        self._loaded: tuple[str, Recipe, Mapping[str, Predictor]] | None = None

    def frame(self, record: InspectionRecord, view: ViewRecord) -> Frame:
        """The stored frame, checked against its hash. Raises `StorageTrouble`."""
        return self._store.read_frame(record, view.view)

    def replay(self, record: InspectionRecord) -> Replay:
        """Predict the stored frames again. Raises `Trouble` when recipe version, model or frame is gone or changed."""
        recipe, predictors = self._model_of(record)
        return replay_record(record, recipe, predictors, self._store.read_frame)

    def absence(self, record: InspectionRecord, view: ViewRecord) -> str | None:
        """When and why retention removed the frame."""
        removal = self._store.image_removal(record, view.view)
        if removal is None:
            return None
        text = translate("History", "Removed by retention on {day}: {reason}")
        return text.format(day=f"{removal.time.astimezone():%Y-%m-%d}", reason=removal.reason)

    def _model_of(self, record: InspectionRecord) -> tuple[Recipe, Mapping[str, Predictor]]:
        if self._loaded is not None and self._loaded[0] == record.recipe_hash:
            return self._loaded[1], self._loaded[2]
        recipe = self._library.load(record.recipe, record.recipe_version)
        if recipe_hash(recipe) != record.recipe_hash:
            raise RecipeTrouble(
                translate("History", "{recipe} v{version} is not the one that judged this part.").format(
                    recipe=record.recipe, version=record.recipe_version
                ),
                translate("History", "The record stands; its map cannot be made again."),
                translate("History", "Restore the recipe from the backup of that time."),
            )
        predictors = self._load_predictors(recipe)
        self._loaded = record.recipe_hash, recipe, predictors
        return recipe, predictors


def stored_history(
    store: Store, library: RecipeLibrary, load_predictors: LoadPredictors, is_inspecting: Callable[[], bool]
) -> HistoryNeeds:
    """What `make_history` needs, on a store."""
    background = WorkerBackground()
    return HistoryNeeds(
        reader=store,
        replays=StoredReplays(store, library, load_predictors),
        frame_of=lambda path: store.frames.load(path, None),
        searching=background,
        looking=background,
        thumbnailing=background,
        is_inspecting=is_inspecting,
    )
