// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OwnTermsSection } from '../../../components/options/OwnTermsSection';
import type { OwnTermFault, TypedTerm } from '../../../components/options/options-props';
import { draftOf, termOf } from '../../../components/options/term-draft';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { waitFor } from '../../waits';
import { InEnglish } from '../words';

afterEach(cleanup);

const KNOWN: PlainTerm = { id: 'own-1', headword: '碳达峰', forms: [], definition: '释义' };
const DOUBLE = { message: '“碳達峰” is already in your term “碳达峰”.', double: KNOWN };

function show() {
  const onSave = vi.fn(
    async (_id: string | null, _term: object, isDoubleMeant: boolean): Promise<OwnTermFault | null> =>
      isDoubleMeant ? null : DOUBLE,
  );
  render(
    <InEnglish>
      <OwnTermsSection
        terms={[KNOWN]}
        limit="1,000"
        packsHref="/glossaries.html"
        requested={null}
        isLocked={false}
        onSave={onSave}
        onRemove={() => {}}
      />
    </InEnglish>,
  );
  return onSave;
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function saveDouble() {
  type('Term', '碳達峰');
  type('Definition', '另一个意思');
  fireEvent.submit(field('Term').form as HTMLFormElement); // It is in one.
  await screen.findByText(DOUBLE.message);
}

describe('a term of the reader’s own that there is already', () => {
  it('is reported before it is saved, and saved as another sense after a confirmation', async () => {
    const onSave = show();
    await saveDouble();
    expect(field('Definition').value).toBe('另一个意思');
    press('Save as another sense');
    await waitFor(() => expect(field('Term').value).toBe(''));
    expect(onSave.mock.calls.map(([, , isDoubleMeant]) => isDoubleMeant)).toEqual([false, true]);
    expect(screen.queryByRole('button', { name: 'Save as another sense' })).toBeNull();
  });

  it('leads to the existing term', async () => {
    show();
    await saveDouble();
    press('Edit “碳达峰”');
    expect(field('Term').value).toBe('碳达峰');
    expect(screen.queryByText(DOUBLE.message)).toBeNull();
  });

  it('is reported again after another input', async () => {
    const onSave = show();
    await saveDouble();
    type('Term', '碳中和');
    expect(screen.queryByRole('button', { name: 'Save as another sense' })).toBeNull();
    expect(onSave).toHaveBeenCalledOnce();
  });
});

describe('a text that is too long', () => {
  it('stays in its field as it was pasted', () => {
    show();
    for (const name of ['Term', 'Definition']) {
      expect(field(name).hasAttribute('maxlength')).toBe(false);
      type(name, '字'.repeat(3000));
      expect(field(name).value).toHaveLength(3000);
    }
  });
});

describe('the form of an own term', () => {
  it('asks for the term and its meaning, and unfolds the rest', async () => {
    const onSave = show();
    onSave.mockResolvedValue(null);
    expect(document.querySelector('details')?.open).toBe(false);
    type('Term', 'fellow');
    type('Translation', ' 会士 ');
    type('Other spellings (separated by commas)', 'Fellow, FELLOW');
    type('Equivalents in other languages (one a line, as in “de: Fellow”)', 'de: Mitglied\n\nfr：membre');
    type('Source', '章程');
    fireEvent.change(screen.getByLabelText('Status'), { target: { value: 'deprecated' } });
    type('Use instead', '院士');
    fireEvent.click(screen.getByLabelText('Upper and lower case count'));
    fireEvent.submit(field('Term').form as HTMLFormElement);
    await waitFor(() => expect(field('Term').value).toBe(''));
    expect(onSave.mock.calls[0]?.[1]).toEqual({
      headword: 'fellow',
      forms: ['Fellow', ' FELLOW'],
      definition: '',
      translation: '会士',
      equivalents: [
        { language: 'de', text: 'Mitglied' },
        { language: 'fr', text: 'membre' },
      ],
      source: { title: '章程', url: '' },
      status: 'deprecated',
      use: '院士',
      exactCase: true,
    });
  });

  it('unfolds what is wrong', async () => {
    const onSave = show();
    onSave.mockResolvedValue({ message: 'The date of the source…', double: null, isFolded: true } as never);
    fireEvent.submit(field('Term').form as HTMLFormElement);
    await screen.findByText('The date of the source…');
    expect(document.querySelector('details')?.open).toBe(true);
  });

  it.each<TypedTerm>([
    { headword: '碳达峰', forms: [], definition: '释义' },
    {
      headword: '碳达峰',
      forms: ['达峰', 'CP'],
      definition: '释义\n第二行',
      translation: 'carbon peak',
      equivalents: [{ language: 'zh-TW', text: '碳達峰' }],
      pinyin: 'tàndáfēng',
      subject: '环境',
      note: '说明',
      source: { title: '名词', url: 'https://example.org/', quote: '引文', date: '2021' },
      status: 'deprecated',
      use: '达峰',
      exactCase: true,
      insideWords: true,
    },
  ])('keeps all fields of a term', (term) => {
    expect(termOf(draftOf(term))).toEqual(term);
  });
});
