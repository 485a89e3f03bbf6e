import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import fellesplan.kernel.clock
import fellesplan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("people", "0001_initial"),
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
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
                ("kind", models.CharField(max_length=40, verbose_name="type møte")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="hva møtet handler om")),
                ("starts_at", models.DateTimeField(verbose_name="begynner")),
                ("ends_at", models.DateTimeField(verbose_name="slutter")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="sted")),
                ("video", models.URLField(blank=True, verbose_name="lenke til videomøte")),
                ("interpreter", models.CharField(blank=True, max_length=60, verbose_name="tolk")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planlagt"), ("held", "Gjennomført"), ("cancelled", "Avlyst")],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("sequence", models.PositiveSmallIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "called_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                        related_name="meetings",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "møte",
                "verbose_name_plural": "møter",
            },
        ),
        migrations.CreateModel(
            name="Invitation",
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
                ("purpose", models.CharField(max_length=200, verbose_name="hvorfor innkalt")),
                (
                    "reply",
                    models.CharField(
                        choices=[("none", "Ikke svart"), ("yes", "Kommer"), ("no", "Kan ikke komme")],
                        default="none",
                        max_length=5,
                    ),
                ),
                ("attended", models.BooleanField(null=True, verbose_name="var til stede")),
                (
                    "invited_person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
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
                    "participant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="plans.participant",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "innkalling",
                "verbose_name_plural": "innkallinger",
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
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
                ("title", models.CharField(max_length=200, verbose_name="punkt")),
                ("suggested_by", models.CharField(blank=True, max_length=200, verbose_name="foreslått av")),
                ("minutes", models.TextField(blank=True, verbose_name="referat")),
                ("order", models.PositiveSmallIntegerField(default=0)),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agenda",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "punkt på sakslisten",
                "verbose_name_plural": "punkter på sakslisten",
                "ordering": ["order", "id"],
            },
        ),
        migrations.CreateModel(
            name="MeetingState",
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="meetings.meeting",
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
                "verbose_name": "steg i møtet",
                "verbose_name_plural": "steg i møtet",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Minutes",
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
                ("written_by", models.CharField(max_length=200, verbose_name="referent")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sendt")),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="meetings.meeting",
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
                "verbose_name": "referat",
                "verbose_name_plural": "referater",
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                ("title", models.CharField(max_length=300, verbose_name="hva")),
                ("responsible_is_person", models.BooleanField(default=False)),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="innen")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Ikke gjort"), ("done", "Gjort")], default="open", max_length=5
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "agenda_item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="meetings.meeting",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="people.person"
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="plans.participant",
                    ),
                ),
            ],
            options={
                "verbose_name": "oppgave",
                "verbose_name_plural": "oppgaver",
            },
        ),
        migrations.CreateModel(
            name="TaskState",
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
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="meetings.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "steg i oppgaven",
                "verbose_name_plural": "steg i oppgaven",
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["municipality", "person", "starts_at"], name="meeting_person"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="meeting_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("invited_person__isnull", False), ("participant__isnull", True)),
                    models.Q(("invited_person__isnull", True), ("participant__isnull", False)),
                    _connector="OR",
                ),
                name="invitation_one_invited",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("meeting", "participant"), name="participant_invited_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(
                fields=("meeting", "invited_person"), name="person_invited_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingstate",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a9b5506e03cb2285e9b676e313ca848023abbbe0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_f1f21",
                    table="meetings_meetingstate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="meetingstate",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="f8819956f6cbc58381ead6ddf2a7f7506ffb8a00",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_00942",
                    table="meetings_meetingstate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="taskstate",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="acc53e4041e69beb683c7761a4834bdcc34c71d3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_112d6",
                    table="meetings_taskstate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="taskstate",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="e45b0328986610ceb3142940eed4f34cebc85fa8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_d76cf",
                    table="meetings_taskstate",
                    when="BEFORE",
                ),
            ),
        ),
    ]
