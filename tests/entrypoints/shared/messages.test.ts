import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { pageTermsSchema, requestSchema } from '../../../entrypoints/shared/messages';
import { MARK_NAMES } from '../../../entrypoints/shared/page/marks-style';

const revisions = ['0123456789abcdef'];
const name = 'abcdefghijkl';
const look = { style: 'dotted', colour: 'text', strength: 2, show: 'always' };
const names = Object.fromEntries(MARK_NAMES.map((kind) => [kind, name]));
const style = { type: 'marks.style', ...names, colours: ['red'], look, before: null };

const quote = { text: '他在九三读书。', start: 2, end: 4 };
const correction = { type: 'term.correct', entry: 'bundled/cast', scope: 'site', quote, isOn: true };

describe('requestSchema', () => {
  it.each([
    ['style', style],
    ['another style', { ...style, before: { ...look, style: 'wash' } }],
    ['engine', { type: 'engine.load' }],
    ['card', { type: 'card.load' }],
    ['a term pointed at', { type: 'term.pointed', entry: 3 }],
    ['place', { type: 'site.place' }],
    ['entries', { type: 'entries.get', revisions, entries: [0, 3] }],
    ['bulletin', { type: 'bulletin.open', bulletin: 'cast-2021-06-01', passage: 'p1s1' }],
    ['bulletin of another pack', { type: 'bulletin.open', bulletin: 'followed-a/B-1', passage: 'p1s1' }],
    ['muting a term', { type: 'term.mute', entry: 'bundled/cast', isMuted: true }],
    ['muting a term of the reader’s own', { type: 'term.mute', entry: 'user/own-1a', isMuted: true }],
    ['entries of several packs', { type: 'entries.get', revisions: [...revisions, '', ...revisions], entries: [120] }],
    ['an entry of a policy', { type: 'glossary.open', entry: 'policy-a/0123456789abcdef' }],
    ['a term of the reader’s own', { type: 'glossary.open', entry: 'user/own-1a' }],
    ['a correction', correction],
    ['a report', { type: 'report.open', kind: 'wrong', entry: 'bundled/cast', quote, reason: null }],
    ['the state on the toolbar button', { type: 'site.button', isOn: false }],
    ['turning the site off', { type: 'site.setEnabled', isOn: false }],
  ])('accepts a request for %s', (_name, request) => {
    expect(v.is(requestSchema, request)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['text', 'card.load'],
    ['an unknown type', { type: 'fetch', url: 'https://example.com' }],
    ['an additional key', { type: 'card.load', file: 'evil.js' }],
    ['a name that would break out of its rule', { ...style, mention: 'a){}*{color:red' }],
    ['a name in capitals', { ...style, mention: name.toUpperCase() }],
    ['a look that would break out of its rule', { ...style, look: { ...look, style: 'dotted; } * { color: red' } }],
    ['no look', { ...style, look: undefined }],
    ['the button of another tab', { type: 'site.button', isOn: false, tab: 7 }],
    ['turning another site off', { type: 'site.setEnabled', isOn: false, site: 'bank.example' }],
    ['a path in place of an entry', { type: 'term.mute', entry: '../cast', isMuted: true }],
    ['a path in place of an own term', { type: 'glossary.open', entry: 'user/../cast' }],
    ['a revision that is none', { type: 'entries.get', revisions: ['x'], entries: [0] }],
    ['a name without a pack', { type: 'glossary.open', entry: 'cast' }],
    ['muting without a boolean', { type: 'term.mute', entry: 'bundled/cast', isMuted: 'yes' }],
    ['a correction of an unknown scope', { ...correction, scope: 'world' }],
    ['a correction of another site', { ...correction, site: 'bank.example' }],
    ['an empty place', { ...correction, quote: { ...quote, end: 2 } }],
    ['a place outside the sentence', { ...correction, quote: { ...quote, end: 9 } }],
    ['an endless sentence', { ...correction, quote: { ...quote, text: '长'.repeat(301) } }],
    [
      'a report to an address',
      { type: 'report.open', kind: 'wrong', entry: 'bundled/cast', quote, reason: null, to: 'a@b.cn' },
    ],
    ['a term pointed at that is no index', { type: 'term.pointed', entry: -1 }],
    ['no entries', { type: 'entries.get', revisions, entries: [] }],
    ['too many entries', { type: 'entries.get', revisions, entries: Array(100).fill(0) }],
    ['a negative index', { type: 'entries.get', revisions, entries: [-1] }],
    ['a fraction', { type: 'entries.get', revisions, entries: [0.5] }],
    ['no revisions', { type: 'entries.get', entries: [0] }],
    ['a path in place of a bulletin', { type: 'bulletin.open', bulletin: '../popup.html', passage: 'p1s1' }],
    ['an endless passage', { type: 'bulletin.open', bulletin: 'a', passage: 'p'.repeat(1000) }],
  ])('refuses %s', (_name, request) => {
    expect(v.is(requestSchema, request)).toBe(false);
  });
});

describe('pageTermsSchema', () => {
  it('accepts terms of a frame, and rejects counts without entries', () => {
    expect(
      v.is(pageTermsSchema, { revisions, frame: 'f', isOn: true, isHidden: false, terms: [{ entry: 1, count: 2 }] }),
    ).toBe(true);
    expect(v.is(pageTermsSchema, { revisions, frame: 'f', isOn: true, isHidden: false, terms: [{ count: 2 }] })).toBe(
      false,
    );
  });
});
