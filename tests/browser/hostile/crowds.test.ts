import { describe } from 'vitest';
import { launchChromium, launchFirefox } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeCrowds } from './crowds';

// In browsers of their own: after all the other pages Chromium does not answer for every frame any more.
describe('in Chromium', () => describeCrowds(prepareStage(launchChromium)));
describe('in Firefox', () => describeCrowds(prepareStage(launchFirefox)));
