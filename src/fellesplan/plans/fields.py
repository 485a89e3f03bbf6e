"""The names of the fields that a version of a plan keeps, by part of the plan. Pure."""

TEXTS = (
    "matters", "resources", "person_contributes", "family_contributes", "child_participation", "cooperation",
    "contact_doctor", "made_by",
)  # fmt: skip
PERIOD = ("period_from", "period_to", "evaluate_on")
AREA = ("area", "own_words", "resources", "needs", "version")
SCALE = ("level_start", "level_near", "level_goal", "level_more", "level_most")
"""The person's own words for each step of a goal, from -2 to 2."""
GOAL = ("area", "title", "description", "now", "progress", "parent_id", *SCALE, "order", "version")
MEASURE = (
    "title", "responsible_id", "responsible_is_person", "where", "amount", "starts_on", "due_on",
    "decision_reference", "state", "state_note", "done_on", "order", "version",
)  # fmt: skip
SUB_PLAN = ("kind", "title", "where", "responsible_id", "dated", "version")
PARTICIPANT = ("role", "purpose", "contribution", "valid_from", "valid_to")
