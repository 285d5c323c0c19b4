"""What views call."""

from django.contrib.messages import constants
from django.contrib.messages.storage import default_storage

__all__ = (
    "add_message", "get_messages", "get_level", "set_level", "debug", "info", "success", "warning", "error",
    "MessageFailure",
)


class MessageFailure(Exception):
    pass


def add_message(request, level, message, extra_tags="", fail_silently=False):
    """Keep a message for the page that shows messages next."""
    if hasattr(request, "_messages"):
        return request._messages.add(level, message, extra_tags)
    if not hasattr(request, "META"):
        raise TypeError(
            f"add_message() argument must be an HttpRequest object, not '{request.__class__.__name__}'."
        )
    if not fail_silently:
        raise MessageFailure(
            "You cannot add messages without installing django.contrib.messages.middleware.MessageMiddleware"
        )


def get_messages(request):
    return getattr(request, "_messages", [])


def get_level(request):
    storage = getattr(request, "_messages", None)
    return (default_storage(request) if storage is None else storage).level


def set_level(request, level):
    if not hasattr(request, "_messages"):
        return False
    request._messages.level = level
    return True


def _adder(name, level):
    def add(request, message, extra_tags="", fail_silently=False):
        return add_message(request, level, message, extra_tags=extra_tags, fail_silently=fail_silently)

    add.__name__ = add.__qualname__ = name
    return add


for _level, _name in constants.DEFAULT_TAGS.items():
    globals()[_name] = _adder(_name, _level)
