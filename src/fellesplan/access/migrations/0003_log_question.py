import django.db.models.deletion
from django.db import migrations, models

import fellesplan.kernel.clock
import fellesplan.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_chained_log"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LogQuestion",
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
                ("event", models.UUIDField(help_text="access.Event")),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("unknown", "Jeg vet ikke hvem dette er"),
                            ("reason", "Jeg forstår ikke hvorfor"),
                            ("other", "Noe annet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("asked_at", models.DateTimeField(default=fellesplan.kernel.clock.now, editable=False)),
                ("asked_by_account", models.UUIDField(null=True)),
                ("asked_by_name", models.CharField(max_length=200)),
                ("answer_by", models.DateField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by_account", models.UUIDField(null=True)),
                ("answered_by_name", models.CharField(blank=True, max_length=200)),
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
                        related_name="log_questions",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "spørsmål om innsyn",
                "verbose_name_plural": "spørsmål om innsyn",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event",),
                        condition=models.Q(answered_at__isnull=True),
                        name="one_open_question",
                    ),
                    models.CheckConstraint(
                        name="answered_means_answer",
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at__isnull", True)),
                            models.Q(
                                ("answered_at__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                    ),
                ],
            },
        ),
    ]
