import { replayTraces } from './replay-traces.ts';

replayTraces('3.2');
