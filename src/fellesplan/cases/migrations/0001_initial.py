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
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
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
                ("number", models.CharField(max_length=20, verbose_name="saksnummer")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "Melding mottatt"),
                            ("consent_missing", "Samtykke mangler"),
                            ("assessment", "Utredning"),
                            ("decided", "Vedtak fattet"),
                            ("appointing", "Oppnevning"),
                            ("active", "Koordinator oppnevnt"),
                            ("closed", "Avsluttet"),
                        ],
                        default="received",
                        max_length=20,
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="åpnet")),
                ("received_on", models.DateField(verbose_name="melding mottatt")),
                ("next_due", models.DateField(blank=True, null=True, verbose_name="neste frist")),
                ("next_step", models.CharField(blank=True, max_length=40, verbose_name="neste steg")),
                (
                    "preliminary_reply_on",
                    models.DateField(blank=True, null=True, verbose_name="foreløpig svar sendt"),
                ),
                ("profile_version", models.CharField(max_length=80)),
                ("version", models.PositiveIntegerField(default=1)),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "caseworker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.employee",
                        verbose_name="saksbehandler",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "sak",
                "verbose_name_plural": "saker",
            },
        ),
        migrations.CreateModel(
            name="Assessment",
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
                ("child_view", models.TextField(blank=True, verbose_name="hva barnet mener")),
                ("person_view", models.TextField(blank=True, verbose_name="hva personen selv mener")),
                ("longterm", models.TextField(blank=True, verbose_name="varighet")),
                (
                    "child_weight",
                    models.TextField(blank=True, verbose_name="hva barnets mening betød for svaret"),
                ),
                ("facts", models.TextField(blank=True, verbose_name="hva svaret bygger på")),
                ("considerations", models.TextField(blank=True, verbose_name="hva det er lagt vekt på")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="svaret gjelder fra")),
                (
                    "name_by",
                    models.DateField(
                        blank=True, null=True, verbose_name="navnet på koordinatoren kommer senest"
                    ),
                ),
                (
                    "changed_by_name",
                    models.CharField(blank=True, max_length=200, verbose_name="sist endret av"),
                ),
                ("finished_at", models.DateTimeField(blank=True, null=True, verbose_name="ferdig")),
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
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessment",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "verbose_name": "utredning",
                "verbose_name_plural": "utredninger",
            },
        ),
        migrations.CreateModel(
            name="CaseNumber",
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
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
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
                "verbose_name": "nummerserie",
                "verbose_name_plural": "nummerserier",
            },
        ),
        migrations.CreateModel(
            name="CaseState",
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="history", to="cases.case"
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
                "verbose_name": "steg i saken",
                "verbose_name_plural": "steg i saken",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JournalEntry",
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
                ("number", models.CharField(max_length=30, verbose_name="journalnummer")),
                (
                    "direction",
                    models.CharField(choices=[("in", "Inn"), ("out", "Ut"), ("note", "Notat")], max_length=5),
                ),
                ("title", models.CharField(max_length=200, verbose_name="tittel")),
                ("public_title", models.CharField(max_length=200, verbose_name="offentlig tittel")),
                (
                    "counterpart",
                    models.CharField(blank=True, max_length=200, verbose_name="avsender eller mottaker"),
                ),
                ("text", models.TextField(blank=True, verbose_name="notat")),
                ("author", models.CharField(blank=True, max_length=200, verbose_name="skrevet av")),
                ("dated", models.DateField(verbose_name="dato")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="journal", to="cases.case"
                    ),
                ),
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
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.municipality",
                    ),
                ),
            ],
            options={
                "verbose_name": "journalpost",
                "verbose_name_plural": "journalposter",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Letter",
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
                            ("decision", "Vedtak"),
                            ("preliminary", "Foreløpig svar"),
                            ("appointment", "Oppnevning"),
                            ("receipt", "Bekreftelse"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("language", models.CharField(max_length=2)),
                ("recipient_name", models.CharField(max_length=200)),
                ("content", models.JSONField(default=dict)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="cases.case"
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter",
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
                "verbose_name": "brev",
                "verbose_name_plural": "brev",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                    "right",
                    models.CharField(
                        choices=[
                            ("plan", "Individuell plan"),
                            ("coordinator", "Koordinator"),
                            ("child_coordinator", "Barnekoordinator"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("granted", "Innvilget"),
                            ("partly", "Delvis innvilget"),
                            ("refused", "Avslag"),
                            ("dismissed", "Avvist"),
                            ("withdrawn", "Trukket"),
                        ],
                        max_length=10,
                    ),
                ),
                ("proposed", models.CharField(blank=True, max_length=10)),
                ("reason", models.TextField(blank=True, verbose_name="begrunnelse")),
                (
                    "dissent",
                    models.TextField(
                        blank=True, verbose_name="hvorfor avgjørelsen er en annen enn forslaget"
                    ),
                ),
                ("legal_basis", models.CharField(max_length=20)),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="gjelder fra")),
                (
                    "name_by",
                    models.DateField(
                        blank=True, null=True, verbose_name="navnet på koordinatoren kommer senest"
                    ),
                ),
                ("decided_on", models.DateField(null=True)),
                ("issued_at", models.DateTimeField(null=True)),
                ("complaint_deadline", models.DateField(null=True)),
                ("complaint_body", models.CharField(blank=True, max_length=200)),
                ("profile_version", models.CharField(max_length=80)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="cases.case"
                    ),
                ),
                (
                    "decided_by",
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
                    "proposed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.employee",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="cases.decision",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="cases.letter",
                    ),
                ),
            ],
            options={
                "verbose_name": "vedtak",
                "verbose_name_plural": "vedtak",
            },
        ),
        migrations.CreateModel(
            name="Referral",
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
                ("reference", models.CharField(max_length=12, verbose_name="referanse")),
                ("received_at", models.DateTimeField(verbose_name="mottatt")),
                (
                    "channel",
                    models.CharField(
                        choices=[("web", "På nett"), ("oral", "Muntlig"), ("paper", "På papir")],
                        max_length=10,
                        verbose_name="kanal",
                    ),
                ),
                (
                    "reporter",
                    models.CharField(
                        choices=[
                            ("self", "Personen selv"),
                            ("parent", "Forelder"),
                            ("guardian", "Verge"),
                            ("next_of_kin", "Pårørende"),
                            ("provider", "Tjenesteyter i kommunen"),
                            ("gp", "Fastlege"),
                            ("hospital", "Sykehus"),
                            ("other", "Andre"),
                        ],
                        max_length=20,
                        verbose_name="meldt av",
                    ),
                ),
                ("reporter_name", models.CharField(max_length=200, verbose_name="navn på den som melder")),
                (
                    "reporter_organisation",
                    models.CharField(blank=True, max_length=200, verbose_name="arbeidssted"),
                ),
                ("reporter_phone", models.CharField(blank=True, max_length=20, verbose_name="telefon")),
                ("reporter_email", models.EmailField(blank=True, max_length=254, verbose_name="e-post")),
                ("wants", models.JSONField(default=list, verbose_name="ønsker")),
                ("need", models.TextField(verbose_name="hva trenger personen hjelp til å samordne?")),
                ("services", models.JSONField(default=list, verbose_name="tjenester i dag")),
                (
                    "consent_obtained",
                    models.CharField(
                        choices=[
                            ("no", "Nei, ikke ennå"),
                            ("oral", "Ja, muntlig"),
                            ("written", "Ja, skriftlig"),
                        ],
                        max_length=10,
                        verbose_name="samtykke",
                    ),
                ),
                (
                    "wished_coordinator",
                    models.CharField(blank=True, max_length=200, verbose_name="ønsket koordinator"),
                ),
                ("urgent", models.TextField(blank=True, verbose_name="haster")),
                ("extra", models.JSONField(default=dict, verbose_name="kommunens egne spørsmål")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="cases.case"
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
                    "registered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.employee",
                    ),
                ),
            ],
            options={
                "verbose_name": "melding om behov",
                "verbose_name_plural": "meldinger om behov",
            },
        ),
        migrations.CreateModel(
            name="ReferralDocument",
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
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
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="cases.referral",
                    ),
                ),
            ],
            options={
                "verbose_name": "vedlegg til melding",
                "verbose_name_plural": "vedlegg til meldinger",
            },
        ),
        migrations.CreateModel(
            name="Service",
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
                ("name", models.CharField(max_length=200, verbose_name="tjeneste")),
                ("kind", models.CharField(max_length=40, verbose_name="type")),
                ("provider", models.CharField(blank=True, max_length=200, verbose_name="hvem som gir den")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="cases.assessment",
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
                "verbose_name": "tjeneste",
                "verbose_name_plural": "tjenester",
            },
        ),
        migrations.CreateModel(
            name="AssessmentAnswer",
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
                    "right",
                    models.CharField(
                        choices=[
                            ("plan", "Individuell plan"),
                            ("coordinator", "Koordinator"),
                            ("child_coordinator", "Barnekoordinator"),
                        ],
                        max_length=20,
                    ),
                ),
                ("criterion", models.CharField(max_length=60)),
                ("answer", models.CharField(blank=True, max_length=20)),
                ("reason", models.TextField(blank=True, verbose_name="begrunnelse")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="kilde")),
                ("by_name", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="cases.assessment",
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
                "verbose_name": "svar på vilkår",
                "verbose_name_plural": "svar på vilkår",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "right", "criterion"), name="criterion_answered_once"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["municipality", "state", "next_due"], name="case_worklist"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["municipality", "caseworker", "next_due"], name="case_mine"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("municipality", "number"), name="case_number_once"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=("person",),
                name="one_open_case_per_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="casenumber",
            constraint=models.UniqueConstraint(fields=("municipality", "year"), name="case_series_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casestate",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="658ebe8b63a112d98c624cea4ecec54229e8e51b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_75533",
                    table="cases_casestate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casestate",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="b6e655347e595fa8480d2e6ffa37b23c88320005",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_bf476",
                    table="cases_casestate",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="journalentry",
            constraint=models.UniqueConstraint(fields=("municipality", "number"), name="journal_number_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journalentry",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="059ad53da07a564d81ab6327762081dfe362d422",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_9b62e",
                    table="cases_journalentry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="journalentry",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="df3f0d09870ba6d841179b32cd0e9638af650e65",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_478dc",
                    table="cases_journalentry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="write_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5cc0482464bd5fc44e5658f6ec93fd2404da8e57",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_write_once_e2f79",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="raise exception 'This table is written once and never emptied';",
                    hash="f67454821c01188fc52f827dd84a1dc42af4feed",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_92f34",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaces__isnull", True)), fields=("case", "right"), name="decision_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("issued_at__isnull", True),
                    models.Q(("decided_on__isnull", False), ("letter__isnull", False)),
                    _connector="OR",
                ),
                name="issued_with_letter",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_is_final",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."issued_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ca5af37e9b6a90b309c29c616f44bc2151ba89c2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_issued_is_final_fc4e4",
                    table="cases_decision",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.UniqueConstraint(
                fields=("municipality", "reference"), name="referral_reference_once"
            ),
        ),
    ]
