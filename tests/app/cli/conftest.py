"""One small rendered set and one recipe taught from it, for the whole folder; each test gets a home of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.cli.calls import RECIPE, SIZE, Loupe
from tests.weights import TINY
from vision.images import find_images
from vision.models import compute
from vision.recipe import RecipeLibrary
from vision.storage import Home
from vision.synth.dataset import write_dataset
from vision.teaching import TeachRequest, teach


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> Iterator[None]:
    """Tiny tensors only wait for each other on several threads; programs that a test starts use one as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        compute.set_threads.cache_clear()
        yield
    compute.set_threads.cache_clear()


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A rendered set in MVTec's layout, 320 x 240."""
    folder = tmp_path_factory.mktemp("set")
    write_dataset(folder, 1, train_good=24, test_good=4, test_defect=6, size=SIZE)
    return folder


@pytest.fixture(scope="session")
def taught(tmp_path_factory: pytest.TempPathFactory, dataset: Path) -> Home:
    """A home with one taught recipe and no record; the shipped weights, as programs of their own use them too."""
    home = Home(tmp_path_factory.mktemp("taught")).prepare()
    images = find_images(dataset / "train")
    request = TeachRequest(
        recipes=RecipeLibrary(home.recipes), recipe=RECIPE, images=images, model_settings=TINY, seed=3
    )
    teach(request, progress=lambda _: None, cancelled=lambda: False)
    return home


@pytest.fixture
def home(taught: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A copy of the taught home, named by LOUPE_HOME; its path has a space, an umlaut and CJK."""
    root = tmp_path / "Prüf 検査"
    shutil.copytree(taught.root, root)
    monkeypatch.setenv("LOUPE_HOME", str(root))
    return Home(root)


@pytest.fixture
def loupe(capsys: pytest.CaptureFixture[str]) -> Loupe:
    """The command in this process."""
    return Loupe(capsys)
