import { describe, expect, it } from 'vitest';
import { untilCard } from '../../../tools/browser/card';
import { launchFirefox } from '../../../tools/browser/driver';
import { untilMarked } from '../../../tools/browser/marks';
import { pointAt } from '../../../tools/browser/text';
import { throughout, until } from '../../../tools/browser/wait';
import { prepareStage } from '../harness/stage';
import { describeCard } from './describe-card';
import { describeDisguise } from './describe-disguise';
import { describeHostilePages } from './describe-hostile';
import { describeOpening } from './describe-opening';
import { describeRestless } from './describe-restless';

describe('in Firefox', () => {
  const stage = prepareStage(launchFirefox);
  describe('the card', () => describeCard(stage));
  describe('pages in the card’s way', () => describeHostilePages(stage));
  describe('a card in disguise', () => describeDisguise(stage));
  describe('a card in restless hands', () => describeRestless(stage));
});

// In a browser of its own: it sets how cards open.
describe('terms in cards in Firefox', () => describeOpening(prepareStage(launchFirefox)));

describe('when Firefox takes the extension out, which ends its scripts without a word', () => {
  let id = '';
  const stage = prepareStage(async () => {
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

  it('an open card goes from sight and from the pointer’s way', async () => {
    const page = await stage.openSource('<!doctype html><p id="t">中国科协与“科创中国”。</p>');
    await untilMarked(page);
    await pointAt(page, '#t', '科创中国');
    const { box } = await untilCard(stage.backstage, page, '科创中国');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const hit = () => page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName ?? '', middle);
    expect(await hit()).toBe('div');
    // As long as its script lives, it stays: longer than it takes to go afterwards.
    await throughout('the card under the pointer', 4000, async () => (await hit()) === 'div');
    await stage.driver.browser.uninstallExtension(id);
    await until('the card to go', async () => (await hit()) === 'html');
  });
});
