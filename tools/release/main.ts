/** `npm run release -- VERSION`: sets the version, cuts the changelog, builds and checks the zips, commits and tags. */
import { errorMessage } from '../../glossary/error-message';
import { ROOT, runCommand } from '../check/command';
import { release } from './release';

// An interrupt ends the build, whose failure takes the release back.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => null);

const [version = ''] = process.argv.slice(2);
try {
  const zips = await release({ root: ROOT, version, date: new Date().toISOString().slice(0, 10), makeZips });
  console.log(`Committed and tagged v${version}. Push both, and upload the zips (docs/store/README.md):`);
  for (const path of zips) console.log(`  ${path}`);
} catch (error) {
  console.error(`No release: ${errorMessage(error)}`);
  process.exitCode = 1;
}

async function makeZips(): Promise<void> {
  for (const args of [['zip'], ['zip', '-b', 'firefox', '--mv3']]) {
    const { status, stdout, stderr } = await runCommand('node_modules/wxt/bin/wxt.mjs', args);
    if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
  }
}
