"""Transactions, as savepoints of the one connection."""

import itertools
from contextlib import ContextDecorator, contextmanager

from _crumbtrail import host
from django.db.utils import DatabaseError, Error, ProgrammingError


class TransactionManagementError(ProgrammingError):
    """The transaction is used in a way that cannot be."""


# The open atomic blocks, outermost first: whether each one must be rolled back.
_blocks = []
_after_commit = []


def _tell():
    """The host refuses statements while the innermost block is broken."""
    host("sql.refuse", bool(_blocks and _blocks[-1]["broken"]))


def _break(broken=True):
    _blocks[-1]["broken"] = broken
    _tell()


@contextmanager
def mark_for_rollback_on_error(using=None):
    """A statement that fails inside an atomic block leaves it broken."""
    try:
        yield
    except Exception as error:
        if _blocks and isinstance(error, Error):
            _break()
        raise


class Atomic(ContextDecorator):
    # A block that a test case lays around a test does not count as one.
    _from_testcase = False

    def __init__(self, using=None, savepoint=True, durable=False):
        self.savepoint, self.durable = savepoint, durable

    def __enter__(self):
        if self.durable and _blocks and not _blocks[-1]["test"]:
            raise RuntimeError("A durable atomic block cannot be nested within another atomic block.")
        own = self.savepoint or not _blocks
        if own:
            host("sql.savepoint", "begin", len(_blocks))
        _blocks.append({"broken": False, "own": own, "test": self._from_testcase})
        _tell()

    def __exit__(self, kind, error, traceback):
        block = _blocks.pop()
        failed = kind is not None or block["broken"]
        _tell()
        if not block["own"]:
            if failed:
                _break()
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
    _break(rollback)


def get_rollback(using=None):
    if not _blocks:
        raise TransactionManagementError("The rollback flag doesn't work outside of an 'atomic' block.")
    return _blocks[-1]["broken"]


# Savepoints by hand; their numbers do not meet those of the blocks.
_savepoints = itertools.count(1000)


def savepoint(using=None):
    """A point to go back to, inside an atomic block."""
    if not _blocks:
        return None
    number = next(_savepoints)
    host("sql.savepoint", "begin", number)
    return number


def savepoint_rollback(sid, using=None):
    if _blocks and sid is not None:
        host("sql.savepoint", "rollback", sid)


def savepoint_commit(sid, using=None):
    if _blocks and sid is not None:
        host("sql.savepoint", "commit", sid)


def clean_savepoints(using=None):
    pass


def commit(using=None):
    _refuse_in_block()


def rollback(using=None):
    _refuse_in_block()


def _refuse_in_block():
    if _blocks:
        raise TransactionManagementError("This is forbidden when an 'atomic' block is active.")


def non_atomic_requests(using=None):
    return using if callable(using) else lambda function: function


__all__ = ["Atomic", "DatabaseError", "TransactionManagementError", "atomic", "on_commit"]
