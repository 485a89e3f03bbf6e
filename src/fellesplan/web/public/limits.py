"""A limit on what the public pages take from one browser, and from one address, in an hour."""

from datetime import timedelta
from ipaddress import ip_address

from django.db.models import Q

from fellesplan.kernel import clock
from fellesplan.people.models.person import vault
from fellesplan.web.models import PublicPost
from fellesplan.web.page import PageRequest

HOUR = timedelta(hours=1)
SENDS = "send"
STEPS = "step"
FOLLOWS = "follow"
CODES = "code"
RESUMES = "resume"
GUESSES = "guess"
PER_REFERENCE = 20
PER_BROWSER = {STEPS: 120, SENDS: 5, FOLLOWS: 10, CODES: 10, RESUMES: 10}
PER_ADDRESS = {STEPS: 1200, SENDS: 40, FOLLOWS: 60, CODES: 200, RESUMES: 60}
"""A hospital or a school may stand behind one address, so it is given more room than one browser."""


def too_many(request: PageRequest, kind: str) -> bool:
    """Count this post, and return whether it is one too many. Nothing that tells who it is gets stored."""
    browser, address = _browser(request), _address(request)
    since = clock.now() - HOUR
    posts = PublicPost.objects.filter(municipality=request.tenant)
    posts.filter(at__lt=since).delete()
    recent = list(
        posts.filter(Q(sender=browser) | Q(sender=address), kind=kind).values_list("sender", flat=True)
    )
    counts = [sum(bytes(sender) == who for sender in recent) for who in (browser, address)]
    PublicPost.objects.bulk_create(
        PublicPost(municipality=request.tenant, sender=who, kind=kind, at=clock.now())
        for who in (browser, address)
    )
    return counts[0] >= PER_BROWSER[kind] or counts[1] >= PER_ADDRESS[kind]


def _browser(request: PageRequest) -> bytes:
    if request.session.session_key is None:
        request.session.save()
    return vault().fingerprint(f"session:{request.session.session_key}")


def _address(request: PageRequest) -> bytes:
    return vault().fingerprint(f"address:{clock.today()}:{client_address(request)}")


def client_address(request: PageRequest) -> str:
    """Return the visitor's address: what our own proxy has noted last, when there is one."""
    direct = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = [
        part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()
    ]
    try:
        behind_proxy = ip_address(direct).is_private
    except ValueError:
        behind_proxy = True
    return forwarded[-1] if behind_proxy and forwarded else direct


def too_many_about(request: PageRequest, what: str) -> bool:
    """Count a guess at one reference, whoever guesses; return whether it is one too many."""
    guessed = vault().fingerprint(f"reference:{request.tenant.pk}:{what}")
    posts = PublicPost.objects.filter(municipality=request.tenant, kind=GUESSES)
    recent = posts.filter(sender=guessed, at__gte=clock.now() - HOUR).count()
    PublicPost.objects.create(municipality=request.tenant, sender=guessed, kind=GUESSES, at=clock.now())
    return recent >= PER_REFERENCE
