"""Connections by alias."""


class ConnectionDoesNotExist(Exception):
    """There is no connection of that alias."""
