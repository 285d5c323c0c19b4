"""Transactions, as savepoints of the one connection."""

from contextlib import ContextDecorator, contextmanager

from _crumbtrail import host
from django.db.utils import DatabaseError, Error, ProgrammingError


class TransactionManagementError(ProgrammingError):
    """The transaction is used in a way that cannot be."""


# The open atomic blocks, outermost first: whether each one must be rolled back.
_blocks = []
_after_commit = []


def refuse_if_broken():
    if _blocks and _blocks[-1]["broken"]:
        raise TransactionManagementError(
            "An error occurred in the current transaction. You can't execute queries until the end of the "
            "'atomic' block."
        )


@contextmanager
def mark_for_rollback_on_error(using=None):
    """A statement that fails inside an atomic block leaves it broken."""
    refuse_if_broken()
    try:
        yield
    except Exception as error:
        if _blocks and isinstance(error, Error):
            _blocks[-1]["broken"] = True
        raise


class Atomic(ContextDecorator):
    def __init__(self, using=None, savepoint=True, durable=False):
        self.savepoint, self.durable = savepoint, durable

    def __enter__(self):
        if self.durable and _blocks:
            raise RuntimeError("A durable atomic block cannot be nested within another atomic block.")
        own = self.savepoint or not _blocks
        if own:
            host("sql.savepoint", "begin", len(_blocks))
        _blocks.append({"broken": False, "own": own})

    def __exit__(self, kind, error, traceback):
        block = _blocks.pop()
        failed = kind is not None or block["broken"]
        if not block["own"]:
            if failed:
                _blocks[-1]["broken"] = True
            return
        host("sql.savepoint", "rollback" if failed else "commit", len(_blocks))
        if not _blocks:
            waiting, _after_commit[:] = list(_after_commit), []
            if not failed:
                for function in waiting:
                    function()


def atomic(using=None, savepoint=True, durable=False):
    if callable(using):
        return Atomic("default", savepoint, durable)(using)
    return Atomic(using, savepoint, durable)


def on_commit(func, using=None, robust=False):
    if _blocks:
        _after_commit.append(func)
    else:
        func()


def get_autocommit(using=None):
    return not _blocks


def get_connection(using=None):
    from django.db import connection

    return connection


def set_rollback(rollback, using=None):
    if not _blocks:
        raise TransactionManagementError("The rollback flag doesn't work outside of an 'atomic' block.")
    _blocks[-1]["broken"] = rollback


def get_rollback(using=None):
    if not _blocks:
        raise TransactionManagementError("The rollback flag doesn't work outside of an 'atomic' block.")
    return _blocks[-1]["broken"]


def non_atomic_requests(using=None):
    return using if callable(using) else lambda function: function


__all__ = ["Atomic", "DatabaseError", "TransactionManagementError", "atomic", "on_commit"]
