import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Needs, setUp } from '../../tools/setup/set-up.mjs';
import { SetupError } from '../../tools/setup/setup-error.mjs';

const SET_UP = fileURLToPath(new URL('../../tools/setup', import.meta.url));

/** Replaces npm: records its calls and, in the root, installs a build tool whose `prepare` generates the types. */
const NPM = `#!/bin/sh
echo "$1" >> npm-calls
test -n "$NPM_ERROR" && echo "npm error $NPM_ERROR" >&2 && exit 1
test "$1" = ping && exit
mkdir -p node_modules/wxt/bin
test -n "$IS_FULL" && ln -s /dev/full node_modules/.pangzhu-lock
test -f wxt-stand-in.mjs && cp wxt-stand-in.mjs node_modules/wxt/bin/wxt.mjs
echo chatter
`;
const WXT = `import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('.wxt', { recursive: true });
writeFileSync('.wxt/tsconfig.json', '{}');
`;

/** Stands for the package manager of Debian, or for its failing: \`update\` only warns. */
const APT = `#!/bin/sh
echo "$@" >> "$APT_CALLS"
test -n "$APT_ERROR" && echo "$APT_ERROR"
test "$1" = update && exit
test -n "$APT_ERROR" && exit 100
for name in chromium firefox-esr nginx; do printf '#!/bin/sh\\necho Browser 200.0.1' > "$BIN/$name"; chmod +x "$BIN/$name"; done
printf '#!/bin/sh\\necho font' > "$BIN/fc-list"
chmod +x "$BIN/fc-list"
`;
const SUDO = `#!/bin/sh
test -n "$SUDO_ERROR" && echo "sudo: $SUDO_ERROR" >&2 && exit 1
shift
exec "$@"
`;

const DEBIAN_PACKAGES = 'chromium chromium-l10n firefox-esr fonts-noto-cjk';

/** Commands of a bare machine, used by the replacements. */
const COMMANDS = ['sh', 'mkdir', 'cp', 'chmod', 'ln'].flatMap((name) => {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
  return path ? [[name, path] as const] : [];
});

let root: string;
let bin: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'set up '));
  bin = join(root, 'bin');
  cpSync(SET_UP, join(root, 'tools/setup'), { recursive: true });
  write('tools/setup/run-script.mjs', 'console.log("ran", ...process.argv.slice(3));');
  write('package-lock.json', '{}');
  write('wxt-stand-in.mjs', WXT);
  mkdirSync(bin);
  addCommand('npm', NPM);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, content: string): void {
  writeFileSync(join(root, file), content);
}

function addCommand(name: string, script: string): void {
  writeFileSync(join(bin, name), script);
  chmodSync(join(bin, name), 0o755);
}

/** Runs a command as the scripts of package.json do. */
function run(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(process.execPath, [join(root, 'tools/setup/run.mjs'), ...args], { cwd: tmpdir(), env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

interface Machine {
  /** Further commands, by name. */
  commands?: Record<string, string>;
  env?: Record<string, string>;
  nodeVersion?: string;
  isRoot?: boolean;
}

/** Runs set-up on a machine without browsers, without a font and with few commands. */
function setUpOn(needs: Partial<Needs>, { commands = {}, env = {}, nodeVersion = '20.19.0', isRoot = true }: Machine) {
  for (const [name, script] of Object.entries(commands)) addCommand(name, script);
  const own = { PATH: bin, BIN: bin, APT_CALLS: join(root, 'apt-calls') };
  const machine = { nodeVersion, isRoot, env: { ...own, ...env } };
  return setUp(root, { needsBrowsers: false, needsNginx: false, folders: [], ...needs }, machine);
}

/** Arguments of each call of a replacement, recorded in `file`. */
const callsIn = (file: string) => readFileSync(join(root, file), 'utf8').trim().split('\n');
const installations = (folder = '.') => callsIn(`${folder}/npm-calls`).filter((call) => call === 'ci').length;

describe.skipIf(process.platform === 'win32')('a command', () => {
  it('installs missing packages with a message on standard error, then runs the script', async () => {
    const stderr = 'Installing packages …\n';
    expect(await run('script.ts', 'a b', '-')).toEqual({ status: 0, stdout: 'ran a b -\n', stderr });
    expect(installations()).toBe(1);
    write('command.mjs', 'console.log("JavaScript runs by itself", ...process.argv.slice(2));');
    expect(await run('command.mjs', 'a')).toEqual({ status: 0, stdout: 'JavaScript runs by itself a\n', stderr: '' });
  });

  it('waits for earlier commands, and installs only what they did not', async () => {
    const outcomes = await Promise.all([run('one.ts'), run('two.ts'), run('three.ts')]);
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(installations()).toBe(1);
  });

  it('ends with a sentence and exit code 2 if set-up fails', async () => {
    addCommand('npm', '#!/bin/sh\necho "npm error code EAI_AGAIN" >&2\nexit 1\n');
    expect(await run('script.ts')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Installing packages …\nThe npm registry cannot be reached: connect [^\n]+\n$/),
    });
  });
});

describe.skipIf(process.platform !== 'linux')('set-up', () => {
  beforeEach(() => {
    for (const [name, path] of COMMANDS) symlinkSync(path, join(bin, name));
  });

  /** Output of set-up. */
  let printed: string;
  beforeEach(() => {
    printed = '';
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      printed += chunk;
      return true;
    });
    return () => stderr.mockRestore();
  });

  const printing = (line: string) => `#!/bin/sh\necho ${line}\n`;
  const apt = { 'apt-get': APT };
  const browsers = {
    chromium: printing('Chromium 131.0.1'),
    firefox: printing('Mozilla Firefox 143.0'),
    'fc-list': printing('font'),
  };

  it('installs nothing the second time, unless the lockfile changed', async () => {
    await setUpOn({}, {});
    await setUpOn({}, {});
    expect(installations()).toBe(1);
    write('package-lock.json', '{"changed":true}');
    await setUpOn({}, {});
    expect(installations()).toBe(2);
  });

  it('installs the packages of a folder for the first command that needs them, with a message', async () => {
    mkdirSync(join(root, 'tools/bench'));
    write('tools/bench/package-lock.json', '{}');
    await setUpOn({}, {});
    expect(printed).not.toContain('tools/bench');
    await setUpOn({ folders: ['tools/bench'] }, {});
    expect(printed).toMatch(/^Installing the packages of tools\/bench …$/m);
    await setUpOn({ folders: ['tools/bench'] }, {});
    expect([installations(), installations('tools/bench')]).toEqual([1, 1]);
  });

  it('continues after an interrupted one', async () => {
    mkdirSync(join(root, '.output'));
    const ended = spawn(process.execPath, ['--version']);
    await new Promise((resolve) => ended.on('close', resolve));
    write('.output/setup-lock', String(ended.pid));
    await setUpOn({}, {});
    expect(installations()).toBe(1);
  });

  it('requests no package if the registry cannot be reached', async () => {
    await expect(setUpOn({}, { env: { NPM_ERROR: 'code EAI_AGAIN' } })).rejects.toThrow(SetupError);
    expect(callsIn('npm-calls')).toEqual(['ping']);
  });

  it('does not accept an incomplete installation', async () => {
    await setUpOn({}, {});
    write('package-lock.json', '{"changed":true}');
    await expect(setUpOn({}, { env: { NPM_ERROR: 'code EINTEGRITY' } })).rejects.toThrow('npm ci');
    write('package-lock.json', '{}');
    await setUpOn({}, {});
    expect(installations()).toBe(3);
  });

  it('passes the paths of browsers to the command', async () => {
    const paths = { PANGZHU_CHROMIUM: join(bin, 'chromium'), PANGZHU_FIREFOX: join(bin, 'firefox') };
    expect(await setUpOn({ needsBrowsers: true }, { commands: browsers })).toEqual(paths);
  });

  it.each([true, false])(
    'installs browsers and a font with Chinese where they are missing (as root: %s)',
    async (isRoot) => {
      await setUpOn({ needsBrowsers: true }, { commands: { ...apt, sudo: SUDO }, isRoot });
      expect(callsIn('apt-calls')).toEqual(['update', `install -y --no-install-recommends ${DEBIAN_PACKAGES}`]);
    },
  );

  it('installs the web server of tests with them, and passes its path', async () => {
    const paths = await setUpOn({ needsBrowsers: true, needsNginx: true }, { commands: { ...apt, ...browsers } });
    expect(callsIn('apt-calls')).toEqual(['update', 'install -y --no-install-recommends nginx-light']);
    expect(paths).toMatchObject({ PANGZHU_NGINX: join(bin, 'nginx') });
  });

  const again = 'then run this command again.';
  const noSpace = `No space is left on the device: free about 2 GB, ${again}`;
  const noRoot = `Installing ${DEBIAN_PACKAGES} needs root: run “sudo apt-get install ${DEBIAN_PACKAGES}”, ${again}`;
  const noNetwork = `cannot be reached: connect to the network or correct the proxy settings, ${again}`;
  const failures: Record<string, Machine & { says: string }> = {
    'an old Node': { nodeVersion: '20.18.3', says: `Node 20.18.3 is too old: install Node 20.19 or newer, ${again}` },
    'no network for packages': { env: { NPM_ERROR: 'code EAI_AGAIN' }, says: `The npm registry ${noNetwork}` },
    'no space for packages': { env: { NPM_ERROR: 'ENOSPC: no space left on device, write' }, says: noSpace },
    'no space for its own files': { env: { IS_FULL: 'yes' }, says: noSpace },
    'another failure of npm': {
      env: { NPM_ERROR: 'code EINTEGRITY' },
      says: `npm error code EINTEGRITY\n“npm ci --no-audit --no-fund” failed in ROOT: correct what it printed above, ${again}`,
    },
    'no package manager': {
      says: `There is no apt-get: install ${DEBIAN_PACKAGES} with the system's package manager, ${again}`,
    },
    'neither root nor sudo': { commands: apt, isRoot: false, says: noRoot },
    'a sudo that asks for a password': {
      commands: { ...apt, sudo: SUDO },
      env: { SUDO_ERROR: 'a password is required' },
      isRoot: false,
      says: noRoot,
    },
    'no network for browsers': {
      commands: apt,
      env: { APT_ERROR: "Err:1 http://server bookworm InRelease\n  Temporary failure resolving 'server'" },
      says: `Debian's package server ${noNetwork}`,
    },
    'no space for browsers': {
      commands: apt,
      env: { APT_ERROR: "E: You don't have enough free space in /var/cache/apt/archives/." },
      says: noSpace,
    },
    'another failure of apt-get': {
      commands: apt,
      env: { APT_ERROR: 'E: Could not get lock' },
      says: `E: Could not get lock\nE: Could not get lock\napt-get failed: install ${DEBIAN_PACKAGES} with the system's package manager, ${again}`,
    },
    'an old Chromium': {
      commands: { ...browsers, chromium: printing('Chromium 130.0.9') },
      says: 'ROOT/bin/chromium is chromium 130, which is too old: install 131 or newer, or name its path in PANGZHU_CHROMIUM.',
    },
    'an old Firefox': {
      commands: { ...browsers, firefox: printing('Mozilla Firefox 128.14.0esr') },
      says: 'ROOT/bin/firefox is firefox 128, which is too old: install 143 or newer, or name its path in PANGZHU_FIREFOX.',
    },
    'a browser that cannot be run': {
      env: { PANGZHU_CHROMIUM: '/nowhere/chromium' },
      says: 'PANGZHU_CHROMIUM names /nowhere/chromium, which cannot be run: correct it, or leave it out.',
    },
  };

  it.each(Object.entries(failures))('gives advice about %s', async (_name, { says, ...machine }) => {
    const error: unknown = await setUpOn({ needsBrowsers: true }, machine).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SetupError);
    expect(String(error).replaceAll(root, 'ROOT')).toBe(`Error: ${says}`);
  });
});
