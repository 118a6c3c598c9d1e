import { createHash } from 'node:crypto';
import { accessSync, appendFileSync, constants, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inCard } from '../../../tools/browser/card-inspector';
import { type Driver, FIREFOX_ID, launchChromium, launchFirefox } from '../../../tools/browser/driver';
import { clickOn } from '../../../tools/browser/elements';
import { untilMarksAre } from '../../../tools/browser/marks';
import { type PageServer, servePages } from '../../../tools/browser/server';
import { pointAt } from '../../../tools/browser/text';
import { until } from '../../../tools/browser/wait';
import { firefoxWithPolicies } from '../harness/firefox-policies';

const FOLDER = '/etc/chromium/policies/managed';
const OUTPUT = fileURLToPath(new URL('../../../.output/', import.meta.url));
/** A copy of the build: all running Chromiums read the policy, those of tests beside this one too. */
const COPY = 'chrome-mv3-with-policy';
const EXTENSION = join(OUTPUT, COPY);
/** Id of an unpacked extension in Chromium, derived from its path, so that the policy applies to this copy only. */
const id = [...createHash('sha256').update(EXTENSION).digest('hex').slice(0, 32)]
  .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
  .join('');
const file = `${FOLDER}/pangzhu-test-${id}.json`;

const POLICY = {
  marks: { style: 'solid', colour: 'mauve' },
  sites: { off: ['127.0.0.1'] },
  muted: ['bundled/cast'],
  packs: [
    {
      id: 'society',
      title: '本会术语',
      terms: [
        {
          headword: '会士',
          forms: ['资深会士'],
          definition: '会员的最高一级。',
          source: { title: '本会章程', url: 'https://society.example/charter' },
        },
        { headword: '会', definition: '太短。' },
      ],
    },
  ],
  language: 'zh_TW',
  locked: ['sites', 'language', 'everything'],
};

/** Whether tests may write the machine's policies: as root on Linux. */
function canWritePolicy(): boolean {
  try {
    mkdirSync(FOLDER, { recursive: true });
    accessSync(FOLDER, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

interface Policed {
  /** With the extension installed. */
  launch(): Promise<Driver>;
  /** Removes the policy. */
  remove(): void;
}

/** Writes the policy where the browser reads it; null if that is impossible. */
type Police = () => Policed | null;

const policeChromium: Police = () => {
  if (!canWritePolicy()) return null;
  // Removed even if the run is interrupted (`tools/setup/supervise.mjs`).
  appendFileSync(join(tmpdir(), 'remove-at-end'), `${file}\n`);
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: POLICY } } }));
  cpSync(join(OUTPUT, 'chrome-mv3'), EXTENSION, { recursive: true });
  return {
    launch: async () => {
      const driver = await launchChromium();
      await driver.install(COPY);
      return driver;
    },
    remove: () => {
      rmSync(file, { force: true });
      rmSync(EXTENSION, { recursive: true, force: true });
    },
  };
};

const policeFirefox: Police = () => {
  const firefox = firefoxWithPolicies({ '3rdparty': { Extensions: { [FIREFOX_ID]: POLICY } } });
  if (!firefox) return null;
  const { executablePath, remove } = firefox;
  return {
    launch: async () => {
      const driver = await launchFirefox({ executablePath });
      await driver.install();
      return driver;
    },
    remove,
  };
};

describe.each([
  ['Chromium', policeChromium],
  ['Firefox', policeFirefox],
])('an organisation’s policy in %s', (_name, police) => {
  let policed: Policed | null = null;
  let driver: Driver | null = null;
  let server: PageServer | null = null;

  beforeAll(async () => {
    policed = police();
    if (!policed) return;
    [driver, server] = await Promise.all([policed.launch(), servePages()]);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    policed?.remove();
  });

  it('applies from the first start, and locked settings are named', async ({ skip }) => {
    if (!driver || !server) return skip('its policy cannot be written here');
    const page = await driver.newPage();
    await page.goto(`${server.origin}/news.html`);
    const options = await driver.openExtensionPage('options.html');
    const shown = await until('the options in the organisation’s language', () =>
      options.evaluate(() =>
        document.documentElement.lang === 'zh-Hant' && document.querySelector('.options-section')
          ? {
              solid: document.querySelectorAll<HTMLInputElement>('#look input[type=radio]')[1]?.checked,
              canChooseLook: !document.querySelectorAll<HTMLInputElement>('#look fieldset')[0]?.matches(':disabled'),
              canChooseLanguage: !document.querySelector('#language fieldset')?.matches(':disabled'),
              rules: [...document.querySelectorAll('#sites .options-list code')].map((code) => code.textContent),
              locks: document.querySelectorAll('.options-lock').length,
            }
          : null,
      ),
    );
    expect(shown).toEqual({
      solid: true,
      canChooseLook: true,
      canChooseLanguage: false,
      rules: ['127.0.0.1'],
      locks: 3,
    });
    // A page that was there before the policy was read had marks.
    await untilMarksAre(page, []);
  });

  it('lets a reader change what is preset but not locked', async ({ skip }) => {
    if (!driver || !server) return skip('its policy cannot be written here');
    server.put('muted.html', '<!doctype html><p>中国科协与科创中国。</p>');
    const page = await driver.newPage();
    await page.goto(`${server.otherSite}/muted.html`);
    expect(await untilMarksAre(page, ['科创中国'])).toEqual(['科创中国']);
    const options = await driver.openExtensionPage('options.html');
    await clickOn(options, '#muted .options-list button');
    await page.bringToFront();
    expect(await untilMarksAre(page, ['中国科协', '科创中国'])).toEqual(['中国科协', '科创中国']);
    await options.waitForSelector('#muted .options-list', { hidden: true });
  });

  it('contains packs, whose terms are marked, explained with their source, and listed in the book', async ({
    skip,
  }) => {
    if (!driver || !server) return skip('its policy cannot be written here');
    server.put('society.html', '<!doctype html><p id="t">授予資深會士，科协十大。</p>');
    const page = await driver.newPage();
    await page.goto(`${server.otherSite}/society.html`);
    expect(await untilMarksAre(page, ['資深會士', '科协十大'])).toEqual(['資深會士', '科协十大']);

    const options = await driver.openExtensionPage('options.html#packs');
    const packs = await until('the pack in the options', () =>
      options.evaluate(() => document.querySelector('#packs .options-list')?.textContent),
    );
    expect(packs).toBe('本会术语1 條');
    const fault = () => options.evaluate(() => document.querySelector('.options-note.is-warning')?.textContent ?? '');
    // Chromium removes only values that violate the schema.
    for (const place of ['marks.colour', 'locked: everything', 'packs[0].terms[1].headword']) {
      expect(await fault()).toContain(place);
    }

    await page.bringToFront();
    await pointAt(page, '#t', '資深會士');
    const card = await until('the card', () =>
      inCard(options, page, (root) => {
        const shown = root.querySelector('.entry-card:has(h2)')?.cloneNode(true) as Element | undefined; // Of an element.
        // Words that are not public are drawn by the style sheet.
        for (const item of shown?.querySelectorAll<HTMLElement>('.unsearchable') ?? [])
          item.textContent = item.dataset.text ?? '';
        const link = shown?.querySelector('a[href^="https:"]');
        return shown ? { text: shown.textContent, link: link?.getAttribute('href') } : null;
      }),
    );
    expect(card.text).toMatch(/会士.*機構術語.*会员的最高一级。.*本会章程.*由貴機構提供：本会术语/);
    expect(card.link).toBe('https://society.example/charter');

    const book = await driver.openExtensionPage('glossary-browser.html#/search/huishi');
    await until('the term in the book', () =>
      book.evaluate(() => document.body.textContent?.includes('会员的最高一级。')),
    );
  });
});
