"""Writes about coordinators: one keyword-only function per use case."""
