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
            name="Event",
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
                (
                    "kind",
                    models.CharField(
                        choices=[("read", "Lest"), ("refused", "Avvist"), ("change", "Endret")], max_length=10
                    ),
                ),
                ("action", models.CharField(max_length=60)),
                ("ground", models.CharField(blank=True, max_length=120)),
                ("account", models.UUIDField(null=True)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("title", models.CharField(blank=True, max_length=200)),
                ("organisation", models.CharField(blank=True, max_length=200)),
                ("subject", models.UUIDField(help_text="people.Person", null=True)),
                ("object_type", models.CharField(max_length=60)),
                ("object_id", models.UUIDField(null=True)),
                ("information", models.JSONField(default=list)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "hendelse",
                "verbose_name_plural": "hendelser",
                "abstract": False,
                "indexes": [models.Index(fields=["municipality", "subject", "-at"], name="event_subject")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f509872c89982914fb719a57b38a1edb0aa6fa2e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_6d165",
                    table="access_event",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="event",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="b8d83d6a42264f26ab043ddb0f61c939e23a4113",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_6c2f4",
                    table="access_event",
                    when="BEFORE",
                ),
            ),
        ),
    ]
