import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeCard } from './describe-card';
import { describeClickjacking } from './describe-clickjacking';
import { describeInterference } from './describe-interference';
import { describeOpening } from './describe-opening';
import { describeStability } from './describe-stability';

describe('in Chromium', () => {
  const fixture = prepareBrowser(launchChromium);
  describe('the card', () => describeCard(fixture));
  describe('pages that interfere with the card', () => describeInterference(fixture));
  describe('clickjacking', () => describeClickjacking(fixture));
  describe('cards that stay under change', () => describeStability(fixture));
});

// In a browser of its own: it sets how cards open.
describe('terms in cards in Chromium', () => describeOpening(prepareBrowser(launchChromium)));
