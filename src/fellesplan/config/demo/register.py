"""The register of coordinators: who has learned the task, who asks to, and how many each has room for."""

from fellesplan.config.demo.places import Place
from fellesplan.config.demo.texts import Post
from fellesplan.coordinators.services import register
from fellesplan.coordinators.services.register import CoordinatorData

_LONGEST = 720
"""Days since the register was made."""


def fill(place: Place) -> None:
    """Put every coordinator in the register."""
    with place.days.at(-_LONGEST, 9):
        actor = place.post("system_coordinator")
        for post in (post for post in place.posts if post.is_coordinator):
            data = CoordinatorData(max_persons=post.room, languages=post.languages)
            register.add(
                actor=actor, tenant=place.municipality, employee=place.staff[post.key],
                unit=place.units[post.unit], data=data,
            )  # fmt: skip


def train(place: Place) -> None:
    """Note who has been trained and who has asked to be."""
    for post in place.posts:
        if post.trained or post.asked:
            _note(place, post)


def _note(place: Place, post: Post) -> None:
    ago = post.trained or post.asked or 0
    with place.days.at(-ago, 15) as today:
        data = CoordinatorData(
            max_persons=post.room, languages=post.languages, trained_on=today if post.trained else None,
            training_reported_on=today if post.asked else None,
        )  # fmt: skip
        profile = place.staff[post.key].coordinator_profile
        register.update(actor=place.post("system_coordinator"), profile=profile, data=data)
