import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SET_UP = fileURLToPath(new URL('../../tools/setup', import.meta.url));

/** Stands for npm: notes that it was called, and installs a build tool whose `prepare` makes the types. */
const NPM = `#!/bin/sh
echo "$1" >> npm-calls
test -f npm-fails && exit 1
mkdir -p node_modules/wxt/bin
cp wxt-stand-in.mjs node_modules/wxt/bin/wxt.mjs
echo chatter
`;
const WXT = `import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('.wxt', { recursive: true });
writeFileSync('.wxt/tsconfig.json', '{}');
`;

/** Stands for the package manager of Debian, or for its failing. */
const APT = `#!/bin/sh
echo "$@" >> "$APT_CALLS"
test -n "$APT_FAILS" && exit 100
test "$1" = update && exit
for name in chromium firefox-esr; do echo '#!/bin/sh' > "$BIN/$name"; chmod +x "$BIN/$name"; done
printf '#!/bin/sh\necho font' > "$BIN/fc-list"
chmod +x "$BIN/fc-list"
`;
const SUDO = `#!/bin/sh
shift
exec "$@"
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'set up '));
  cpSync(SET_UP, join(root, 'tools/setup'), { recursive: true });
  writeFileSync(join(root, 'tools/setup/run-script.mjs'), 'console.log("ran", ...process.argv.slice(3));');
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'wxt-stand-in.mjs'), WXT);
  mkdirSync(join(root, 'bin'));
  addCommand('npm', NPM);
});

function addCommand(name: string, script: string): void {
  writeFileSync(join(root, 'bin', name), script);
  chmodSync(join(root, 'bin', name), 0o755);
}

afterEach(() => rmSync(root, { recursive: true, force: true }));

function run(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return runWith({ PATH: `${join(root, 'bin')}${delimiter}${process.env.PATH ?? ''}` }, ...args);
}

function runWith(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'tools/setup/run.mjs'), ...args], {
    cwd: tmpdir(),
    env: { ...process.env, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr })),
  );
}

const npmCalls = () => readFileSync(join(root, 'npm-calls'), 'utf8').trim().split('\n');

describe.skipIf(process.platform === 'win32')('set-up', () => {
  it('installs what is missing, keeps its chatter from standard output, then runs the script', async () => {
    const { status, stdout, stderr } = await run('script.ts', 'a b', '-');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'ran a b -\n' });
    expect(stderr).toContain('chatter');
    expect(npmCalls()).toEqual(['ci']);
  });

  it('installs nothing the second time, unless the lockfile has changed', async () => {
    await run('script.ts');
    expect(await run('script.ts')).toMatchObject({ status: 0, stderr: '' });
    expect(npmCalls()).toEqual(['ci']);
    writeFileSync(join(root, 'package-lock.json'), '{"changed":true}');
    await run('script.ts');
    expect(npmCalls()).toEqual(['ci', 'ci']);
  });

  it('installs once for commands that start together', async () => {
    const outcomes = await Promise.all([run('one.ts'), run('two.ts'), run('three.ts')]);
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(npmCalls()).toEqual(['ci']);
  });

  it('takes over from a set-up that was ended in the middle', async () => {
    mkdirSync(join(root, '.output'));
    const ended = spawn(process.execPath, ['--version']);
    await new Promise((resolve) => ended.on('close', resolve));
    writeFileSync(join(root, '.output/setup-lock'), String(ended.pid));
    expect(await run('script.ts')).toMatchObject({ status: 0 });
  });

  it('says what failed and what to do, and does not take half an installation for one', async () => {
    writeFileSync(join(root, 'npm-fails'), '');
    const { status, stdout, stderr } = await run('script.ts');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('npm ci');
    expect(stderr).toContain('Check the connection');
    rmSync(join(root, 'npm-fails'));
    expect(await run('script.ts')).toMatchObject({ status: 0 });
  });

  describe.skipIf(process.platform !== 'linux')('of browsers', () => {
    /** A machine without browsers and fonts: of its commands there are only these few. */
    async function runOnBareMachine(env: Record<string, string> = {}) {
      for (const command of ['sh', 'mkdir', 'cp', 'chmod'])
        symlinkSync(execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim(), bin(command));
      addCommand('apt-get', APT);
      addCommand('sudo', SUDO);
      const own = { PATH: join(root, 'bin'), BIN: join(root, 'bin'), APT_CALLS: join(root, 'apt-calls') };
      const unnamed = { PANGZHU_CHROMIUM: '', PANGZHU_FIREFOX: '' };
      return runWith({ ...own, ...unnamed, ...env }, '--browsers', 'script.ts');
    }
    const bin = (command: string) => join(root, 'bin', command);
    const aptCalls = () => readFileSync(join(root, 'apt-calls'), 'utf8').trim().split('\n');

    it('installs them and a font with Chinese where they are missing', async () => {
      expect(await runOnBareMachine()).toMatchObject({ status: 0, stdout: 'ran\n' });
      expect(aptCalls()).toEqual([
        'update',
        'install -y --no-install-recommends chromium chromium-l10n firefox-esr fonts-noto-cjk',
      ]);
    });

    it('says what to install where it cannot', async () => {
      const { status, stdout, stderr } = await runOnBareMachine({ APT_FAILS: 'yes' });
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain('apt-get install chromium chromium-l10n firefox-esr fonts-noto-cjk');
    });

    it('refuses one that cannot be run', async () => {
      const { status, stderr } = await runOnBareMachine({ PANGZHU_CHROMIUM: '/nowhere/chromium' });
      expect(status).toBe(1);
      expect(stderr).toContain('PANGZHU_CHROMIUM names /nowhere/chromium');
    });
  });
});
