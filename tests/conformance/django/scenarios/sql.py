"""Statements typed straight at the database file, as Python's sqlite3 answers them."""

from base import case, write

STATEMENTS = [
    "select 1; select 2", "select 1;", "select 1; -- and no more", "select 1; nonsense", "", "  ;", "-- a note",
    "selec 1", "select 1 where", "select * from nope", "select 'a' as b, 2 c", "values (1,2),(3,4)",
    "select 1.0, null, 1e300, 9223372036854775807", "select abs(-9223372036854775808)", "select json('{')",
    "insert into django_session values ('a','b')", "insert into django_session values ('a','b','c')",
    "insert into django_session values ('a','b','c')", "insert into django_session values (null,'b','c')",
    "update django_session set expire_date=null", "create table t(a integer primary key, b check(b>0))",
    "insert into t values ('x',1)", "insert into t values (1,-1)", "drop table t", "drop table t",
    "delete from django_session returning session_key", "select 1 from django_session where session_key like 'a' escape 'ab'",
]  # fmt: skip

write([case("sql/statements", [{"sql": statement} for statement in STATEMENTS])])
