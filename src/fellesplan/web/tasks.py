"""What the worker does for the public pages every night."""

from procrastinate.contrib.django import app

from fellesplan.access.tenancy import working_in
from fellesplan.people.models import Municipality
from fellesplan.web.public.referral import coded


@app.periodic(cron="47 2 * * *")
@app.task(name="web.night", queueing_lock="web.night")
def night(timestamp: int) -> None:
    """Delete drafts of referrals that nobody has written in for fourteen days."""
    for municipality in Municipality.objects.order_by("slug"):
        with working_in(municipality.pk):
            coded.purge()
