import { splitStatements } from '../django/management/dbshell/statements.ts';
import type { Action } from '../world/action.ts';
import { isIncompleteBlock } from './python-block.ts';
import type { Simulation } from './simulation.svelte.ts';
import type { StageRules } from './stage-rules.ts';
import { terminalEntries, typedBefore } from './terminal-lines.ts';
import { allowedPrograms, type Program } from './terminal-programs.ts';

const MANAGE = /^(?:\$\s*)?(?:(?:python3?|py)\s+)?(?:\S*\/)?manage\.py\s+/;
const DJANGO_ADMIN = /^(?:\$\s*)?(?:django-admin|python3?\s+-m\s+django)\s+/;

/** The terminal beside the server: which program has the prompt, and what it waits for. */
export class Terminal {
	readonly #simulation: Simulation;
	readonly #rules: StageRules;
	#program = $state<Program>('manage');
	#waiting = $state.raw<readonly string[]>([]);
	#note = $state<string | null>(null);
	readonly #entries = $derived.by(() =>
		terminalEntries(this.#simulation.moments.slice(0, this.#simulation.cursor + 1))
	);

	constructor(simulation: Simulation, rules: StageRules) {
		this.#simulation = simulation;
		this.#rules = rules;
	}

	/** The programs that this lesson allows; the sandbox allows all. */
	get programs(): readonly Program[] {
		return allowedPrograms(this.#rules);
	}

	get program(): Program {
		return this.programs.includes(this.#program) ? this.#program : (this.programs[0] ?? 'manage');
	}

	/** Gives the prompt to a program; what waited at the old one is dropped. */
	start(program: Program): void {
		if (!this.programs.includes(program)) {
			this.#note = `This lesson has no ${program} yet.`;
			return;
		}
		this.#program = program;
		this.#waiting = [];
		this.#note = null;
	}

	/** The lines of a block or statement that is not complete yet. */
	get waiting(): readonly string[] {
		return this.#waiting;
	}

	/** What the terminal says of the last line, where nothing was run. */
	get note(): string | null {
		return this.#note;
	}

	get entries() {
		return this.#entries;
	}

	/** What was typed at this program before, oldest first. */
	get history(): readonly string[] {
		return typedBefore(this.#simulation.moments, this.program);
	}

	/** Drops what waits, as Ctrl-C does. */
	interrupt(): void {
		this.#waiting = [];
		this.#note = null;
	}

	/** Takes one line. */
	async enter(line: string): Promise<void> {
		this.#note = null;
		if (this.program === 'manage') await this.#command(line.trim());
		else if (this.program === 'shell') await this.#python(line);
		else await this.#sql(line);
	}

	async #command(line: string): Promise<void> {
		const bare = line.replace(MANAGE, '').replace(DJANGO_ADMIN, '');
		if (bare === '') return;
		if (bare === 'shell' || bare === 'dbshell') this.start(bare);
		else if (/^runserver\b/.test(bare)) {
			this.#note =
				'Error: That port is already in use. The server runs: its lines stand here as requests come.';
		} else {
			const admin = DJANGO_ADMIN.test(line);
			const command = admin ? line.replace(/^\$\s*/, '') : bare;
			await this.#act({ type: 'manage', command, terminal: !admin });
		}
	}

	async #python(line: string): Promise<void> {
		if (this.#waiting.length === 0 && /^\s*(?:exit|quit)\(\)\s*$/.test(line)) {
			this.start('manage');
			return;
		}
		const code = [...this.#waiting, line].join('\n');
		if (isIncompleteBlock(code)) this.#waiting = [...this.#waiting, line];
		else {
			this.#waiting = [];
			if (code.trim() !== '') await this.#act({ type: 'shell', code, interactive: true });
		}
	}

	async #sql(line: string): Promise<void> {
		const isDot = this.#waiting.length === 0 && line.trim().startsWith('.');
		const input = [...this.#waiting, line].join('\n');
		if (!isDot && splitStatements(input).rest !== '') {
			this.#waiting = [...this.#waiting, line];
			return;
		}
		this.#waiting = [];
		if (input.trim() === '') return;
		await this.#act({ type: 'dbshell', input });
		if (isDot && /^\s*\.(?:quit|exit)\b/.test(line)) this.start('manage');
	}

	async #act(action: Action): Promise<void> {
		await this.#simulation.act(action);
	}
}
