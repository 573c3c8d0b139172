"""The `loupe` command: a table of verbs, one file each. No Qt is imported until a window is asked for."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from app.cli.output import Output
from app.cli.verb import STOPPED, Call, Verb
from app.environment import settle
from vision.inspection import Trouble

VERBS = (
    "open",
    "demo",
    "run",
    "teach",
    "inspect",
    "evaluate",
    "records",
    "dataset",
    "labels",
    "agreement",
    "replay",
    "cameras",
    "backup",
    "restore",
    "weights",
    "doctor",
    "benchmark",
)
"""Each is a module `app.cli.verb_<name>` with a `VERB`; `open` is what `loupe` does without a verb."""


def load_verb(name: str) -> Verb:
    """The table entry of a verb."""
    verb: Verb = importlib.import_module(f"app.cli.verb_{name}").VERB
    return verb


def build_parser(names: Sequence[str] = VERBS) -> argparse.ArgumentParser:
    """The parser of the whole command, or of some verbs of it: a verb's imports are paid by that verb alone."""
    parser = argparse.ArgumentParser(
        prog="loupe",
        description="Visual quality inspection at the production line. Without a verb it opens the app.",
    )
    _add_home(parser, default=None)
    parser.set_defaults(verb="open", json=False)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    for name in names:
        verb = load_verb(name)
        one = verbs.add_parser(name, help=verb.help, description=verb.help)
        _add_home(one, default=argparse.SUPPRESS)
        if verb.has_json:
            one.add_argument("--json", action="store_true", help="JSON objects on standard output, one a line")
        verb.add_arguments(one)
    return parser


def _add_home(parser: argparse.ArgumentParser, *, default: object) -> None:
    parser.add_argument(
        "--home", type=Path, metavar="DIR", default=default, help="the station's data directory (also LOUPE_HOME)"
    )


def main(words: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code."""
    words = sys.argv[1:] if words is None else list(words)
    output = Output(as_json="--json" in words)
    try:
        arguments = build_parser(words[:1] if words and words[0] in VERBS else VERBS).parse_args(words)
        output = Output(as_json=arguments.json)
        return _run(arguments, output)
    except Trouble as trouble:
        output.complain(trouble)
        return 1
    except KeyboardInterrupt:
        output.say("Stopped.")
        return STOPPED
    except BrokenPipeError:
        sys.stderr.close()
        return 1


def _run(arguments: argparse.Namespace, output: Output) -> int:
    """The verb itself; a full or read-only disk is told in words wherever it is met."""
    from app.compose import home_at
    from vision.storage.trouble import translate_errors

    with translate_errors(home_at(arguments.home).root):
        return load_verb(arguments.verb or "open").run(Call(arguments=arguments, home=arguments.home, output=output))


def entry() -> None:
    """The console script."""
    try:
        settle()
    except KeyboardInterrupt:
        sys.exit(STOPPED)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())
