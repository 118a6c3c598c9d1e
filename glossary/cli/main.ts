/** Runs the command that the first argument names: `npm run find`, `npm run eval`. */
import { runNamed } from './commands';
import { runProcess } from './run-process';

await runProcess(runNamed);
