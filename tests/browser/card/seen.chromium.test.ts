import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeSeen } from './describe-seen';

describe('in Chromium', () => describeSeen(prepareStage(launchChromium)));
