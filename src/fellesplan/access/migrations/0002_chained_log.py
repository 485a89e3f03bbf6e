import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import fellesplan.kernel.clock
import fellesplan.kernel.ids
from fellesplan.access.migrations import _chained_log_sql as sql

WRITE_ONCE = pgtrigger.compiler.Trigger(
    name="write_once",
    sql=pgtrigger.compiler.UpsertTriggerSql(
        func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
        hash="f509872c89982914fb719a57b38a1edb0aa6fa2e",
        operation="UPDATE OR DELETE",
        pgid="pgtrigger_write_once_6d165",
        table="access_event",
        when="BEFORE",
    ),
)
NEVER_EMPTIED = pgtrigger.compiler.Trigger(
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
)


class Migration(migrations.Migration):
    """The log becomes a table divided by month, with a chain over its rows; what stood there is carried over."""

    dependencies = [
        ("access", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="municipality",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.municipality",
            ),
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                ("at", models.DateTimeField(default=fellesplan.kernel.clock.now, editable=False)),
                (
                    "event",
                    models.UUIDField(help_text="access.Event", primary_key=True, serialize=False),
                ),
                ("seq", models.BigIntegerField()),
                ("hash", models.BinaryField(max_length=32)),
                (
                    "municipality",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "ledd i loggens kjede",
                "verbose_name_plural": "ledd i loggens kjede",
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("municipality", "seq"), name="link_seq"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="link",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9f99da6aff3773ff33c385d0776a934f9362d0b8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_81cf2",
                    table="access_link",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="link",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="b1a60b4dfa419fb16373e7b086166143c57d45ed",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_eb298",
                    table="access_link",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.RemoveTrigger(model_name="event", name="write_once"),
        pgtrigger.migrations.RemoveTrigger(model_name="event", name="never_emptied"),
        migrations.RunSQL(sql.DIVIDE),
        pgtrigger.migrations.AddTrigger(model_name="event", trigger=WRITE_ONCE),
        pgtrigger.migrations.AddTrigger(model_name="event", trigger=NEVER_EMPTIED),
        migrations.RunSQL(sql.CHAIN),
        migrations.RunSQL(sql.PARTITIONS),
        migrations.RunSQL(sql.CARRY_OVER),
    ]
