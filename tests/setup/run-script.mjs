/** Owns running one TypeScript script through the build tool that compiles the product, so that nothing else has to. */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [, , script = '', ...rest] = process.argv;
process.argv = [process.execPath, resolve(script), ...rest];
await runnerImport(resolve(script), { configFile: false, logLevel: 'error' });
