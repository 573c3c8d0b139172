"""`loupe restore FILE`: put a backup back; what was there is set aside, never lost."""

from argparse import ArgumentParser
from pathlib import Path

from app.cli.verb import Call, Verb
from app.compose import home_at
from vision.storage import restore


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a backup made by loupe backup")
    parser.add_argument("--replace", action="store_true", help="set the present data aside and replace it")


def _run(call: Call) -> int:
    home = home_at(call.home)
    aside = restore(call.arguments.file, home, replace=call.arguments.replace)
    kept = f" The data that was there is now in {aside}." if aside else ""
    values = {"home": str(home.root), "set_aside": str(aside) if aside else None}
    call.output.emit(values, f"Restored to {home.root}.{kept}")
    return 0


VERB = Verb(name="restore", help="Put a backup back.", run=_run, add_arguments=_add_arguments)
