import { describe } from 'vitest';
import { launchFirefox } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeLayers } from './describe-layers';
import { describeSmall } from './describe-small';

describe('in Firefox', () => {
  const stage = prepareStage(launchFirefox);
  describe('a card in layers', () => describeLayers(stage));
  describe('a card in little room', () => describeSmall(stage));
});
