from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("verklaringen", "0007_uitgiftereeksen")]

    operations = [
        migrations.AddField(
            model_name="voordrachtuitreiking",
            name="naam",
            field=models.CharField(default="", max_length=100),
            preserve_default=False,
        ),
    ]
