"""Messages for the next page."""

from django.contrib.messages import constants


class MessageFailure(Exception):
    pass


def add_message(request, level, message, extra_tags="", fail_silently=False):
    """Keep a message for the next page."""
    try:
        messages = request._messages
    except AttributeError:
        if not hasattr(request, "META"):
            raise TypeError(
                "add_message() argument must be an HttpRequest object, not "
                f"'{request.__class__.__name__}'."
            ) from None
        if fail_silently:
            return None
        raise MessageFailure(
            "You cannot add messages without installing "
            "django.contrib.messages.middleware.MessageMiddleware"
        ) from None
    return messages.add(level, message, extra_tags)


def get_messages(request):
    return getattr(request, "_messages", [])


def get_level(request):
    from django.conf import settings

    storage = getattr(request, "_messages", None)
    return storage.level if storage is not None else getattr(settings, "MESSAGE_LEVEL", constants.INFO)


def set_level(request, level):
    if not hasattr(request, "_messages"):
        return False
    request._messages.level = level
    return True


def _adder(level):
    def add(request, message, extra_tags="", fail_silently=False):
        add_message(request, level, message, extra_tags=extra_tags, fail_silently=fail_silently)

    return add


debug = _adder(constants.DEBUG)
info = _adder(constants.INFO)
success = _adder(constants.SUCCESS)
warning = _adder(constants.WARNING)
error = _adder(constants.ERROR)
