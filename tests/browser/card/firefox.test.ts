import { describe, expect, it } from 'vitest';
import { untilCard } from '../../../tools/browser/card';
import { launchFirefox } from '../../../tools/browser/driver';
import { untilMarked } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { throughout, until } from '../../../tools/browser/wait';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeCard } from './describe-card';
import { describeClickjacking } from './describe-clickjacking';
import { describeInterference } from './describe-interference';
import { describeOpening } from './describe-opening';
import { describeStability } from './describe-stability';

describe('in Firefox', () => {
  const fixture = prepareBrowser(launchFirefox);
  describe('the card', () => describeCard(fixture));
  describe('pages that interfere with the card', () => describeInterference(fixture));
  describe('clickjacking', () => describeClickjacking(fixture));
  describe('cards that stay under change', () => describeStability(fixture));
});

// In a browser of its own: it sets how cards open.
describe('terms in cards in Firefox', () => describeOpening(prepareBrowser(launchFirefox)));

describe('when Firefox disables the extension, which ends its scripts without an event', () => {
  let id = '';
  const fixture = prepareBrowser(async () => {
    const driver = await launchFirefox();
    const { browser } = driver;
    // The driver keeps no name of what it installed.
    const install = browser.installExtension.bind(browser);
    browser.installExtension = async (path) => {
      id = await install(path);
      return id;
    };
    return driver;
  });

  it('an open card becomes invisible and lets the pointer through', async () => {
    const page = await fixture.openSource('<!doctype html><p id="t">中国科协与“科创中国”。</p>');
    await untilMarked(page);
    await pointAt(page, '#t', '科创中国');
    const { box } = await untilCard(fixture.extensionPage, page, '科创中国');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const hit = () => page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName ?? '', middle);
    expect(await hit()).toBe('div');
    // As long as its script lives, it stays: longer than it takes to go afterwards.
    await throughout('the card under the pointer', 4000, async () => (await hit()) === 'div');
    await fixture.driver.browser.uninstallExtension(id);
    await until('the card to go', async () => (await hit()) === 'html');
  });
});
