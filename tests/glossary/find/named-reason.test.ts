import { expect, it } from 'vitest';
import { type NamedReason, nameReason } from '../../../glossary/find/named-reason';
import type { Reason } from '../../../glossary/pack/finder-data';

const HEADWORDS = ['中国科协', '学会'];

it.each<[Reason, NamedReason]>([
  [{ kind: 'form' }, { kind: 'form' }],
  [{ kind: 'quoted' }, { kind: 'quoted' }],
  [{ kind: 'alone' }, { kind: 'alone' }],
  [
    { kind: 'near', cue: '团体' },
    { kind: 'near', what: '团体' },
  ],
  [
    { kind: 'wording', cue: '的' },
    { kind: 'wording', what: '的' },
  ],
  [
    { kind: 'page', cue: '会议' },
    { kind: 'page', what: '会议' },
  ],
  [
    { kind: 'entry', entry: 1 },
    { kind: 'entry', what: '学会' },
  ],
])('%j is named %j', (reason, named) => {
  expect(nameReason(reason, (entry) => HEADWORDS[entry] ?? '')).toEqual(named);
});
