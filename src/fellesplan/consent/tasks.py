"""What the worker does with consent every night, after midnight in Norway."""

from procrastinate.contrib.django import app

from fellesplan.consent import jobs


@app.periodic(cron="7 0 * * *")
@app.task(name="consent.daily", queueing_lock="consent.daily")
def daily(timestamp: int) -> None:
    """Raise what is coming."""
    jobs.daily()
