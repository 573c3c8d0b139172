"""Teaching a recipe: good parts, learning, the two lines, release."""
