import { replayTraces } from './replay-traces.ts';

replayTraces('4.2');
