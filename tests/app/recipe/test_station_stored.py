"""Inspected parts offered as good ones, from a real store."""

import hashlib
from pathlib import Path

import pytest

from app.recipe.station_stored import StationStored
from tests.app.recipe.twins import make_recipe
from tests.vision.storage.parts import Line, frame
from vision.inspection import ManualClock, Verdict
from vision.recipe import RecipeLibrary
from vision.storage import Home, StorageTrouble, Store

MEMORY = b"what good parts look like"


def test_doubted_parts_of_the_view_are_offered_newest_first_and_read_back(tmp_path: Path) -> None:
    library = RecipeLibrary(tmp_path / "recipes")
    recipe = make_recipe(version=1)
    model = recipe.views[0].model.model_copy(update={"hash": hashlib.sha256(MEMORY).hexdigest()})
    view = recipe.views[0].model_copy(update={"name": "top", "model": model})
    library.save(recipe.model_copy(update={"views": (view,)}), {model.file: MEMORY})
    with Store(Home(tmp_path / "home").prepare()) as store:
        line = Line(store, ManualClock())
        for verdict in (Verdict.NG, Verdict.OK, Verdict.REVIEW):
            line.inspect(verdict, views=("side", "top"), recipe="Flange")
        line.inspect(Verdict.NG, recipe="another")
        gone = line.inspect(Verdict.NG, recipe="Flange")
        (store.home.root / str(gone.views[0].image)).unlink()
        stored = StationStored(store, library)
        offered = stored.doubted("Flange", None)
        assert offered.lines == view.thresholds
        assert [stored.load(part).pixels[1, 1] for part in offered.parts] == [frame(3).pixels[1, 1], 1]
        first = offered.parts[0]
        Path(first.key).write_bytes(Path(offered.parts[1].key).read_bytes())
        with pytest.raises(StorageTrouble, match="damaged or was changed"):
            stored.load(first)
