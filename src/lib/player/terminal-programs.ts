import type { StageRules } from './stage-rules.ts';

/** The programs of the terminal. */
export const PROGRAMS = ['manage', 'shell', 'dbshell'] as const;
export type Program = (typeof PROGRAMS)[number];

/** The programs that a lesson allows; the sandbox allows all. */
export function allowedPrograms(rules: StageRules): readonly Program[] {
	const allowed = {
		manage: rules.allows('manage'),
		shell: rules.allows('shell') && rules.shows('shell'),
		dbshell: rules.allows('sql') && rules.shows('dbshell')
	};
	return PROGRAMS.filter((program) => allowed[program]);
}
