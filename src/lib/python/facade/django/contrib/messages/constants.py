"""Levels of messages and their names."""

DEBUG, INFO, SUCCESS, WARNING, ERROR = 10, 20, 25, 30, 40
DEFAULT_TAGS = {DEBUG: "debug", INFO: "info", SUCCESS: "success", WARNING: "warning", ERROR: "error"}
DEFAULT_LEVELS = {name.upper(): level for level, name in DEFAULT_TAGS.items()}
