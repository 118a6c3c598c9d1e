/**
 * `npm start`: builds the extension, serves the demo page on 127.0.0.1 and opens Chromium with the extension in it.
 * A published list is served beside it, to be followed. Without a display, or with `--pictures`, it runs the demo by itself,
 * writes a picture of every screen to `.output/demo/` and prints marks, card, search results, and what an update changed.
 * `--pictures` also updates the pictures of the README; `--store` takes those for the stores instead, into `.output/store/`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorMessage } from '../../glossary/error-message';
import { launchChromium, leadToLoopback } from '../browser/driver';
import { type PageServer, PUBLIC_HOST, servePages } from '../browser/server';
import { copyShown } from './copy-shown';
import { runUnattended } from './run-unattended';
import { DEMO_HOST, type ServedList, servePublished } from './serve-published';
import { STORE_LANGUAGES, takeStorePictures } from './store-pictures';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const FOLDER = join(ROOT, '.output/demo');

const isForReadme = process.argv[2] === '--pictures';
const isForStores = process.argv[2] === '--store';
const isWatched =
  !isForReadme &&
  !isForStores &&
  (process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

/** @param catalogue of published packs, as JSON; '' for that of the repository. */
function build(catalogue = ''): void {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PANGZHU_CATALOGUE: catalogue },
  });
  if (status !== 0) throw new Error('The build failed: see the message above.');
}

async function takeForStores(server: PageServer): Promise<void> {
  const folder = join(ROOT, '.output/store');
  for (const language of STORE_LANGUAGES) {
    // The popup shows the name of the host.
    const args = [`--host-resolver-rules=MAP ${PUBLIC_HOST} ${new URL(server.origin).host}`];
    const driver = await launchChromium({ args, env: { ...process.env, LANGUAGE: language } });
    try {
      await driver.install();
      const address = `http://${PUBLIC_HOST}/news.html?${language}`;
      await takeStorePictures(driver, { root: ROOT, folder, language, address });
    } finally {
      await driver.close().catch(() => null);
    }
  }
  console.log(`Pictures for the stores are in ${folder}`);
}

async function main(): Promise<void> {
  if (isForStores) {
    build();
    const server = await servePages();
    await takeForStores(server).finally(() => server.close());
    return;
  }
  const list = await servePublished();
  try {
    build(list.catalogue);
    await show(list);
  } finally {
    list.close();
    process.stdin.pause();
  }
}

async function show(list: ServedList): Promise<void> {
  const server = await servePages();
  // Chinese interface by default; `LANGUAGE=en` or `zh_TW` selects another.
  const env = { ...process.env, LANGUAGE: process.env.LANGUAGE ?? 'zh_CN' };
  const named = leadToLoopback('chromium', [DEMO_HOST]);
  const driver = await launchChromium({ ...named, env, headless: !isWatched, defaultViewport: null });
  try {
    await driver.install();
    const address = `${server.origin}/news.html`;
    if (!isWatched) {
      await runUnattended(driver, address, list, FOLDER);
      if (isForReadme) copyShown(ROOT, FOLDER);
      return;
    }
    const [page = await driver.newPage()] = await driver.browser.pages();
    await page.goto(address);
    console.log(`Showing ${address}. Point at a dotted term; close the window to end.`);
    console.log(`A published list is at ${list.site}. It is in the catalogue of the page “Glossaries”.`);
    console.log(`Its address: ${list.follow}`);
    console.log('Press Enter here to publish its second revision.');
    process.stdin.once('data', () => void list.publishSecond().then((printed) => console.log(printed)));
    await new Promise<void>((resolve) => driver.browser.once('disconnected', () => resolve()));
  } finally {
    await driver.close().catch(() => null);
    await server.close();
  }
}

// Awaited: a module that is loaded later needs the runner that loaded this one.
await main().catch((error: unknown) => {
  console.error(errorMessage(error));
  process.exitCode = 1;
});
