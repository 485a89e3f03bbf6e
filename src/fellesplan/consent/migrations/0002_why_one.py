from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="consent",
            name="why_one",
            field=models.TextField(blank=True, default="", verbose_name="hvorfor ett samtykke er nok"),
            preserve_default=False,
        ),
    ]
