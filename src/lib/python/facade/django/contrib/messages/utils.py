"""Names of levels."""

from django.conf import settings
from django.contrib.messages import constants


def get_level_tags():
    return {**constants.DEFAULT_TAGS, **getattr(settings, "MESSAGE_TAGS", {})}
