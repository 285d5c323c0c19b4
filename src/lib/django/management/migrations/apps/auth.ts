import type { VersionBehaviour } from '../../../versions.ts';
import { inSequence, type Migration } from '../migration.ts';
import { alterField, createModel, noDatabaseChange } from '../operations.ts';
import { column, foreignKey, index, manyToMany, table, unique } from '../table.ts';

const PERMISSION = 'auth_permission';
const GROUP = 'auth_group';
const USER = 'auth_user';

const PERMISSION_NAME_50 = column('name', 'varchar(50) NOT NULL');
const PERMISSION_NAME = column('name', 'varchar(255) NOT NULL');
const GROUP_NAME_80 = column('name', 'varchar(80) NOT NULL UNIQUE');
const GROUP_NAME = column('name', 'varchar(150) NOT NULL UNIQUE');
const USERNAME_30 = column('username', 'varchar(30) NOT NULL UNIQUE');
const USERNAME = column('username', 'varchar(150) NOT NULL UNIQUE');
const EMAIL_75 = column('email', 'varchar(75) NOT NULL');
const EMAIL = column('email', 'varchar(254) NOT NULL');
const FIRST_NAME_30 = column('first_name', 'varchar(30) NOT NULL');
const FIRST_NAME = column('first_name', 'varchar(150) NOT NULL');
const LAST_NAME_30 = column('last_name', 'varchar(30) NOT NULL');
const LAST_NAME = column('last_name', 'varchar(150) NOT NULL');
const LAST_LOGIN_REQUIRED = { ...column('last_login', 'datetime NOT NULL'), default: 'now' } as const;
const LAST_LOGIN = column('last_login', 'datetime NULL');

/** The migrations of `django.contrib.auth`. */
export function auth({ proxyPermissionsPlan }: VersionBehaviour): Migration[] {
	const proxyPermissions = `Raw Python operation -> ${proxyPermissionsPlan}`;
	return inSequence('auth', [
		[
			'0001_initial',
			[createPermission(), createGroup(), createUser()],
			{ app: 'contenttypes', name: '0001_initial' }
		],
		[
			'0002_alter_permission_name_max_length',
			[alterField('permission', PERMISSION, PERMISSION_NAME_50, PERMISSION_NAME)]
		],
		['0003_alter_user_email_max_length', [alterField('user', USER, EMAIL_75, EMAIL)]],
		['0004_alter_user_username_opts', [noDatabaseChange('Alter field username on user')]],
		['0005_alter_user_last_login_null', [alterField('user', USER, LAST_LOGIN_REQUIRED, LAST_LOGIN)]],
		['0006_require_contenttypes_0002', [], { app: 'contenttypes', name: '0002_remove_content_type_name' }],
		['0007_alter_validators_add_error_messages', [noDatabaseChange('Alter field username on user')]],
		['0008_alter_user_username_max_length', [alterField('user', USER, USERNAME_30, USERNAME)]],
		['0009_alter_user_last_name_max_length', [alterField('user', USER, LAST_NAME_30, LAST_NAME)]],
		['0010_alter_group_name_max_length', [alterField('group', GROUP, GROUP_NAME_80, GROUP_NAME)]],
		[
			'0011_update_proxy_permissions',
			[noDatabaseChange(proxyPermissions, undefined, proxyPermissions)],
			{ app: 'contenttypes', name: '0002_remove_content_type_name' }
		],
		['0012_alter_user_first_name_max_length', [alterField('user', USER, FIRST_NAME_30, FIRST_NAME)]]
	]);
}

function createPermission() {
	return createModel(
		'Permission',
		table(
			PERMISSION,
			[
				PERMISSION_NAME_50,
				foreignKey('content_type_id', 'django_content_type'),
				column('codename', 'varchar(100) NOT NULL')
			],
			[
				unique(PERMISSION, ['content_type_id', 'codename'], '01ab375a'),
				index(PERMISSION, 'content_type_id', '2f476e4b')
			]
		)
	);
}

function createGroup() {
	return createModel(
		'Group',
		table(GROUP, [GROUP_NAME_80]),
		manyToMany(
			'auth_group_permissions',
			['group_id', GROUP],
			['permission_id', PERMISSION],
			['0cd325b0', 'b120cbf9', '84c5c92e']
		)
	);
}

function createUser() {
	return createModel(
		'User',
		table(USER, [
			column('password', 'varchar(128) NOT NULL'),
			LAST_LOGIN_REQUIRED,
			column('is_superuser', 'bool NOT NULL'),
			USERNAME_30,
			FIRST_NAME_30,
			LAST_NAME_30,
			EMAIL_75,
			column('is_staff', 'bool NOT NULL'),
			column('is_active', 'bool NOT NULL'),
			column('date_joined', 'datetime NOT NULL')
		]),
		manyToMany(
			'auth_user_groups',
			['user_id', USER],
			['group_id', GROUP],
			['94350c0c', '6a12ed8b', '97559544']
		),
		manyToMany(
			'auth_user_user_permissions',
			['user_id', USER],
			['permission_id', PERMISSION],
			['14a6b632', 'a95ead1b', '1fbb5f2c']
		)
	);
}
