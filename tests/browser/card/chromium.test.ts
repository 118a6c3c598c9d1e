import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareBrowser } from '../harness/browser-fixture';
import { describeCard } from './describe-card';
import { describeClickjacking } from './describe-clickjacking';
import { describeInterference } from './describe-interference';
import { describeLayers } from './describe-layers';
import { describeOpening } from './describe-opening';
import { describePhone } from './describe-phone';
import { describeSmallWindows } from './describe-small-windows';
import { describeStability } from './describe-stability';

describe('in Chromium', () => {
  const fixture = prepareBrowser(launchChromium);
  describe('the card', () => describeCard(fixture));
  describe('pages in the card’s way', () => describeInterference(fixture));
  describe('a card in disguise', () => describeClickjacking(fixture));
  describe('a card in layers', () => describeLayers(fixture));
  describe('a card in little room', () => describeSmallWindows(fixture));
  describe('a card on a telephone', () => describePhone(fixture));
  describe('a card in restless hands', () => describeStability(fixture));
});

// In a browser of its own: it sets how cards open.
describe('terms in cards in Chromium', () => describeOpening(prepareBrowser(launchChromium)));
