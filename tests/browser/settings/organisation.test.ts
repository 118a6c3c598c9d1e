import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launchChromium } from '../harness/driver';
import { marksOf } from '../harness/marks';
import { type PageServer, servePages } from '../harness/server';
import { until } from '../harness/wait';

const FOLDER = '/etc/chromium/policies/managed';
const EXTENSION = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));
/** As Chromium names an unpacked extension: by where it is, so that the policy is for no other copy. */
const id = [...createHash('sha256').update(EXTENSION).digest('hex').slice(0, 32)]
  .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
  .join('');
const file = `${FOLDER}/pangzhu-test-${id}.json`;

const POLICY = {
  marks: { style: 'solid' },
  sites: { off: ['127.0.0.1'] },
  muted: ['cast'],
  language: 'zh_TW',
  locked: ['sites', 'language'],
};

/** Whether the machine's policies may be written: as root on Linux. */
function canWritePolicy(): boolean {
  try {
    mkdirSync(FOLDER, { recursive: true });
    accessSync(FOLDER, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!canWritePolicy())('an organisation’s policy in Chromium (skipped where it cannot be written)', () => {
  let driver: Driver;
  let server: PageServer;

  beforeAll(async () => {
    // Not before: where all tests are passed over, nothing would take it away again.
    writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: POLICY } } }));
    [driver, server] = await Promise.all([launchChromium(), servePages()]);
    await driver.install();
  });
  afterAll(async () => {
    rmSync(file, { force: true });
    await driver?.close();
    await server?.close();
  });

  it('holds from the first start, and says what is locked', async () => {
    const page = await driver.browser.newPage();
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
    expect(await marksOf(page)).toEqual([]);
  });
});
