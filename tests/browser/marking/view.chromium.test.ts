import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeView } from './describe-view';

describe('in Chromium', () => describeView(prepareStage(launchChromium)));
