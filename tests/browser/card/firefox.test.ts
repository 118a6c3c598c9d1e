import { describe } from 'vitest';
import { launchFirefox } from '../harness/driver';
import { describeCard } from './describe-card';

describe('the card in Firefox', () => describeCard(launchFirefox));
