"""Finding and opening past inspections."""
