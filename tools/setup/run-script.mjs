/** Runs one TypeScript script by Vite, which also compiles the product, so that no other compiler is needed. */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [, , script = '', ...rest] = process.argv;
process.argv = [process.execPath, resolve(script), ...rest];

/** Restores `NODE_ENV`, which Vite sets to development: builds that a script starts are for production. */
const given = process.env.NODE_ENV;
const leaveEnvironment = {
  name: 'leave-environment',
  configResolved() {
    if (given === undefined) delete process.env.NODE_ENV;
  },
};
await runnerImport(resolve(script), { configFile: false, logLevel: 'error', plugins: [leaveEnvironment] });
