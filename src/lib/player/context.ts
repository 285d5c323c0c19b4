import { createContext } from 'svelte';
import type { LessonRun } from './lesson-run.svelte.ts';
import type { Stage } from './stage.svelte.ts';

/** The stage that the components of a page belong to. */
export const [getStage, setStage] = createContext<Stage>();

/** The lesson that is played; only components under `ui/lesson` ask for it. */
export const [getLessonRun, setLessonRun] = createContext<LessonRun>();
