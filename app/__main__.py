"""`python -m app` is the `loupe` command."""

from app.cli.main import entry

if __name__ == "__main__":
    entry()
