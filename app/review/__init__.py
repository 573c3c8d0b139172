"""Review: the parts that need a person, one after the other, decided in one act."""
