import { describe } from 'vitest';
import { launchChromium } from '../harness/driver';
import { describeCard } from './describe-card';

describe('the card in Chromium', () => describeCard(launchChromium));
