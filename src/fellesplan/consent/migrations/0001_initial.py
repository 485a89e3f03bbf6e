import django.db.models.deletion
from django.db import migrations, models

import fellesplan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
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
                    "purpose",
                    models.CharField(
                        choices=[
                            ("plan", "at det lages individuell plan"),
                            ("coordinator", "at det oppnevnes koordinator"),
                            ("child_coordinator", "at det oppnevnes barnekoordinator"),
                            ("sharing", "at opplysninger deles"),
                        ],
                        max_length=20,
                        verbose_name="gjelder",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("given", "Ja"), ("refused", "Nei")], max_length=10, verbose_name="svar"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("oral", "Muntlig"), ("written", "Skriftlig"), ("digital", "Digitalt")],
                        max_length=10,
                        verbose_name="form",
                    ),
                ),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("1", "Personen selv"),
                            ("2", "Personen selv, stilltiende"),
                            ("3", "Én forelder"),
                            ("4", "Foreldrene sammen"),
                            ("5", "Andre med foreldreansvar"),
                            ("6", "Barnevernet"),
                            ("7", "Verge"),
                            ("8", "Nærmeste pårørende"),
                            ("9", "Helsepersonell på vegne av personen"),
                        ],
                        max_length=2,
                        verbose_name="gitt av",
                    ),
                ),
                ("given_by_name", models.CharField(max_length=200, verbose_name="navn på den som samtykker")),
                ("given_on", models.DateField(verbose_name="gitt")),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="trukket")),
                ("withdrawn_by_name", models.CharField(blank=True, max_length=200)),
                ("child_heard", models.TextField(blank=True, verbose_name="hva barnet mener")),
                ("note", models.TextField(blank=True, verbose_name="merknad")),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents_given",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="people.person",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.employee",
                    ),
                ),
            ],
            options={
                "verbose_name": "samtykke",
                "verbose_name_plural": "samtykker",
            },
        ),
        migrations.CreateModel(
            name="ConsentGrant",
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
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="trukket")),
                ("withdrawn_by_name", models.CharField(blank=True, max_length=200)),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="consent.consent",
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
                    "recipient",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                "verbose_name": "deling",
                "verbose_name_plural": "delinger",
            },
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(fields=["municipality", "person", "purpose"], name="consent_person"),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="consent_period",
            ),
        ),
        migrations.AddIndex(
            model_name="consentgrant",
            index=models.Index(fields=["consent", "unit", "area"], name="grant_unit"),
        ),
        migrations.AddIndex(
            model_name="consentgrant",
            index=models.Index(fields=["municipality", "unit"], name="grant_recipient_unit"),
        ),
        migrations.AddConstraint(
            model_name="consentgrant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recipient__isnull", False), ("unit__isnull", True)),
                    models.Q(("recipient__isnull", True), ("unit__isnull", False)),
                    _connector="OR",
                ),
                name="grant_one_recipient",
            ),
        ),
        migrations.AddConstraint(
            model_name="consentgrant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="grant_period",
            ),
        ),
    ]
