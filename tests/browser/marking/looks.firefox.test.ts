import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeLooks } from './describe-looks';

describe('in Firefox', () => describeLooks(prepareStage(launchFirefox)));
