"""What must never happen to a row that is evidence."""


def forbid(table: str, event: str) -> str:
    """The statement of a trigger that refuses `event` (UPDATE or DELETE) on a table's rows."""
    return (
        f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} rows are kept as they are'); END"
    )
