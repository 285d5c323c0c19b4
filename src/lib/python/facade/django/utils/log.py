"""Django's loggers. What the host logs is told here, so that handlers and tests of a project hear it."""

import logging
import sys



class _Terminal(logging.Handler):
    """Django's own handler, which writes to the terminal. What the host logs it writes there itself."""

    def __init__(self):
        super().__init__(logging.INFO)
        self.telling = self.reached = False

    def emit(self, record):
        from django.conf import settings

        if not settings.DEBUG:
            return
        if self.telling:
            self.reached = True
        else:
            print(self.format(record), file=sys.stderr)


_terminal = _Terminal()
_djangos = logging.getLogger("django")
_djangos.addHandler(_terminal)
_djangos.setLevel(logging.INFO)
request_logger = logging.getLogger("django.request")


def configure_logging(logging_config, logging_settings):
    """Sets logging up as the settings LOGGING_CONFIG and LOGGING say. Raises what the configuration raises."""
    if logging_config and logging_settings:
        from django.utils.module_loading import import_string

        import_string(logging_config)(logging_settings)


def tell(name, level, message, traceback):
    """Logs what the host logs. Returns whether it reaches the terminal by Django's own handler."""
    logger, level = logging.getLogger(name), logging.getLevelName(level)
    if not logger.isEnabledFor(level):
        return False
    record = logger.makeRecord(name, level, "django/utils/log.py", 0, message, (), None)
    record.exc_text = traceback and traceback.rstrip("\n")
    _terminal.telling = True
    try:
        logger.handle(record)
        return _terminal.reached
    finally:
        _terminal.telling = _terminal.reached = False


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
    """Nobody reads mail here."""

    def __init__(self, include_html=False, email_backend=None, reporter_class=None):
        super().__init__()
        self.include_html = include_html

    def emit(self, record):
        pass


class ServerFormatter(logging.Formatter):
    """Knows `{server_time}`, the time as runserver writes it; without colours."""

    default_time_format = "%d/%b/%Y %H:%M:%S"

    def format(self, record):
        if self.uses_server_time() and not hasattr(record, "server_time"):
            record.server_time = self.formatTime(record, self.datefmt)
        return super().format(record)

    def uses_server_time(self):
        return self._fmt.find("{server_time}") >= 0


# What Django sets up before LOGGING is read, for projects that build on it.
DEFAULT_LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "require_debug_false": {"()": "django.utils.log.RequireDebugFalse"},
        "require_debug_true": {"()": "django.utils.log.RequireDebugTrue"},
    },
    "formatters": {
        "django.server": {"()": "django.utils.log.ServerFormatter", "format": "[{server_time}] {message}", "style": "{"},
    },
    "handlers": {
        "console": {"level": "INFO", "filters": ["require_debug_true"], "class": "logging.StreamHandler"},
        "django.server": {"level": "INFO", "class": "logging.StreamHandler", "formatter": "django.server"},
        "mail_admins": {
            "level": "ERROR",
            "filters": ["require_debug_false"],
            "class": "django.utils.log.AdminEmailHandler",
        },
    },
    "loggers": {
        "django": {"handlers": ["console", "mail_admins"], "level": "INFO"},
        "django.server": {"handlers": ["django.server"], "level": "INFO", "propagate": False},
    },
}
