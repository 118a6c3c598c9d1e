import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeReading } from './describe-reading';

describe('in Firefox', () => describeReading(prepareStage(launchFirefox)));
