"""`loupe weights`: the backbones a recipe may choose; imported from a file, or fetched because a person asks for it."""

from argparse import ArgumentParser
from pathlib import Path

from app.cli.verb import Call, Verb
from app.compose import home_at


def _add_arguments(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|import|download")
    actions.add_parser("list", help="the backbones of this station")
    importing = actions.add_parser("import", help="take a safetensors file into the station")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--architecture", required=True, metavar="torchvision:NAME|timm:NAME")
    download = actions.add_parser(
        "download", help="fetch weights from their publisher; the only verb that needs the network"
    )
    download.add_argument("name", metavar="torchvision:NAME|timm:NAME")


def _run(call: Call) -> int:
    from vision.models.backbone.catalog import EMBEDDED, download_backbone, import_weights, stored_backbones

    arguments = call.arguments
    folder = home_at(call.home).prepare().root / "weights"
    if arguments.action == "list":
        for name in (EMBEDDED, *stored_backbones(folder)):
            call.output.emit({"backbone": name}, name)
        return 0
    if arguments.action == "import":
        name = import_weights(arguments.file, arguments.architecture, folder)
    else:
        download_backbone(arguments.name, folder)
        name = arguments.name
    call.output.emit({"backbone": name}, f'Stored. Use it: loupe teach IMAGES_DIR --recipe NAME --backbone "{name}"')
    return 0


VERB = Verb(name="weights", help="List, import or download backbones.", run=_run, add_arguments=_add_arguments)
