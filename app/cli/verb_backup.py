"""`loupe backup FILE`: the whole station in one file, also while it runs."""

from argparse import ArgumentParser
from pathlib import Path

from app.cli.verb import Call, Verb
from app.compose import home_at
from vision.storage import backup


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup to write (.zip)")


def _run(call: Call) -> int:
    home, file = home_at(call.home), call.arguments.file
    backup(home, file)
    size_mb = file.stat().st_size / 1e6
    call.output.emit(
        {"backup": str(file), "size_mb": round(size_mb, 1)}, f"Saved {home.root} to {file}, {size_mb:.1f} MB."
    )
    return 0


VERB = Verb(
    name="backup", help="Save database, frames and recipes in one file.", run=_run, add_arguments=_add_arguments
)
