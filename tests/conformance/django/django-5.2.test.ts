import { replayTraces } from './replay-traces.ts';

replayTraces('5.2');
