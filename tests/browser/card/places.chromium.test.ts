import { describe } from 'vitest';
import { launchChromium } from '../../../tools/browser/driver';
import { prepareStage } from '../harness/stage';
import { describeLayers } from './describe-layers';
import { describeSmall } from './describe-small';
import { describeTelephone } from './describe-telephone';

describe('in Chromium', () => {
  const stage = prepareStage(launchChromium);
  describe('a card in layers', () => describeLayers(stage));
  describe('a card in little room', () => describeSmall(stage));
  describe('a card on a telephone', () => describeTelephone(stage));
});
