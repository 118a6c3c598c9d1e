/** The settings that tests of the options start with. */
import type { ShownSettings } from '../../../components/options/options-props';

export const SETTINGS: ShownSettings = {
  marks: { style: 'dotted', colour: 'text', strength: 2, show: 'always' },
  card: { opensBy: 'hover', restMs: 300, textSize: 'usual' },
  density: 'every',
  sites: { base: 'on', rules: [] },
  badge: true,
  language: 'auto',
};
