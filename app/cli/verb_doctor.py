"""`loupe doctor`: what is installed, which cameras answer, which weights are in use, disk, database integrity."""

import hashlib
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from app.assets import asset
from app.cli.verb import Call, Verb
from app.compose import home_at, recipes_of
from vision.cameras import discover
from vision.detectors import load_predictor
from vision.inspection import Trouble
from vision.recipe import View
from vision.storage import AuditLog, Home, disk_space, open_reader

PACKAGES = (
    "loupe",
    "PySide6-Essentials",
    "opencv-python",
    "numpy",
    "torch",
    "torchvision",
    "anomalib",
    "onnxruntime",
    "pypylon",
    "harvesters",
    "sqlite-utils",
)

EMBEDDED = {"embedded.onnx": "Loupe's own detector", "embedded.safetensors": "models on torch"}
"""The weights that Loupe brings along, and what they serve."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One line of the examination."""

    subject: str
    is_well: bool
    text: str
    facts: dict[str, Any]


def _run(call: Call) -> int:
    home = home_at(call.home)
    ill = 0
    for look in EXAMINATIONS:
        try:
            findings = list(look(home))
        except Trouble as trouble:
            subject = look.__name__.removeprefix("_").replace("_", " ")
            findings = [Finding(subject=subject, is_well=False, text=str(trouble), facts={})]
        for finding in findings:
            ill += not finding.is_well
            values = {"subject": finding.subject, "well": finding.is_well, "text": finding.text} | finding.facts
            mark = "well  " if finding.is_well else "LOOK  "
            call.output.emit(values, f"{mark}{finding.subject:<12} {finding.text}")
    return int(ill > 0)


def _software(_home: Home) -> Iterator[Finding]:
    text = f"Python {sys.version.split()[0]} on {platform.platform()}"
    yield Finding(subject="system", is_well=True, text=text, facts={"python": sys.version.split()[0]})
    for package in PACKAGES:
        try:
            found = version(package)
        except PackageNotFoundError:
            text = f"{package} is missing: run the installer's bootstrap again"
            yield Finding(subject="package", is_well=False, text=text, facts={"package": package, "version": None})
        else:
            facts = {"package": package, "version": found}
            yield Finding(subject="package", is_well=True, text=f"{package} {found}", facts=facts)


def _cameras(_home: Home) -> Iterator[Finding]:
    discovery = discover()
    for info in discovery.cameras:
        yield Finding(subject="camera", is_well=True, text=f"{info.spec}: {info.name}", facts={"spec": info.spec})
    for trouble in discovery.troubles:
        yield Finding(subject="camera", is_well=False, text=str(trouble), facts={})


def _weights(home: Home) -> Iterator[Finding]:
    bundled = {asset("backbone", name): f"embedded backbone of {who}" for name, who in EMBEDDED.items()}
    brought = dict.fromkeys(sorted((home.root / "weights").glob("*.safetensors")), "backbone of this station")
    for path, what in (bundled | brought).items():
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        text = f"{what}: {path.name}, {digest[:12]}"
        yield Finding(subject="weights", is_well=True, text=text, facts={"weights": path.name, "hash": digest})


def _recipes(home: Home) -> Iterator[Finding]:
    library = recipes_of(home)
    for name in library.names():
        try:
            recipe = library.load(name)
            for view in recipe.views:
                load_predictor(view, library.version_folder(name, recipe.version))
        except Trouble as trouble:
            yield Finding(subject="recipe", is_well=False, text=str(trouble), facts={"recipe": name})
            continue
        models = ", ".join(_model_of(view) for view in recipe.views)
        facts = {"recipe": name, "version": recipe.version}
        yield Finding(subject="recipe", is_well=True, text=f"{name} v{recipe.version}: {models}", facts=facts)


def _model_of(view: View) -> str:
    model, backbone = view.model, view.model.settings.get("backbone")
    return f"{model.kind} on {backbone}" if backbone else model.kind


def _disk(home: Home) -> Iterator[Finding]:
    free_gb = disk_space(home).free_bytes / 1e9
    text = f"{free_gb:.1f} GB free at {home.root}"
    yield Finding(subject="disk", is_well=free_gb > 1.0, text=text, facts={"home": str(home.root), "free_gb": free_gb})


def _database(home: Home) -> Iterator[Finding]:
    if not home.database.exists():
        yield Finding(subject="database", is_well=True, text="none yet", facts={"records": 0})
        return
    with open_reader(home) as store:
        faults = [*store.integrity(), *AuditLog(store.database).verify_chain()]
        count = store.count()
    for fault in faults:
        yield Finding(subject="database", is_well=False, text=fault, facts={})
    if not faults:
        text = f"{count} records, no fault found"
        yield Finding(subject="database", is_well=True, text=text, facts={"records": count})


EXAMINATIONS: tuple[Callable[[Home], Iterator[Finding]], ...] = (
    _software,
    _cameras,
    _weights,
    _recipes,
    _disk,
    _database,
)

VERB = Verb(name="doctor", help="Examine the installation and the station's data.", run=_run)
