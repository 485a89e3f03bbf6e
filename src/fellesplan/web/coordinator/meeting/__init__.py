"""Pages about meetings."""
