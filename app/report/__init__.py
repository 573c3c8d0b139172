"""The short HTML report of a run: one file, pictures inside, readable offline and printable."""

from app.report.report import PartEntry, RunReport, part_picture, write_report

__all__ = ["PartEntry", "RunReport", "part_picture", "write_report"]
