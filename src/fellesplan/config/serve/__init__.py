"""Start and watch the processes that serve."""
