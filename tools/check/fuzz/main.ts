/**
 * `npm run fuzz -- MINUTES [SEED]`: runs every parser and the finder on changed input for this time. Prints the seed; the
 * same seed gives the same inputs, in the same order.
 */
import { runCommand } from '../command';

/** Properties of the longest file, which run one after the other. */
const IN_A_ROW = 10;

const [minutes = '60', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const seconds = Math.max(1, Math.round((Number(minutes) * 60) / IN_A_ROW));
if (!(Number(minutes) > 0) || !Number.isInteger(Number(seed))) {
  console.error('Usage: npm run fuzz -- MINUTES [SEED]');
  process.exit(2);
}
console.log(`Seed ${seed}; ${seconds} seconds for each property`);
const { status } = await runCommand('node_modules/vitest/vitest.mjs', ['run', '--project', 'unit', 'fuzz.test'], {
  env: { PANGZHU_FUZZ_SECONDS: String(seconds), PANGZHU_FUZZ_SEED: seed, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  isShown: true,
});
process.exitCode = status ?? 1;
