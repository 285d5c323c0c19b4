"""The models of the installed apps, as rows of django_content_type."""

from django.db import models


class ContentType(models.Model):
    app_label = models.CharField(max_length=100)
    model = models.CharField("python model class name", max_length=100)

    class Meta:
        verbose_name = "content type"
        verbose_name_plural = "content types"
        db_table = "django_content_type"

    def __str__(self):
        return f"{self.app_label} | {self.model}"

    def natural_key(self):
        return (self.app_label, self.model)
