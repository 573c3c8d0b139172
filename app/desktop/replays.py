"""Records replayed for the History screen; models stay loaded for the recipe version that was looked at last."""

import threading

from app.compose import load_predictors
from app.i18n import told, translate
from vision.inspection import Frame, InspectionRecord, Predictor, Trouble, ViewRecord, say
from vision.recipe import Recipe, RecipeLibrary
from vision.station import Replay, replay_record
from vision.storage import Store


class StationReplays:
    """Fulfils `app.history.ports.Replays`. Called from background threads."""

    def __init__(self, store: Store, library: RecipeLibrary) -> None:
        self._store = store
        self._library = library
        self._lock = threading.Lock()
        self._loaded: tuple[str, int, Recipe, dict[str, Predictor]] | None = None

    def frame(self, view: ViewRecord) -> Frame:
        """The stored frame."""
        if view.image is None:
            raise Trouble(say("View {view} has no stored frame.", view=view.view))
        return self._store.frames.load(view.image, view.image_hash)

    def replay(self, record: InspectionRecord) -> Replay:
        """Predict the stored frames again."""
        with self._lock:
            recipe, predictors = self._models(record.recipe, record.recipe_version)
            return replay_record(record, recipe, predictors, self._store.read_frame)

    def absence(self, record: InspectionRecord, view: ViewRecord) -> str | None:
        """Why a view has no stored frame."""
        removal = self._store.image_removal(record, view.view)
        if removal is None:
            return None
        day = removal.time.astimezone().strftime("%Y-%m-%d")
        return translate("History", "Removed on {day}: {reason}").format(day=day, reason=told(removal.reason))

    def _models(self, name: str, version: int) -> tuple[Recipe, dict[str, Predictor]]:
        if self._loaded is None or self._loaded[:2] != (name, version):
            recipe = self._library.load(name, version)
            self._loaded = (name, version, recipe, load_predictors(self._library, recipe))
        return self._loaded[2], self._loaded[3]
