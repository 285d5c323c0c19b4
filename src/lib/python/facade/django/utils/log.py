"""Django's loggers. What the host logs is told here, so that handlers and tests of a project hear it."""

import logging

# Without a handler, Python would write warnings to standard error on its own account.
logging.getLogger("django").addHandler(logging.NullHandler())
request_logger = logging.getLogger("django.request")


def tell(name, level, message):
    logging.getLogger(name).log(logging.getLevelName(level), message)


class RequireDebugFalse(logging.Filter):
    def filter(self, record):
        from django.conf import settings

        return not settings.DEBUG


class RequireDebugTrue(logging.Filter):
    def filter(self, record):
        from django.conf import settings

        return settings.DEBUG


class CallbackFilter(logging.Filter):
    def __init__(self, callback):
        self.callback = callback

    def filter(self, record):
        return 1 if self.callback(record) else 0


class AdminEmailHandler(logging.Handler):
    def emit(self, record):
        pass
