"""`loupe weights`: the backbones a recipe may choose; imported from a file, or fetched because a person asks for it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.cli.verb import Call, Verb, words
from app.compose import home_at


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", "import", "download"))
    parser.add_argument(
        "source",
        nargs="?",
        metavar="SOURCE",
        help="import: a safetensors file; download: torchvision:NAME or timm:NAME",
    )
    parser.add_argument(
        "--architecture",
        type=words,
        metavar="NAME",
        help="import: torchvision:NAME or timm:NAME of the file; anomalib:efficientad_small for EfficientAD's teacher",
    )


def _run(call: Call) -> int:
    arguments = call.arguments
    folder = home_at(call.home).prepare().root / "weights"
    if arguments.action == "list":
        return _list(call, folder)
    if not arguments.source or (arguments.action == "import" and not arguments.architecture):
        call.output.say("import needs a file and --architecture, download needs a name")
        return 2
    name = _import(arguments, folder) if arguments.action == "import" else _download(arguments.source, folder)
    call.output.emit({"backbone": name}, f'Stored. Use it: loupe teach IMAGES_DIR --recipe NAME --backbone "{name}"')
    return 0


def _list(call: Call, folder: Path) -> int:
    from vision.models.backbone.catalog import EMBEDDED, stored_backbones

    for name in (EMBEDDED, *stored_backbones(folder)):
        call.output.emit({"backbone": name}, name)
    return 0


def _import(arguments: Namespace, folder: Path) -> str:
    from vision.models.backbone.catalog import import_weights

    return import_weights(Path(arguments.source), arguments.architecture, folder)


def _download(name: str, folder: Path) -> str:
    from vision.models.backbone.catalog import download_backbone

    download_backbone(name, folder)
    return name


VERB = Verb(name="weights", help="List, import or download backbones.", run=_run, add_arguments=_add_arguments)
