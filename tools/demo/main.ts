/**
 * `npm start`: builds the extension, serves the demo page on 127.0.0.1 and opens Chromium with the extension in it.
 * Without a display, or with `--pictures`, it runs the demo by itself, writes a picture of every screen to `.output/demo/`
 * and prints marks, card and search results. `--pictures` also updates the pictures of the README.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../browser/driver';
import { servePages } from '../browser/server';
import { copyShown } from './copy-shown';
import { runUnattended } from './run-unattended';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const FOLDER = join(ROOT, '.output/demo');

const isForReadme = process.argv[2] === '--pictures';
const isWatched =
  !isForReadme &&
  (process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

function build(): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The build failed: see the message above.');
}

async function main(): Promise<void> {
  build();
  const server = await servePages();
  // Chinese interface by default; `LANGUAGE=en` or `zh_TW` selects another.
  const env = { ...process.env, LANGUAGE: process.env.LANGUAGE ?? 'zh_CN' };
  const driver = await launchChromium({ env, headless: !isWatched, defaultViewport: null });
  try {
    await driver.install();
    const address = `${server.origin}/news.html`;
    if (!isWatched) {
      await runUnattended(driver, address, FOLDER);
      if (isForReadme) copyShown(ROOT, FOLDER);
      return;
    }
    const [page = await driver.newPage()] = await driver.browser.pages();
    await page.goto(address);
    console.log(`Showing ${address}. Point at a dotted term; close the window to end.`);
    await new Promise<void>((resolve) => driver.browser.once('disconnected', () => resolve()));
  } finally {
    await driver.close().catch(() => null);
    await server.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
