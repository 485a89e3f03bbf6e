import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import fellesplan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(
                        default=fellesplan.kernel.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("subject", models.CharField(max_length=200, unique=True, verbose_name="identifikator")),
                ("name", models.CharField(max_length=200, verbose_name="navn")),
                ("number_index", models.BinaryField(null=True, unique=True)),
                ("language", models.CharField(blank=True, max_length=2, verbose_name="språk")),
            ],
            options={
                "verbose_name": "innlogget bruker",
                "verbose_name_plural": "innloggede brukere",
            },
        ),
        migrations.CreateModel(
            name="Municipality",
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
                ("number", models.CharField(max_length=4, unique=True, verbose_name="kommunenummer")),
                ("slug", models.SlugField(unique=True, verbose_name="adresse på nettet")),
                ("name", models.CharField(max_length=100, verbose_name="navn")),
                ("profile", models.SlugField(verbose_name="prosedyreprofil")),
                ("language", models.CharField(default="nb", max_length=2, verbose_name="målform")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="postadresse")),
            ],
            options={
                "verbose_name": "kommune",
                "verbose_name_plural": "kommuner",
            },
        ),
        migrations.CreateModel(
            name="Employee",
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
                ("name", models.CharField(max_length=200, verbose_name="navn")),
                ("title", models.CharField(max_length=100, verbose_name="stilling")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "ansatt",
                "verbose_name_plural": "ansatte",
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                ("given_name", models.CharField(blank=True, max_length=100, verbose_name="fornavn")),
                ("family_name", models.CharField(max_length=100, verbose_name="etternavn")),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="fødselsdato")),
                ("due_date", models.DateField(blank=True, null=True, verbose_name="termindato")),
                (
                    "number_kind",
                    models.CharField(
                        choices=[
                            ("none", "Ikke fødselsnummer ennå"),
                            ("birth", "Fødselsnummer"),
                            ("d", "D-nummer"),
                        ],
                        default="none",
                        max_length=5,
                    ),
                ),
                ("number_encrypted", models.BinaryField(null=True)),
                ("number_index", models.BinaryField(null=True)),
                ("synthetic", models.BooleanField(default=False, verbose_name="oppdiktet person")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                ("postal_code", models.CharField(blank=True, max_length=4, verbose_name="postnummer")),
                ("postal_place", models.CharField(blank=True, max_length=100, verbose_name="poststed")),
                (
                    "protection",
                    models.CharField(
                        choices=[
                            ("open", "Åpen adresse"),
                            ("confidential", "Fortrolig adresse"),
                            ("strict", "Strengt fortrolig adresse"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
                ("language", models.CharField(blank=True, max_length=2, verbose_name="målform")),
                ("interpreter", models.CharField(blank=True, max_length=60, verbose_name="tolk")),
                ("gp", models.CharField(blank=True, max_length=200, verbose_name="fastlege")),
                ("deceased_on", models.DateField(blank=True, null=True, verbose_name="død")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "innbygger",
                "verbose_name_plural": "innbyggere",
            },
        ),
        migrations.CreateModel(
            name="Representation",
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
                        choices=[
                            ("parent", "Forelder med foreldreansvar"),
                            ("other_parental", "Annen med foreldreansvar"),
                            ("child_welfare", "Barnevernstjenesten"),
                            ("foster_parent", "Fosterforelder"),
                            ("guardian", "Verge"),
                            ("future_proxy", "Fremtidsfullmektig"),
                            ("proxy", "Fullmektig"),
                            ("next_of_kin", "Nærmeste pårørende"),
                        ],
                        max_length=20,
                        verbose_name="som",
                    ),
                ),
                ("shared", models.BooleanField(default=False, verbose_name="felles foreldreansvar")),
                ("scope", models.CharField(blank=True, max_length=200, verbose_name="omfang")),
                ("evidence", models.CharField(blank=True, max_length=200, verbose_name="dokumentasjon")),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til")),
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
                        related_name="representations",
                        to="people.person",
                    ),
                ),
                (
                    "representative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="represents",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "representasjon",
                "verbose_name_plural": "representasjoner",
            },
        ),
        migrations.CreateModel(
            name="Unit",
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
                ("name", models.CharField(max_length=200, verbose_name="navn")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("office", "Koordinerende enhet"),
                            ("health_station", "Helsestasjon"),
                            ("kindergarten", "Barnehage"),
                            ("school", "Skole"),
                            ("upper_secondary", "Videregående skole"),
                            ("home_care", "Hjemmetjeneste"),
                            ("disability", "Tiltak for funksjonshemmede"),
                            ("rehabilitation", "Fysio- og ergoterapi"),
                            ("mental_health", "Psykisk helse og rus"),
                            ("housing", "Bolig og avlastning"),
                            ("ppt", "Pedagogisk-psykologisk tjeneste"),
                            ("child_welfare", "Barnevern"),
                            ("gp", "Fastlege"),
                            ("hospital", "Sykehus"),
                            ("nav", "NAV"),
                            ("other", "Annen virksomhet"),
                        ],
                        max_length=20,
                        verbose_name="type",
                    ),
                ),
                ("external", models.BooleanField(default=False, verbose_name="utenfor kommunen")),
                (
                    "organisation_number",
                    models.CharField(blank=True, max_length=9, verbose_name="organisasjonsnummer"),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                ("active", models.BooleanField(default=True, verbose_name="i bruk")),
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
                "verbose_name": "virksomhet",
                "verbose_name_plural": "virksomheter",
            },
        ),
        migrations.AddField(
            model_name="person",
            name="daily_unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.unit",
                verbose_name="barnehage eller skole",
            ),
        ),
        migrations.CreateModel(
            name="Assignment",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("caseworker", "Saksbehandler"),
                            ("system_coordinator", "Systemkoordinator"),
                            ("office_leader", "Leder for koordinerende enhet"),
                            ("unit_leader", "Virksomhetsleder"),
                            ("administrator", "Kommuneadministrator"),
                            ("provider", "Tjenesteyter"),
                        ],
                        max_length=20,
                        verbose_name="rolle",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="fra")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "employee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
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
                        related_name="assignments",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "tilknytning",
                "verbose_name_plural": "tilknytninger",
            },
        ),
        migrations.AddIndex(
            model_name="employee",
            index=models.Index(fields=["municipality", "account"], name="employee_account"),
        ),
        migrations.AddConstraint(
            model_name="representation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="representation_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="representation",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", models.F("representative")), _negated=True),
                name="representation_of_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="representation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("person", "representative", "kind"),
                name="representation_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(fields=("municipality", "name"), name="unit_name_once"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["municipality", "account"], name="person_account"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["municipality", "family_name", "given_name"], name="person_name"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number_index__isnull", False)),
                fields=("municipality", "number_index"),
                name="number_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number_index__isnull", True), ("number_kind", "none")),
                    models.Q(("number_index__isnull", False), ("number_kind__in", ["birth", "d"])),
                    _connector="OR",
                ),
                name="number_with_kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                ),
                name="assignment_period",
            ),
        ),
    ]
