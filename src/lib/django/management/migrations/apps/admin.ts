import type { VersionBehaviour } from '../../../versions.ts';
import { inSequence, type Migration } from '../migration.ts';
import { alterField, alterFieldOptions, createModel } from '../operations.ts';
import { column, foreignKey, index, table } from '../table.ts';

const TABLE = 'django_admin_log';
const ACTION_TIME = column('action_time', 'datetime NOT NULL');
const ACTION_FLAG = column('action_flag', 'smallint unsigned NOT NULL CHECK ("action_flag" >= 0)');

/** The migrations of `django.contrib.admin`. */
export function admin(): Migration[] {
	return inSequence('admin', [
		[
			'0001_initial',
			[
				createModel(
					'LogEntry',
					table(
						TABLE,
						[
							ACTION_TIME,
							column('object_id', 'text NULL'),
							column('object_repr', 'varchar(200) NOT NULL'),
							ACTION_FLAG,
							column('change_message', 'text NOT NULL'),
							foreignKey('content_type_id', 'django_content_type', true),
							foreignKey('user_id', 'auth_user')
						],
						[index(TABLE, 'content_type_id', 'c4bce8eb'), index(TABLE, 'user_id', 'c564eba6')]
					)
				)
			],
			{ app: 'auth', name: '0001_initial' },
			{ app: 'contenttypes', name: '0001_initial' }
		],
		['0002_logentry_remove_auto_add', [alterField('logentry', TABLE, ACTION_TIME, ACTION_TIME)]],
		[
			'0003_logentry_add_action_flag_choices',
			[alterFieldOptions('logentry', TABLE, ACTION_FLAG, rebuildsForChoices)]
		]
	]);
}

function rebuildsForChoices({ alterTableColumns }: VersionBehaviour): boolean {
	return !alterTableColumns;
}
