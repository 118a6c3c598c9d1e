import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeView } from './describe-view';

describe('in Firefox', () => describeView(prepareStage(launchFirefox)));
