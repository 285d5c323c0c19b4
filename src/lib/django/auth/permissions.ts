import type { SqlRunner } from '../sql/sql-runner.ts';
import type { VersionBehaviour } from '../versions.ts';

/** Where a permission comes from; a superuser has them all. */
export type PermissionSource = 'all' | 'user' | 'group';

const PERMISSION = '"auth_permission"';
const TYPE = '"django_content_type"';
const JOIN_TYPE = `INNER JOIN ${TYPE} ON (${PERMISSION}."content_type_id" = ${TYPE}."id")`;

/** The permissions of a user as "app.codename". */
export function permissionsOf(
	source: PermissionSource,
	userId: number,
	sql: SqlRunner,
	version: VersionBehaviour
): string[] {
	const aliases = version.valuesAliases;
	const app = aliases ? ' AS "content_type__app_label"' : '';
	const codename = aliases ? ' AS "codename"' : '';
	const columns = `${TYPE}."app_label"${app}, ${PERMISSION}."codename"${codename}`;
	const from = `SELECT ${columns} FROM ${PERMISSION} ${tail(source, version)}`;
	const rows = sql.select(from, source === 'all' ? [] : [userId]);
	return rows.map(([label, name]) => `${String(label)}.${String(name)}`);
}

function tail(source: PermissionSource, version: VersionBehaviour): string {
	switch (source) {
		case 'all':
			return JOIN_TYPE;
		case 'user': {
			const between = '"auth_user_user_permissions"';
			const join = `INNER JOIN ${between} ON (${PERMISSION}."id" = ${between}."permission_id")`;
			return `${join} ${JOIN_TYPE} WHERE ${between}."user_id" = ?`;
		}
		case 'group':
			return groupTail(version);
	}
}

function groupTail({ groupPermissions }: VersionBehaviour): string {
	const between = '"auth_group_permissions"';
	const join = `INNER JOIN ${between} ON (${PERMISSION}."id" = ${between}."permission_id")`;
	if (groupPermissions === 'joined') {
		const group = `INNER JOIN "auth_group" ON (${between}."group_id" = "auth_group"."id")`;
		const users = `INNER JOIN "auth_user_groups" ON ("auth_group"."id" = "auth_user_groups"."group_id")`;
		return `${join} ${group} ${users} ${JOIN_TYPE} WHERE "auth_user_groups"."user_id" = ?`;
	}
	const [group, user] = groupPermissions === 'quoted' ? ['"U0"', '"U1"'] : ['U0', 'U1'];
	const inner = `SELECT ${group}."id" FROM "auth_group" ${group} INNER JOIN "auth_user_groups" ${user} ON (${group}."id" = ${user}."group_id") WHERE ${user}."user_id" = ?`;
	return `${join} ${JOIN_TYPE} WHERE ${between}."group_id" IN (${inner})`;
}
