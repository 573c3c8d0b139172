"""What people say about images; no Qt. Annotation, catalog and review arrive with the labelling screens."""
