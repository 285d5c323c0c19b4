import { replayTraces } from './replay-traces.ts';

replayTraces('6.1');
