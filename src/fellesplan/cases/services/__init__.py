"""Writes in a case: one keyword-only function per use case."""
