from django.contrib.messages.api import (  # noqa: F401
    MessageFailure,
    add_message,
    debug,
    error,
    get_level,
    get_messages,
    info,
    set_level,
    success,
    warning,
)
from django.contrib.messages.constants import DEBUG, ERROR, INFO, SUCCESS, WARNING  # noqa: F401

default_app_config = "django.contrib.messages.apps.MessagesConfig"
