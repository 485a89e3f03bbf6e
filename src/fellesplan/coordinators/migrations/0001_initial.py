import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import fellesplan.kernel.clock
import fellesplan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CoordinatorProfile",
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
                    "max_persons",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="plass til"),
                ),
                ("trained_on", models.DateField(blank=True, null=True, verbose_name="opplært")),
                (
                    "training_reported_on",
                    models.DateField(blank=True, null=True, verbose_name="meldt behov for opplæring"),
                ),
                ("languages", models.CharField(blank=True, max_length=100, verbose_name="språk")),
                ("active", models.BooleanField(default=True, verbose_name="kan få nye")),
                (
                    "employee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coordinator_profile",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="coordinators",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "koordinator i registeret",
                "verbose_name_plural": "koordinatorer i registeret",
            },
        ),
        migrations.CreateModel(
            name="Nomination",
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
                    "kind",
                    models.CharField(
                        choices=[("coordinator", "Koordinator"), ("child_coordinator", "Barnekoordinator")],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Venter på svar"),
                            ("named", "Koordinator foreslått"),
                            ("declined", "Enheten sa nei"),
                            ("cancelled", "Trukket tilbake"),
                        ],
                        default="asked",
                        max_length=12,
                    ),
                ),
                ("wished", models.CharField(blank=True, max_length=200, verbose_name="ønske fra personen")),
                ("message", models.TextField(blank=True, verbose_name="melding til enheten")),
                ("asked_at", models.DateTimeField()),
                ("answer_by", models.DateField(verbose_name="svar innen")),
                ("answer_note", models.TextField(blank=True, verbose_name="begrunnelse")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.employee",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="cases.case",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.employee",
                        verbose_name="foreslått",
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "forespørsel om koordinator",
                "verbose_name_plural": "forespørsler om koordinator",
            },
        ),
        migrations.CreateModel(
            name="Appointment",
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
                    "kind",
                    models.CharField(
                        choices=[("coordinator", "Koordinator"), ("child_coordinator", "Barnekoordinator")],
                        max_length=20,
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "informed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="personen fikk vite det"),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="cases.case",
                    ),
                ),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="people.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.unit"
                    ),
                ),
                (
                    "nomination",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointment",
                        to="coordinators.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "oppnevning",
                "verbose_name_plural": "oppnevninger",
            },
        ),
        migrations.CreateModel(
            name="NominationState",
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
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="coordinators.nomination",
                    ),
                ),
            ],
            options={
                "verbose_name": "steg i forespørselen",
                "verbose_name_plural": "steg i forespørselen",
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "asked")),
                fields=("case", "kind", "unit"),
                name="nomination_asked_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "named"), _negated=True), ("employee__isnull", False), _connector="OR"
                ),
                name="named_has_employee",
            ),
        ),
        migrations.AddIndex(
            model_name="appointment",
            index=models.Index(fields=["municipality", "employee"], name="appointment_employee"),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("person", "kind"),
                name="one_live_appointment",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="appointment_period",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nominationstate",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4c780321a3626d73cb97b1c344f8b0b561dbaed8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_80ddc",
                    table="coordinators_nominationstate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nominationstate",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="9bd15af153177ede87af391797582ae18fa8d589",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_d49aa",
                    table="coordinators_nominationstate",
                    when="BEFORE",
                ),
            ),
        ),
    ]
