"""Writing in a plan: drafts while one types, a page for two who have written the same, and the versions."""
