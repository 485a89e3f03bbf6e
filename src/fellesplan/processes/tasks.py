"""What the worker does with the clocks every night, after the round of consent."""

from procrastinate.contrib.django import app

from fellesplan.processes import clock_round


@app.periodic(cron="23 0 * * *")
@app.task(name="clocks.night", queueing_lock="clocks.night")
def night(timestamp: int) -> None:
    """Bring every open case up to date, and raise what is due."""
    clock_round.nightly()
