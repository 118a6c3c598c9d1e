import { describe } from 'vitest';
import { launchFirefox } from '../harness/driver';
import { describeCard } from './describe-card';
import { describeHostilePages } from './describe-hostile';

describe('the card in Firefox', () => describeCard(launchFirefox));
describe('pages in the card’s way in Firefox', () => describeHostilePages(launchFirefox));
