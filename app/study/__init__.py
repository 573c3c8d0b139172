"""The Studies screen: planning an agreement study, rating blind, and the figures."""
