import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeSeen } from './describe-seen';

describe('in Firefox', () => describeSeen(prepareStage(launchFirefox)));
