import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, FIREFOX_ID, launchChromium, launchFirefox } from '../harness/driver';
import { firefoxWithPolicies } from '../harness/firefox-policies';
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

interface Policed {
  launch(): Promise<Driver>;
  /** Takes the policy away. */
  remove(): void;
}

/** Puts the policy where the browser looks for it; null where that cannot be done. */
type Police = () => Policed | null;

const policeChromium: Police = () => {
  if (!canWritePolicy()) return null;
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: POLICY } } }));
  return { launch: launchChromium, remove: () => rmSync(file, { force: true }) };
};

const policeFirefox: Police = () => {
  const firefox = firefoxWithPolicies({ '3rdparty': { Extensions: { [FIREFOX_ID]: POLICY } } });
  if (!firefox) return null;
  const { executablePath, remove } = firefox;
  return { launch: () => launchFirefox({ executablePath }), remove };
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
    await driver.install();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    policed?.remove();
  });

  it('holds from the first start, and says what is locked', async ({ skip }) => {
    if (!driver || !server) return skip('its policy cannot be written here');
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
