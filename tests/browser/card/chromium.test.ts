import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeCard } from './describe-card';
import { describeDisguise } from './describe-disguise';
import { describeHostilePages } from './describe-hostile';
import { describeOpening } from './describe-opening';
import { describeRestless } from './describe-restless';

describe('in Chromium', () => {
  const stage = prepareStage(launchChromium);
  describe('the card', () => describeCard(stage));
  describe('pages in the card’s way', () => describeHostilePages(stage));
  describe('a card in disguise', () => describeDisguise(stage));
  describe('a card in restless hands', () => describeRestless(stage));
});

// In a browser of its own: it sets how cards open.
describe('terms in cards in Chromium', () => describeOpening(prepareStage(launchChromium)));
