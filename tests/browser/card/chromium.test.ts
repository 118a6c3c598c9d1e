import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { describeCard } from './describe-card';
import { describeDisguise } from './describe-disguise';
import { describeHostilePages } from './describe-hostile';
import { describeOpening } from './describe-opening';

describe('the card in Chromium', () => describeCard(launchChromium));
describe('terms in cards in Chromium', () => describeOpening(launchChromium));
describe('pages in the card’s way in Chromium', () => describeHostilePages(launchChromium));
describe('a card in disguise in Chromium', () => describeDisguise(launchChromium));
