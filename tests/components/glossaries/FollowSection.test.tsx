// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FollowedPack, type ShownFollowed } from '../../../components/glossaries/FollowedPack';
import { type CataloguedPack, FollowSection, type FollowState } from '../../../components/glossaries/FollowSection';
import { followFailureText, questionText } from '../../../components/glossaries/follow-words';
import { I18n, type MessageKey } from '../../../components/i18n';
import type { AddressFault } from '../../../glossary/follow/follow-address';
import type { FollowFailure, TrustQuestion } from '../../../glossary/follow/followed';
import messages from '../../../public/_locales/en/messages.json';

afterEach(cleanup);

const words = (key: MessageKey, ...given: string[]) => {
  const { message, placeholders = {} } = messages[key] as {
    message: string;
    placeholders?: Record<string, { content: string }>;
  };
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const place = placeholders[name.toLowerCase()]?.content ?? '';
    return given[Number(place.slice(1)) - 1] ?? '';
  });
};
const draw = (view: ComponentChild) => render(<I18n.Provider value={words}>{view}</I18n.Provider>);

const KEY = 'A'.repeat(43);
const FOUND = {
  url: 'https://words.example/latest.json',
  title: '鸟',
  licence: '',
  attribution: 'Society',
  languages: ['zh-Hans', 'en'],
  count: 1200,
  bytes: 1_234_567,
  seq: 7,
  created: '2026-11-29T00:00:00Z',
  signers: [KEY],
  isKeyNamed: false,
};
const LISTED: CataloguedPack = {
  title: '鱼',
  languages: ['zh'],
  licence: 'CC0',
  count: 3,
  bytes: 900,
  address: `https://fish.example/latest.json#k=${KEY}`,
};

function section(state: FollowState, catalogue: CataloguedPack[] = []) {
  const on = { onPreview: vi.fn(), onFollow: vi.fn(), onCancelPreview: vi.fn() };
  draw(<FollowSection state={state} catalogue={catalogue} on={on} />);
  return on;
}

describe('following a glossary', () => {
  it('looks at the address that was pasted, and at none that is empty', () => {
    const on = section({ name: 'idle', fault: '' });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Address' });
    const button = screen.getByRole('button', { name: 'Look at it' });
    fireEvent.click(button);
    expect(on.onPreview).not.toHaveBeenCalled();
    field.value = ' https://words.example/ ';
    fireEvent.click(button);
    expect(on.onPreview).toHaveBeenCalledWith('https://words.example/');
  });

  it('shows why an address is refused, at the field', () => {
    section({ name: 'idle', fault: 'Only https.' });
    expect(screen.getByRole('alert').textContent).toBe('Only https.');
    expect(screen.getByLabelText('Address').getAttribute('aria-invalid')).toBe('true');
  });

  it('says whom it asks', () => {
    section({ name: 'reading', host: 'words.example' });
    expect(screen.getByRole('status').textContent).toBe('Asking words.example…');
  });

  it('shows title, origin, licence, size and signer before anything is kept', () => {
    const on = section({ name: 'found', pack: FOUND, isSaving: false, fault: '' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '鸟' }));
    const facts = document.querySelector('dl')?.textContent;
    for (const fact of [
      'https://words.example/latest.json',
      'none given',
      'Society',
      'Simplified Chinese and English',
      '1,200',
      '1.2 MB',
      KEY,
    ]) {
      expect(facts).toContain(fact);
    }
    expect(facts).toContain('The address names no key.');
    expect(on.onFollow).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Follow' }));
    expect(on.onFollow).toHaveBeenCalledOnce();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(on.onCancelPreview).toHaveBeenCalledOnce();
  });

  it('cannot be asked twice', () => {
    section({ name: 'found', pack: FOUND, isSaving: true, fault: '' });
    expect(screen.getByRole('button', { name: 'Follow' }).hasAttribute('disabled')).toBe(true);
  });

  it('lists the catalogue, and looks at what is picked', () => {
    const on = section({ name: 'idle', fault: '' }, [LISTED]);
    expect(screen.getByText(/3 terms · Chinese · CC0 · 1 kB · fish\.example/)).toBeTruthy();
    fireEvent.click(screen.getByText('Look at “鱼”'));
    expect(on.onPreview).toHaveBeenCalledWith(LISTED.address);
  });

  it('says that the catalogue is empty', () => {
    section({ name: 'idle', fault: '' });
    expect(screen.getByText('There are none yet.')).toBeTruthy();
  });
});

const STATE: ShownFollowed = {
  host: 'words.example',
  seq: 4,
  updated: '2026-11-20',
  checked: '2026-11-29',
  problem: null,
  questions: [],
  changes: null,
  isChecking: false,
  isGiven: false,
};

function followed(state: Partial<ShownFollowed>) {
  const on = { onCheck: vi.fn(), onAccept: vi.fn() };
  draw(<FollowedPack id="followed-birds" followed={{ ...STATE, ...state }} on={on} />);
  return on;
}

describe('a followed glossary', () => {
  it('names host and revision, and is checked on request', () => {
    const on = followed({});
    expect(document.body.textContent).toContain('words.example · revision 4 of');
    fireEvent.click(screen.getByRole('button', { name: 'Check now' }));
    expect(on.onCheck).toHaveBeenCalledWith('followed-birds');
  });

  it('says since when it is not updated, and why', () => {
    followed({ problem: { failure: { kind: 'status', status: 503 }, since: '2026-11-25' } });
    expect(document.querySelector('.options-fault')?.textContent).toMatch(
      /^Not updated since .*25.*: The site answers 503\. The stored revision \(4\) stays\.$/,
    );
  });

  it('says how many terms changed, and shows them when opened', async () => {
    const terms = [
      { headword: '甲', before: '甲\n旧', after: '甲\n新' },
      { headword: '乙', before: null, after: '乙\n新' },
      { headword: '丙', before: '丙\n旧', after: null },
    ];
    followed({ changes: { seq: 4, atMs: 0, added: 1, changed: 1, gone: 3, terms } });
    const summary = screen.getByText('5 terms changed at the last update');
    expect(screen.queryByText('reworded')).toBeNull();
    const details = summary.closest('details');
    if (details) details.open = true;
    fireEvent(details ?? summary, new Event('toggle'));
    await screen.findByText('reworded');
    expect([...document.querySelectorAll('.follow-changes li')].map((item) => item.textContent)).toEqual([
      '甲 reworded甲\n旧甲\n新',
      '乙 new乙\n新',
      '丙 removed丙\n旧',
    ]);
    expect(screen.getByText('2 more.')).toBeTruthy();
  });

  it('says that an update of quotations or bulletins changed no term', () => {
    followed({ changes: { seq: 4, atMs: 0, added: 0, changed: 0, gone: 0, terms: [] } });
    expect(screen.getByText('The last update changed no term, only what belongs to the terms.')).toBeTruthy();
    expect(document.querySelector('.follow-changes')).toBeNull();
  });

  it('asks only about trust, and takes the update if the reader says so', () => {
    const on = followed({ questions: [{ kind: 'licence', before: 'CC0', after: '' }] });
    expect(screen.getByText('Its licence changes from “CC0” to “none given”.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Accept the new revision' }));
    expect(on.onAccept).toHaveBeenCalledWith('followed-birds');
  });
});

const FAILURES: readonly (FollowFailure | { kind: AddressFault })[] = [
  ...(['no-address', 'bad-key', 'not-https', 'private-address', 'bad-signature'] as const).map((kind) => ({ kind })),
  ...(['unreachable', 'too-slow', 'redirect'] as const).map((kind) => ({ kind })),
  { kind: 'malformed', where: 'seq' },
  { kind: 'wrong-key', keys: [KEY] },
  { kind: 'keys-changed', keys: { current: [KEY] } },
  { kind: 'wrong-pack', id: 'fish' },
  { kind: 'rollback', seq: 3, stored: 4 },
  { kind: 'expired', expires: '2026-11-01T00:00:00Z' },
  { kind: 'too-large', limit: 9 },
  { kind: 'wrong-hash', expected: '' },
  { kind: 'old-client', minClient: '9.0' },
  { kind: 'status', status: 404 },
  ...(['full', 'too-many', 'fault'] as const).map((why) => ({ kind: 'not-stored', why }) as const),
];

describe('messages', () => {
  it('have a sentence of its own for each failure', () => {
    const texts = FAILURES.map((failure) => followFailureText(words, failure));
    expect(new Set(texts).size).toBe(FAILURES.length);
    for (const text of texts) expect(text).toMatch(/\.$/);
  });

  it('have one for each question', () => {
    const questions: TrustQuestion[] = [
      { kind: 'keys', keys: { current: [KEY] } },
      { kind: 'host', before: 'a.example', after: '' },
      { kind: 'licence', before: '', after: 'CC0' },
      { kind: 'terms', changed: 7, gone: 4, of: 30 },
    ];
    expect(questions.map((question) => questionText(words, question))).toEqual([
      `It is signed by another key: ${KEY}`,
      'Its site moves from a.example to none given.',
      'Its licence changes from “none given” to “CC0”.',
      'Terms: 30; reworded: 7; removed: 4.',
    ]);
  });
});
