import { inSequence, type Migration } from '../migration.ts';
import {
	alterField,
	alterUniqueTogether,
	createModel,
	noDatabaseChange,
	removeField,
	type OperationContext
} from '../operations.ts';
import { column, ID, table, unique } from '../table.ts';

const TABLE = 'django_content_type';
const NAME = column('name', 'varchar(100) NOT NULL');
const NULLABLE_NAME = column('name', 'varchar(100) NULL');

/** The migrations of `django.contrib.contenttypes`. */
export function contenttypes(): Migration[] {
	return inSequence('contenttypes', [
		[
			'0001_initial',
			[
				createModel(
					'ContentType',
					table(TABLE, [
						NAME,
						column('app_label', 'varchar(100) NOT NULL'),
						column('model', 'varchar(100) NOT NULL')
					])
				),
				alterUniqueTogether('contenttype', TABLE, unique(TABLE, ['app_label', 'model'], '76bd3d3b'))
			]
		],
		[
			'0002_remove_content_type_name',
			[
				noDatabaseChange('Change Meta options on contenttype'),
				alterField('contenttype', TABLE, NAME, NULLABLE_NAME),
				noDatabaseChange('Raw Python operation', fillNames, 'Raw Python operation'),
				removeField('contenttype', TABLE, NULLABLE_NAME)
			]
		]
	]);
}

/** The way back gives each content type the name of its class; Django looks it up among the installed models. */
function fillNames({ sql }: OperationContext): void {
	if (!sql) return;
	const columns = [ID.name, 'name', 'app_label', 'model'].map((name) => `"${TABLE}"."${name}"`).join(', ');
	const update = `UPDATE "${TABLE}" SET "name" = ?, "app_label" = ?, "model" = ? WHERE "${TABLE}"."id" = ?`;
	for (const [id, , app, model] of sql.select(`SELECT ${columns} FROM "${TABLE}"`)) {
		const name = model === 'contenttype' ? 'ContentType' : (model ?? null);
		sql.execute(update, [name, app ?? null, model ?? null, id ?? null]);
	}
}
