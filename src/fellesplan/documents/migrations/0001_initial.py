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
            name="Document",
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
                        choices=[
                            ("letter", "Brev"),
                            ("attachment", "Vedlegg"),
                            ("consent", "Samtykke"),
                            ("authorisation", "Fullmakt"),
                            ("plan", "Plan"),
                            ("minutes", "Referat"),
                        ],
                        max_length=20,
                        verbose_name="type",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tittel")),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("by_name", models.CharField(blank=True, max_length=200, verbose_name="av")),
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
                        related_name="documents",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "dokument",
                "verbose_name_plural": "dokumenter",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentContent",
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
                ("data", models.BinaryField()),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="content",
                        to="documents.document",
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
                "verbose_name": "dokumentinnhold",
                "verbose_name_plural": "dokumentinnhold",
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f6b8e6fdcc7b93c1af5541b97b9dfef95f40c907",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_d276c",
                    table="documents_document",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="71b2e16e3fd8d151971d3b0fa61aa6bc25d76813",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_3df4d",
                    table="documents_document",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documentcontent",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3ea251c8b23055e923db72bca526cf70424b163d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_e17d3",
                    table="documents_documentcontent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documentcontent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="3cff1a74ddd51c0f684e408880245d95ca9bc987",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_74fb2",
                    table="documents_documentcontent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
