/** Owns running one TypeScript script through the build tool that compiles the product, so that nothing else has to. */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [, , script = '', ...rest] = process.argv;
process.argv = [process.execPath, resolve(script), ...rest];

/** The tool calls what it runs development; the builds a script starts are the reader's. */
const given = process.env.NODE_ENV;
const leaveEnvironment = {
  name: 'leave-environment',
  configResolved() {
    if (given === undefined) delete process.env.NODE_ENV;
  },
};
await runnerImport(resolve(script), { configFile: false, logLevel: 'error', plugins: [leaveEnvironment] });
