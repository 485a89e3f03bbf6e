import django.db.models.deletion
from django.db import migrations, models

import fellesplan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicPost",
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
                ("sender", models.BinaryField(verbose_name="fingeravtrykk")),
                ("kind", models.CharField(max_length=10)),
                ("at", models.DateTimeField()),
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
                "verbose_name": "innsending fra åpen side",
                "verbose_name_plural": "innsendinger fra åpne sider",
                "indexes": [models.Index(fields=["municipality", "sender", "at"], name="public_post_sender")],
            },
        ),
    ]
