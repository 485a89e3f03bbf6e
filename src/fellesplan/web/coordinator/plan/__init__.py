"""Pages about one plan, for its coordinator and for those who take part."""
