import { DJANGO_VERSIONS, type DjangoVersion, type ProjectFiles } from '../../django/server.ts';
import { DEFAULT_START } from '../../time/instant.ts';
import type { WorldStart } from '../../world/scenario.ts';
import { ENGINES, withEngine, type Engine } from '../session-engine.ts';

/** One world of the comparison: the same project on one engine and one version. */
export interface Column {
	readonly engine: Engine;
	readonly django: DjangoVersion;
	/** What sets it apart from the others: "cache", "4.2", or "cache · 4.2". */
	readonly label: string;
}

/** A column for each engine under each version, in Django's order. */
export function columnsOf(engines: readonly Engine[], versions: readonly DjangoVersion[]): Column[] {
	const picked = ENGINES.filter((engine) => engines.includes(engine));
	const djangos = DJANGO_VERSIONS.filter((version) => versions.includes(version));
	return picked.flatMap((engine) =>
		djangos.map((django) => ({ engine, django, label: labelOf(engine, django, picked, djangos) }))
	);
}

function labelOf(
	engine: Engine,
	django: string,
	engines: readonly unknown[],
	djangos: readonly unknown[]
): string {
	if (djangos.length < 2) return engine;
	return engines.length < 2 ? `Django ${django}` : `${engine} · ${django}`;
}

/** How the world of a column begins. All begin at the same moment, with the same chance and the same keys. */
export function startOf({ engine, django }: Column, project: ProjectFiles): WorldStart {
	return {
		django,
		now: DEFAULT_START,
		project: { ...project, 'settings.py': withEngine(project['settings.py'] ?? '', engine) },
		origin: 'http://127.0.0.1:8000',
		sessionKeys: [],
		seed: 'compare'
	};
}
