import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeReading } from './describe-reading';

describe('in Chromium', () => describeReading(prepareStage(launchChromium)));
