import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import fellesplan.kernel.clock
import fellesplan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("area", models.CharField(max_length=30, verbose_name="område")),
                ("title", models.CharField(max_length=300, verbose_name="mål")),
                ("description", models.TextField(blank=True, verbose_name="hvorfor det er viktig")),
                ("now", models.TextField(blank=True, verbose_name="slik er det nå")),
                ("progress", models.SmallIntegerField(default=-2, verbose_name="fremgang")),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("archived_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "mål",
                "verbose_name_plural": "mål",
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="tiltak")),
                (
                    "responsible_is_person",
                    models.BooleanField(default=False, verbose_name="jeg gjør det selv"),
                ),
                ("where", models.CharField(blank=True, max_length=200, verbose_name="hvor")),
                ("amount", models.CharField(blank=True, max_length=200, verbose_name="hvor mye")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="fra")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="innen")),
                (
                    "decision_reference",
                    models.CharField(blank=True, max_length=200, verbose_name="vedtak det bygger på"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Ikke begynt"),
                            ("started", "Pågår"),
                            ("done", "Fullført"),
                            ("not_working", "Fungerer ikke"),
                        ],
                        default="planned",
                        max_length=12,
                    ),
                ),
                ("state_note", models.TextField(blank=True, verbose_name="hva som skjer")),
                ("done_on", models.DateField(blank=True, null=True)),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("archived_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="plans.goal"
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiltak",
                "verbose_name_plural": "tiltak",
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="MeasureState",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField(default=fellesplan.kernel.clock.now, editable=False)),
                ("event", models.CharField(max_length=40)),
                ("state", models.CharField(max_length=40)),
                ("by_account", models.UUIDField(null=True)),
                ("by_name", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="plans.measure",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "steg i tiltaket",
                "verbose_name_plural": "steg i tiltaket",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("role", models.CharField(max_length=100, verbose_name="rolle i planen")),
                ("purpose", models.CharField(blank=True, max_length=200, verbose_name="hvorfor med")),
                ("contribution", models.CharField(blank=True, max_length=300, verbose_name="bidrar med")),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "employee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="people.employee",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "private_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="people.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "deltaker",
                "verbose_name_plural": "deltakere",
            },
        ),
        migrations.AddField(
            model_name="measure",
            name="responsible",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="measures",
                to="plans.participant",
                verbose_name="ansvarlig",
            ),
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "tool",
                    models.CharField(
                        choices=[
                            ("individual_plan", "Individuell plan"),
                            ("responsibility_group", "Ansvarsgruppe med referat"),
                            ("service_overview", "Tjenesteoversikt"),
                        ],
                        default="individual_plan",
                        max_length=20,
                        verbose_name="verktøy",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Under arbeid"), ("approved", "Godkjent"), ("ended", "Avsluttet")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "legal_basis",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        default=list,
                        size=None,
                        verbose_name="rettsgrunnlag",
                    ),
                ),
                ("matters", models.TextField(blank=True, verbose_name="viktig for meg")),
                ("resources", models.TextField(blank=True, verbose_name="det jeg er god på")),
                ("family_contributes", models.TextField(blank=True, verbose_name="det familien bidrar med")),
                (
                    "child_participation",
                    models.TextField(blank=True, verbose_name="hvordan barnet har vært med"),
                ),
                ("cooperation", models.TextField(blank=True, verbose_name="samarbeid med andre")),
                (
                    "made_by",
                    models.CharField(blank=True, max_length=200, verbose_name="ansvarlig for å lage planen"),
                ),
                ("period_from", models.DateField(verbose_name="gjelder fra")),
                ("period_to", models.DateField(blank=True, null=True, verbose_name="gjelder til")),
                ("evaluate_on", models.DateField(blank=True, null=True, verbose_name="neste evaluering")),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("profile_version", models.CharField(max_length=80)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "individuell plan",
                "verbose_name_plural": "individuelle planer",
            },
        ),
        migrations.AddField(
            model_name="participant",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="participants", to="plans.plan"
            ),
        ),
        migrations.AddField(
            model_name="goal",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="plans.plan"
            ),
        ),
        migrations.CreateModel(
            name="AreaNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("area", models.CharField(max_length=30, verbose_name="område")),
                ("own_words", models.TextField(blank=True, verbose_name="med egne ord")),
                ("needs", models.TextField(blank=True, verbose_name="behov")),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="areas", to="plans.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "livsområde i planen",
                "verbose_name_plural": "livsområder i planen",
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField(default=fellesplan.kernel.clock.now, editable=False)),
                ("version", models.PositiveIntegerField()),
                ("by_name", models.CharField(max_length=200)),
                ("capacity", models.CharField(max_length=40)),
                ("form", models.CharField(max_length=10)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="plans.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "godkjenning",
                "verbose_name_plural": "godkjenninger",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanState",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField(default=fellesplan.kernel.clock.now, editable=False)),
                ("event", models.CharField(max_length=40)),
                ("state", models.CharField(max_length=40)),
                ("by_account", models.UUIDField(null=True)),
                ("by_name", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="history", to="plans.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "steg i planen",
                "verbose_name_plural": "steg i planen",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField(default=fellesplan.kernel.clock.now, editable=False)),
                ("number", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("by_name", models.CharField(blank=True, max_length=200)),
                ("summary", models.CharField(blank=True, max_length=200)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="plans.plan"
                    ),
                ),
            ],
            options={
                "verbose_name": "versjon av planen",
                "verbose_name_plural": "versjoner av planen",
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurestate",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="09def351c0fe8fc88d6c3510df20501a5a55d0bc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_9a41b",
                    table="plans_measurestate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="measurestate",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="97628dbe5d43c2260d9e7a2f1a9ad5d4c41d5b7b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_e87fc",
                    table="plans_measurestate",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("due_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="measure_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("responsible_is_person", False), ("responsible__isnull", True), _connector="OR"
                ),
                name="measure_one_responsible",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "ended"), _negated=True),
                fields=("person",),
                name="one_live_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period_to__isnull", True), ("period_to__gte", models.F("period_from")), _connector="OR"
                ),
                name="plan_period",
            ),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(fields=["municipality", "employee"], name="participant_employee"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("employee__isnull", False), ("private_person__isnull", True), ("unit__isnull", False)
                    ),
                    models.Q(
                        ("employee__isnull", True), ("private_person__isnull", False), ("unit__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="participant_employee_or_private",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="participant_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("plan", "employee"),
                name="employee_takes_part_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("plan", "private_person"),
                name="person_takes_part_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(("progress__gte", -2), ("progress__lte", 2)), name="goal_progress"
            ),
        ),
        migrations.AddConstraint(
            model_name="areanote",
            constraint=models.UniqueConstraint(fields=("plan", "area"), name="area_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="approval",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="99518a304153a401cc37cd33f40bd2724f8b2758",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_dc439",
                    table="plans_approval",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="approval",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="d2141c1f54382e5018316a384770fe091962df43",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_91235",
                    table="plans_approval",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planstate",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="892951e8854a163fc55fb46859fa47b6ad084fae",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_3da8b",
                    table="plans_planstate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planstate",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="117463478d63f53eef1d410dc13cc2c4b2dfaaf9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_df402",
                    table="plans_planstate",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(fields=("plan", "number"), name="plan_version_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5281f0e2d43e3a80b5c3fccf694d3576fc103764",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_59023",
                    table="plans_planversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planversion",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="33e72a6934e41057433d1a415ad7c477803052a5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_4e02a",
                    table="plans_planversion",
                    when="BEFORE",
                ),
            ),
        ),
    ]
