/**
 * Owns measuring what it would cost to send a page's text to one host for the whole extension and get mentions back:
 * an offscreen document in Chromium, the background in Firefox. In a small extension of its own, in real browsers.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { launchChromium, launchFirefox } from '../../browser/driver';
import { servePages } from '../../browser/server';
import { until } from '../../browser/wait';
import type { Measured } from '../result';
import { OUTPUT } from '../run-bundled';

/** 100 kB as browsers hold Chinese text, two bytes a unit. */
const UNITS = 50_000;
const TRIPS = 60;
/** Three numbers each, as many as a text full of terms has. */
const MENTIONS = 1_000;

const ANSWER = `
  const api = globalThis.browser ?? globalThis.chrome;
  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message.to !== 'host') return;
    answer(Array.from({ length: 3 * ${MENTIONS} }, (_, i) => i * message.text.length));
  });`;

const OPEN_HOST = `
  chrome.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message.to !== 'background') return;
    chrome.offscreen
      .createDocument({ url: 'host.html', reasons: ['WORKERS'], justification: 'measures messages' })
      .then(() => answer(true));
    return true;
  });`;

/** Runs in the page; what it measured it leaves in the title. */
const ASK = `
  const api = globalThis.browser ?? globalThis.chrome;
  const text = '中国科学技术协会'.repeat(${UNITS / 8});
  const now = () => performance.now();
  async function trip() {
    const begin = now();
    const sent = api.runtime.sendMessage({ to: 'host', text });
    const calling = now() - begin;
    await sent;
    return { calling, whole: now() - begin };
  }
  (async () => {
    const begin = now();
    if (NEEDS_HOST) await api.runtime.sendMessage({ to: 'background' });
    const opening = now() - begin;
    const first = await trip();
    const trips = [];
    for (let i = 0; i < ${TRIPS}; i++) trips.push(await trip());
    const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
    const of = (key) => median(trips.map((one) => one[key]));
    const slowest = Math.max(...trips.map(({ whole }) => whole));
    document.title = JSON.stringify({ opening, first: first.whole, whole: of('whole'), calling: of('calling'), slowest });
  })();`;

const tripSchema = v.object({
  opening: v.number(),
  first: v.number(),
  whole: v.number(),
  calling: v.number(),
  slowest: v.number(),
});

export async function measureHop(): Promise<Measured[]> {
  const server = await servePages();
  const url = server.put('hop', '<!doctype html><title>waiting</title><p>中国科协</p>');
  try {
    const chromium = await tripsIn('chromium', url);
    const firefox = await tripsIn('firefox', url);
    return [...rowsOf('Chromium, offscreen document', chromium), ...rowsOf('Firefox, background', firefox)];
  } finally {
    await server.close();
  }
}

function rowsOf(
  where: string,
  { opening, first, whole, calling, slowest }: v.InferOutput<typeof tripSchema>,
): Measured[] {
  const row = (what: string, value: number): Measured => ({
    name: `100 kB to ${where} and back, ${what}`,
    value,
    unit: 'ms',
    limit: null,
    peers: {},
  });
  return [
    row('median', whole),
    row('slowest', slowest),
    row('of that in the page’s thread, sending', calling),
    row('first', first),
    ...(opening > 1 ? [row('opening the host', opening)] : []),
  ];
}

async function tripsIn(name: 'chromium' | 'firefox', url: string): Promise<v.InferOutput<typeof tripSchema>> {
  const driver = await (name === 'chromium' ? launchChromium() : launchFirefox());
  try {
    await driver.browser.installExtension(writeExtension(name));
    const page = await driver.newPage();
    await page.goto(url);
    let title = '';
    await until('the trips to be made', async () => {
      title = await page.title();
      return title.startsWith('{');
    });
    return v.parse(tripSchema, JSON.parse(title));
  } finally {
    await driver.close();
  }
}

/** @returns its folder. */
function writeExtension(name: 'chromium' | 'firefox'): string {
  const isChromium = name === 'chromium';
  const folder = join(OUTPUT, 'bench/hop', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'hop',
    version: '1',
    permissions: isChromium ? ['offscreen'] : [],
    host_permissions: ['<all_urls>'],
    background: isChromium ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'] }],
    ...(isChromium ? {} : { browser_specific_settings: { gecko: { id: 'hop@pangzhu.example' } } }),
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': isChromium ? OPEN_HOST : ANSWER,
    'content.js': `const NEEDS_HOST = ${isChromium};${ASK}`,
    'host.html': '<!doctype html><script src="host.js"></script>',
    'host.js': ANSWER,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}
