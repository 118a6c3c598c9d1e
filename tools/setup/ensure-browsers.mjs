/** Owns the browsers the tests and the demo drive, and a font that has Chinese. On Debian, what is missing is installed. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { withLock } from './lock.mjs';
import { SetupError } from './setup-error.mjs';

const BROWSERS = [
  {
    variable: 'PANGZHU_CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: ['chromium', 'chromium-l10n'],
  },
  { variable: 'PANGZHU_FIREFOX', names: ['firefox-esr', 'firefox'], packages: ['firefox-esr'] },
];
const FONT_PACKAGES = ['fonts-noto-cjk'];

/**
 * @param {string} root
 * @returns {Record<string, string>} the browsers' paths as environment variables.
 * @throws {SetupError} if one is missing and cannot be installed.
 */
export function ensureBrowsers(root) {
  if (missingPackages().length > 0) {
    withLock(join(root, '.output/setup-lock'), () => {
      const missing = missingPackages();
      if (missing.length > 0) install(missing);
    });
  }
  const paths = {};
  for (const browser of BROWSERS) {
    const path = pathOf(browser);
    if (!path)
      throw new SetupError(`There is no ${browser.names[0]}.`, `Install it, or name it in ${browser.variable}.`);
    paths[browser.variable] = path;
  }
  return paths;
}

function missingPackages() {
  const missing = BROWSERS.filter((browser) => !pathOf(browser)).flatMap(({ packages }) => packages);
  return hasChineseFont() ? missing : [...missing, ...FONT_PACKAGES];
}

function pathOf({ variable, names }) {
  const named = process.env[variable];
  if (named) {
    if (isRunnable(named)) return named;
    throw new SetupError(`${variable} names ${named}, which cannot be run.`, 'Correct it, or leave it out.');
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isRunnable) ?? null;
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Without fontconfig nobody can tell; then the platform is trusted to have one. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function install(packages) {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...args];
    // Without the run's temporary folder: a package manager killed with the run would leave the system's packages broken.
    const { TMPDIR: _, TMP: __, TEMP: ___, ...env } = process.env;
    env.DEBIAN_FRONTEND = 'noninteractive';
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 2], env }).status === 0;
  };
  process.stderr.write(`Installing ${packages.join(', ')} …\n`);
  if (apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)) return;
  throw new SetupError(
    `${packages.join(', ')} could not be installed.`,
    `Install ${packages.join(', ')} with the system's package manager (on Debian as root: apt-get install ${packages.join(' ')}), then try again.`,
  );
}
