import { describe } from 'vitest';
import { launchChromium, launchFirefox } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeCrowds } from './crowds';

// In browsers of their own, because Chromium stops to answer for some frames after many other pages.
describe('in Chromium', () => describeCrowds(prepareStage(launchChromium)));
describe('in Firefox', () => describeCrowds(prepareStage(launchFirefox)));
