from django.db import migrations, models


class Migration(migrations.Migration):
    """When an account last read anything is one look in an index."""

    dependencies = [("access", "0003_log_question")]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["municipality", "account", "-at"], name="event_account"),
        ),
    ]
