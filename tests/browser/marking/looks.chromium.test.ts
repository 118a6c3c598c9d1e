import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeLooks } from './describe-looks';

describe('in Chromium', () => describeLooks(prepareStage(launchChromium)));
