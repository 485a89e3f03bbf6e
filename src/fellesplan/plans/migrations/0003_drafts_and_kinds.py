import django.db.models.deletion
from django.db import migrations, models

import fellesplan.kernel.ids

APPROVALS = """
alter table plans_planversion disable trigger user;
update plans_planversion as version set kind = 'approval' from plans_approval as approval
where approval.plan_id = version.plan_id and approval.version = version.number;
alter table plans_planversion enable trigger user;
"""
"""A version is written once; here it only gets the new column's value for what the owner approved before."""


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("plans", "0002_guests_and_reviews"),
    ]

    operations = [
        migrations.AddField(
            model_name="planversion",
            name="kind",
            field=models.CharField(
                choices=[
                    ("change", "Endring"),
                    ("approval", "Godkjent"),
                    ("before_meeting", "Før møtet"),
                    ("ending", "Ved avslutning"),
                ],
                default="change",
                max_length=14,
                verbose_name="hvorfor",
            ),
        ),
        migrations.RunSQL(APPROVALS, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Draft",
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
                ("account", models.UUIDField(verbose_name="hvem som skriver")),
                ("key", models.CharField(max_length=120, verbose_name="skjema")),
                (
                    "title",
                    models.CharField(blank=True, max_length=200, verbose_name="hva det er et utkast til"),
                ),
                ("address", models.CharField(max_length=300, verbose_name="hvor skjemaet er")),
                ("content", models.JSONField(default=dict, verbose_name="innhold")),
                ("base", models.PositiveIntegerField(default=0, verbose_name="versjonen det begynte fra")),
                ("seq", models.BigIntegerField(default=0)),
                ("continues", models.UUIDField(null=True, verbose_name="fortsetter utkastet")),
                ("began_at", models.DateTimeField(verbose_name="begynt")),
                ("updated_at", models.DateTimeField(verbose_name="sist skrevet")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="ferdig")),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("saved", "Lagret"),
                            ("continued", "Skrevet videre på"),
                            ("discarded", "Forkastet"),
                        ],
                        max_length=10,
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
                        related_name="+",
                        to="people.person",
                        verbose_name="hvem det handler om",
                    ),
                ),
            ],
            options={
                "verbose_name": "utkast",
                "verbose_name_plural": "utkast",
                "indexes": [
                    models.Index(fields=["municipality", "account", "key"], name="draft_of_account"),
                    models.Index(fields=["ended_at"], name="draft_ended"),
                ],
            },
        ),
    ]
