"""migrate and showmigrations: output, tables, rows, the way back, mistakes."""

from base import *
SCHEMA={'sql':"select type, name, tbl_name, sql from sqlite_master order by rowid"}
ROWS=[{'sql':'select id, app, name, applied from django_migrations order by id'}]
CT=[{'sql':'select * from django_content_type order by id'}]
PERM=[{'sql':'select * from auth_permission order by id'}]
m=lambda x:{'manage':x}
cases=[]
def add(id,apps,steps,**k): cases.append(case('migrate/'+id,'migrate',steps,apps=apps,**k))
add('six',SIX,[m('showmigrations'),m('showmigrations --plan'),m('migrate'),SCHEMA]+ROWS+CT+PERM+[m('migrate'),m('showmigrations'),m('showmigrations -p -v 2'),m('showmigrations -v 2'),m('migrate --plan'),m('migrate --check')])
add('six-v2',SIX,[m('migrate -v 2'),m('migrate -v 2')])
add('six-v0',SIX,[m('migrate -v 0'),SCHEMA])
add('sessions',('sessions',),[m('migrate'),SCHEMA]+ROWS+CT+[m('showmigrations'),m('migrate -v 3')])
add('none',(),[m('migrate'),SCHEMA,m('migrate'),m('showmigrations')])
add('static-messages',('messages','staticfiles'),[m('migrate'),SCHEMA])
add('contenttypes-sessions',('contenttypes','sessions'),[m('migrate'),SCHEMA]+CT)
add('order',('sessions','auth','contenttypes','admin'),[m('migrate'),SCHEMA]+CT+PERM+ROWS)
add('auth-only',('auth','sessions'),[m('migrate')])
add('admin-no-auth',('admin','contenttypes','sessions','messages'),[m('migrate')])
add('admin-no-contenttypes',('admin','auth'),[m('migrate')])
add('later',('sessions',),[m('migrate'),{'edit':{'settings.py':settings(SIX,ALL)}},m('showmigrations'),m('migrate')]+CT+PERM)
add('partial',SIX,[m('migrate sessions'),SCHEMA,m('migrate auth 0001'),SCHEMA,m('showmigrations'),m('migrate auth 0003_alter_user_email_max_length'),m('migrate contenttypes'),m('migrate admin'),m('migrate --plan'),m('migrate'),SCHEMA]+CT+PERM)
add('back',SIX,[m('migrate -v 0'),m('migrate sessions zero'),SCHEMA,m('showmigrations sessions'),m('migrate sessions zero'),m('migrate auth 0010'),SCHEMA,m('migrate admin zero'),SCHEMA,m('migrate auth zero'),SCHEMA,m('migrate contenttypes zero'),SCHEMA]+ROWS+[m('migrate'),SCHEMA]+CT+PERM)
add('back-plan',SIX,[m('migrate -v 0'),m('migrate auth 0004 --plan'),m('migrate auth 0004'),m('migrate --plan'),SCHEMA])
add('fake',SIX,[m('migrate --fake'),SCHEMA]+ROWS+[m('showmigrations')])
add('fake-initial',SIX,[m('migrate -v 0'),{'sql':"delete from django_migrations where app='sessions'"},m('migrate'),m('migrate --fake-initial'),m('migrate sessions --fake'),m('showmigrations sessions')])
add('errors',SIX,[m('migrate nothing'),m('migrate sessions 0002'),m('migrate auth 000'),m('migrate messages'),m('migrate --nonsense'),m('migrate -v 7'),m('migrate --database other'),m('showmigrations nothing'),m('showmigrations sessions auth'),m('showmigrations messages'),m('nonsense'),m('migrate a b c'),m('migrate --run-syncdb'),m('migrate auth zero'),m('migrate --check')])
add('dropped',SIX,[m('migrate -v 0'),{'sql':'drop table django_session'},m('clearsessions'),m('migrate'),m('migrate sessions zero')])
add('rows-kept',SIX,[m('migrate auth 0011'),{'sql':"insert into auth_user (password,is_superuser,username,last_name,email,is_staff,is_active,date_joined,first_name) values ('x',0,'ada','L','a@x',0,1,'2026-01-01 00:00:00','A')"},m('migrate'),{'sql':'select * from auth_user'}])
add('unmigrated-app',('sessions','.shop'),[m('migrate'),m('showmigrations'),m('check')],more={'shop/__init__.py':''})
add('missing-app',('sessions','.shop'),[m('migrate')])
add('twice',('sessions','sessions'),[m('migrate')])
add('appconfig',('django.contrib.sessions.apps.SessionsConfig','django.contrib.auth.apps.AuthConfig','contenttypes'),[m('migrate'),m('showmigrations')])
add('dummy-db',SIX,[m('migrate'),m('clearsessions'),m('showmigrations')],extra="DATABASES = {}\n",observe=False)
if __name__ == '__main__':
    out(cases)
