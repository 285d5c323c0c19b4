/** What is wrong with a lesson, and where. Lines and columns count from 1. */
export interface Problem {
	/** Path from the lessons folder: "01-the-server-remembers/scenario.yml". */
	readonly file: string;
	readonly line: number;
	readonly column: number;
	/** The field in the file, such as "steps[2].visit"; empty where no field is at fault. */
	readonly field: string;
	/** One sentence: the fact, and where it helps the fix. */
	readonly message: string;
}

/** "file:line:column field: message", as editors and terminals link it. */
export function formatProblem({ file, line, column, field, message }: Problem): string {
	return `${file}:${line}:${column} ${field ? `${field}: ` : ''}${message}`;
}

/** A problem of a whole file. */
export function fileProblem(file: string, message: string, line = 1): Problem {
	return { file, line, column: 1, field: '', message };
}
