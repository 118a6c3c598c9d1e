// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPORT_FORMATS } from '../../../components/ExportForm';
import { faultText, fieldName, reasonText } from '../../../components/glossaries/file-words';
import { GlossariesView } from '../../../components/glossaries/GlossariesView';
import type { ShownPack } from '../../../components/glossaries/shown-pack';
import type { ReadFile, WizardState } from '../../../components/glossaries/wizard-state';
import { I18n, type MessageKey } from '../../../components/i18n';
import { sourceOfBytes } from '../../../glossary/exchange/byte-source';
import { COLUMN_ROLES, FAULT_CODES, FIELDS, FORMAT_NAMES, REASON_CODES } from '../../../glossary/exchange/contract';
import { FORMATS } from '../../../glossary/exchange/formats';
import { inspectFile } from '../../../glossary/exchange/inspect-file';
import messages from '../../../public/_locales/en/messages.json';

afterEach(cleanup);

const words = (key: MessageKey, ...given: string[]) =>
  messages[key].message.replace(/\$\w+\$/g, () => given.shift() ?? '');

function events() {
  const names = [
    'onSet onMove onRemove onExport onChoose onTitle onInto onImport onCancel onSaveRefused',
    'onFile onPaste onUndo onRetry onBackup onRestore onPreview onFollow onCancelPreview onCheck onAccept',
  ];
  const mocks = Object.fromEntries(names.flatMap((line) => line.split(' ')).map((name) => [name, vi.fn()]));
  return {
    ...mocks,
    onAddSite: vi.fn(async (_id: string, text: string) => (text === 'no site' ? 'not a site' : null)),
    termsOf: vi.fn(async () => TERMS),
    describeLosses: vi.fn(async () => [{ field: 'note', count: 3 }]),
  } as unknown as Parameters<typeof GlossariesView>[0]['on']; // Each name of the type is there.
}

const UNSET = { isOn: true, colour: null, density: null, insideWords: [], sites: { base: 'on', rules: [] } } as const;

const TERMS = Array.from({ length: 120 }, (_, i) => ({
  id: `t${i}`,
  headword: `词条${i}号`,
  forms: [],
  definition: '释义',
}));

const pack = (id: string, more: Partial<ShownPack['choices']> = {}): ShownPack => ({
  id,
  title: `List ${id}`,
  kind: 'imported',
  count: 12,
  licence: 'CC0-1.0',
  attribution: '',
  homepage: 'https://example.org/',
  choices: { ...UNSET, ...more },
  isLocked: false,
  imported: { fileName: `${id}.csv`, updated: '2026-01-02' },
  followed: null,
});

function draw(props: Partial<Parameters<typeof GlossariesView>[0]> = {}) {
  const on = events();
  const view = (
    <I18n.Provider value={words}>
      <GlossariesView
        state={{
          name: 'ready',
          packs: [pack('a'), pack('b', { sites: { base: 'on', rules: [{ pattern: 'example.org', isOn: false }] } })],
        }}
        wizard={null}
        follow={{ name: 'idle', fault: '' }}
        catalogue={[]}
        feedback={{ kind: 'none', text: '', canUndo: false }}
        limits={['100,000', '200,000']}
        on={on}
        {...props}
      />
    </I18n.Provider>
  );
  render(view);
  return on;
}

const wizardOf = async (text: string, more: Partial<WizardState> = {}): Promise<WizardState> => {
  const outcome = await inspectFile(sourceOfBytes('list.csv', new TextEncoder().encode(text)), more.choices);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return {
    fileName: 'list.csv',
    choices: {},
    inspection: outcome.value,
    title: 'list',
    into: null,
    progress: null,
    read: null,
    fault: null,
    isSaving: false,
    ...more,
  };
};

/** Opens what can be set of each pack, as a reader does. */
function openAll(): void {
  for (const summary of document.querySelectorAll('.pack summary')) fireEvent.click(summary);
}

describe('the list of glossaries', () => {
  it('has a message while it loads, if it cannot be read, and if it is empty', () => {
    draw({ state: { name: 'loading' } });
    expect(screen.getByText('Reading the glossaries…')).toBeTruthy();
    cleanup();
    const on = draw({ state: { name: 'failed', message: 'no storage' } });
    expect(screen.getByRole('alert').textContent).toContain('no storage');
    fireEvent.click(screen.getByText('Try again'));
    expect(on.onRetry).toHaveBeenCalled();
    cleanup();
    draw({ state: { name: 'ready', packs: [] } });
    expect(screen.getByText(/No glossary has been imported/)).toBeTruthy();
  });

  it('turns, moves and removes a pack', () => {
    const on = draw();
    fireEvent.click(screen.getByRole('switch', { name: 'Use “List a”' }));
    expect(on.onSet).toHaveBeenCalledWith('a', { isOn: false });
    openAll();
    const [up, downFirst] = [screen.getAllByText('Move up'), screen.getAllByText('Move down')];
    expect((up[0] as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(downFirst[0] as HTMLElement);
    expect(on.onMove).toHaveBeenCalledWith('a', 1);
    fireEvent.click(screen.getAllByText('Remove this glossary')[1] as HTMLElement);
    expect(on.onRemove).toHaveBeenCalledWith('b');
  });

  it('sets colour, number of marks and word edges of a pack', () => {
    const on = draw();
    openAll();
    const choose = (label: string, value: string) =>
      fireEvent.change(screen.getAllByLabelText(label)[0] as HTMLElement, { target: { value } });
    choose('Colour', 'green');
    choose('Colour', '');
    choose('How often a term is marked', 'page');
    fireEvent.click(screen.getAllByRole('switch', { name: 'Also mark inside longer Chinese words' })[0] as HTMLElement);
    expect(vi.mocked(on.onSet).mock.calls).toEqual([
      ['a', { colour: 'green' }],
      ['a', { colour: null }],
      ['a', { density: 'page' }],
      ['a', { insideWords: 'all' }],
    ]);
  });

  it.each(['bundled', 'user', 'policy'] as const)(
    'sets a pack of the kind %s, but cannot move or remove it',
    (kind) => {
      const on = draw({ state: { name: 'ready', packs: [{ ...pack('a'), kind, imported: null }] } });
      openAll();
      fireEvent.click(screen.getByRole('switch', { name: 'Use “List a”' }));
      fireEvent.change(screen.getByLabelText('Colour'), { target: { value: 'green' } });
      fireEvent.change(screen.getByLabelText('Use on'), { target: { value: 'off' } });
      expect(vi.mocked(on.onSet).mock.calls).toEqual([
        ['a', { isOn: false }],
        ['a', { colour: 'green' }],
        ['a', { sites: { base: 'off', rules: [] } }],
      ]);
      expect(screen.queryByText('Move up') ?? screen.queryByText('Remove this glossary')).toBeNull();
    },
  );

  it('shows what the organisation locked', () => {
    draw({ state: { name: 'ready', packs: [{ ...pack('a'), kind: 'policy', imported: null, isLocked: true }] } });
    openAll();
    expect((screen.getByRole('switch', { name: 'Use “List a”' }) as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByLabelText('Colour').closest('fieldset')?.disabled).toBe(true);
    expect(screen.getByText(messages.options_locked.message)).toBeTruthy();
  });

  it('opens a pack by its attribute, as the search in a page does', async () => {
    draw();
    const details = document.querySelector<HTMLDetailsElement>('.pack details');
    details?.setAttribute('open', '');
    expect(await screen.findByLabelText('Colour')).toBeTruthy();
    details?.removeAttribute('open');
    await waitFor(() => expect(screen.queryByLabelText('Colour')).toBeNull());
  });

  it('adds a site on which a pack is off, and refuses other text', async () => {
    const on = draw();
    openAll();
    const [field] = screen.getAllByLabelText('Site') as HTMLInputElement[];
    fireEvent.input(field as HTMLElement, { target: { value: 'no site' } });
    fireEvent.submit(field?.form as HTMLElement);
    await waitFor(() => expect(field?.getAttribute('aria-invalid')).toBe('true'));
    expect(field?.value).toBe('no site');
    fireEvent.input(field as HTMLElement, { target: { value: 'example.cn' } });
    fireEvent.submit(field?.form as HTMLElement);
    await waitFor(() => expect(field?.value).toBe(''));
    expect(on.onAddSite).toHaveBeenLastCalledWith('a', 'example.cn');
    fireEvent.click(screen.getByLabelText('Remove example.org from the list'));
    expect(on.onSet).toHaveBeenLastCalledWith('b', { sites: { base: 'on', rules: [] } });
    fireEvent.change(screen.getAllByLabelText('Use on')[1] as HTMLElement, { target: { value: 'off' } });
    const alone = { base: 'off', rules: [{ pattern: 'example.org', isOn: true }] };
    expect(on.onSet).toHaveBeenLastCalledWith('b', { sites: alone });
  });

  it('exports the terms that the reader selects, and sets single ones', async () => {
    const on = draw({ state: { name: 'ready', packs: [pack('a', { insideWords: [2] })] } });
    openAll();
    fireEvent.click(screen.getByText('Show and select terms'));
    await screen.findByLabelText(/^词条0号/);
    fireEvent.input(screen.getByLabelText('Filter'), { target: { value: '词条11' } });
    fireEvent.click(screen.getByText('Select all 11'));
    fireEvent.click(screen.getByLabelText(/^词条11号/));
    fireEvent.click(screen.getByText('Export 10 selected'));
    const places = Array.from({ length: 10 }, (_, i) => 110 + i);
    expect(on.onExport).toHaveBeenCalledWith('a', 'csv', places);
    await waitFor(() => expect(on.describeLosses).toHaveBeenLastCalledWith('a', 'csv', places));
    fireEvent.click(screen.getByText('Select none'));
    fireEvent.click(screen.getByLabelText('Found inside words: 词条11号'));
    expect(on.onSet).toHaveBeenLastCalledWith('a', { insideWords: [2, 11] });
  });

  it('exports in the chosen format, and names fields that it cannot hold', async () => {
    const on = draw();
    openAll();
    const [format] = screen.getAllByLabelText('Export as');
    fireEvent.change(format as HTMLElement, { target: { value: 'tbx' } });
    await waitFor(() => expect(on.describeLosses).toHaveBeenCalledWith('a', 'tbx', null));
    await screen.findAllByText(/cannot hold: .*\(3\)/);
    fireEvent.click(screen.getAllByText('Export')[0] as HTMLElement);
    expect(on.onExport).toHaveBeenCalledWith('a', 'tbx', null);
  });

  it('reads pasted lines', () => {
    const on = draw();
    fireEvent.input(screen.getByLabelText(/One term a line/), { target: { value: '甲项\t释义' } });
    fireEvent.click(screen.getByText('Read the list'));
    expect(on.onPaste).toHaveBeenCalledWith('甲项\t释义');
  });

  it('offers to take the last change back', () => {
    const on = draw({ feedback: { kind: 'done', text: 'removed', canUndo: true } });
    fireEvent.click(screen.getByText('Undo'));
    expect(on.onUndo).toHaveBeenCalled();
  });
});

describe('the import wizard', () => {
  const text = '术语,释义,译文\n量子纠缠,<b>一种</b>现象,entanglement\n';

  it('shows the first rows as text, and changes the role of a column', async () => {
    const on = draw({ wizard: await wizardOf(text) });
    expect(screen.getByText('<b>一种</b>现象')).toBeTruthy();
    expect(document.querySelector('.first-rows b')).toBeNull();
    const column = screen.getByLabelText('Content of column 2') as HTMLSelectElement;
    expect(column.value).toBe('definition');
    fireEvent.change(column, { target: { value: 'note' } });
    expect(on.onChoose).toHaveBeenCalledWith({ columns: ['headword', 'note', 'translation'] });
  });

  it('offers the languages of a terminology, for its terms and for their translations', async () => {
    const term = (language: string, word: string) =>
      `<langSec xml:lang="${language}"><termSec><term>${word}</term></termSec></langSec>`;
    const tbx = `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry>${term('zh', '协议')}${term('en', 'protocol')}${term('de', 'Protokoll')}</conceptEntry></body></text></tbx>`;
    const on = draw({ wizard: await wizardOf(tbx) });
    const chosen = () =>
      ['Language of the terms', 'Language of the translations'].map((label) => {
        const select = screen.getByLabelText<HTMLSelectElement>(label);
        return [select.value, [...select.options].map(({ text: name }) => name).join()];
      });
    expect(chosen()).toEqual([
      ['zh', 'Chinese,English,German'],
      ['en', 'English,German'],
    ]);
    fireEvent.change(screen.getByLabelText('Language of the translations'), { target: { value: 'de' } });
    expect(on.onChoose).toHaveBeenLastCalledWith({ language: 'zh', targetLanguage: 'de' });
    fireEvent.change(screen.getByLabelText('Language of the terms'), { target: { value: 'en' } });
    expect(on.onChoose).toHaveBeenLastCalledWith({ language: 'en' });
    cleanup();
    draw({ wizard: await wizardOf(tbx, { choices: { language: 'en' } }) });
    expect(chosen().map(([value]) => value)).toEqual(['en', 'zh']);
    cleanup();
    draw({ wizard: await wizardOf(text) });
    expect(screen.queryByLabelText('Language of the terms')).toBeNull();
  });

  it('drops chosen columns when encoding, separator or header change', async () => {
    const on = draw({ wizard: await wizardOf(text, { choices: { columns: ['headword', 'ignore', 'ignore'] } }) });
    fireEvent.change(screen.getByLabelText('Separator'), { target: { value: ';' } });
    expect(on.onChoose).toHaveBeenCalledWith({ separator: ';' });
    fireEvent.change(screen.getByLabelText('Header row'), { target: { value: '0' } });
    expect(on.onChoose).toHaveBeenCalledWith({ headerRow: 0 });
  });

  it('offers each row in which a header is looked for', async () => {
    draw({ wizard: await wizardOf(text) });
    const rows = screen.getByLabelText('Header row') as HTMLSelectElement;
    expect(Array.from(rows.options, ({ value }) => Number(value))).toEqual(Array.from({ length: 11 }, (_, i) => i));
  });

  it('imports once the whole file is read, and lists refused rows with place and reason', async () => {
    draw({ wizard: await wizardOf(text) });
    expect((screen.getByRole('button', { name: 'Import' }) as HTMLButtonElement).disabled).toBe(true);
    cleanup();
    const read = {
      format: 'csv',
      about: { id: 'list', title: 'list' },
      count: 1,
      changes: { added: 1, changed: 0, gone: 2, same: 0, examples: { added: ['甲'], changed: [], gone: ['乙', '丙'] } },
      refused: [{ place: { line: 3, where: 'A' }, reason: { code: 'no-headword', value: '' }, raw: ',x' }],
      refusedCount: 1,
      merged: [{ place: { line: 4, where: '' }, headword: '量子纠缠' }],
      mergedCount: 1,
      notices: [{ place: { line: 5, where: 'F' }, reason: { code: 'not-https', value: 'http://x' }, count: 2 }],
    } satisfies ReadFile;
    const on = draw({ wizard: await wizardOf(text, { read, into: 'a' }) });
    expect(screen.getByText(/There is no term/).textContent).toContain('Line 3 A');
    expect(screen.getByText('乙、丙')).toBeTruthy();
    fireEvent.click(screen.getByText('Save these rows'));
    expect(on.onSaveRefused).toHaveBeenCalled();
    fireEvent.click(screen.getByText('Update the glossary'));
    expect(on.onImport).toHaveBeenCalled();
  });

  it('says so if no term was read', async () => {
    const read = {
      format: 'csv',
      about: { id: 'list', title: 'list' },
      count: 0,
      changes: null,
      refused: [],
      refusedCount: 0,
      merged: [],
      mergedCount: 0,
      notices: [],
    } satisfies ReadFile;
    draw({ wizard: await wizardOf(text, { read }) });
    expect(screen.getByText(/No term was found/)).toBeTruthy();
  });

  it('keeps rows of the same headword separate if the reader wants it', async () => {
    const read = {
      format: 'csv',
      about: { id: 'list', title: 'list' },
      count: 1,
      changes: null,
      refused: [],
      refusedCount: 0,
      merged: [{ place: { line: 4, where: '' }, headword: '量子纠缠' }],
      mergedCount: 1,
      notices: [],
    } satisfies ReadFile;
    const columns = ['headword', 'note', 'translation'] as const;
    const on = draw({ wizard: await wizardOf(text, { read, choices: { columns } }) });
    fireEvent.click(screen.getByLabelText('Keep rows of the same name separate'));
    expect(on.onChoose).toHaveBeenLastCalledWith({ columns, duplicates: 'keep' });
    cleanup();
    const choices = { columns, duplicates: 'keep' } as const;
    const onKept = draw({ wizard: await wizardOf(text, { read: { ...read, merged: [], mergedCount: 0 }, choices }) });
    fireEvent.click(screen.getByLabelText('Keep rows of the same name separate'));
    expect(onKept.onChoose).toHaveBeenLastCalledWith({ columns });
  });

  it('counts the refused rows that the saved file has beyond those listed', async () => {
    const refused = Array.from({ length: 150 }, (_, i) => ({
      place: { line: i + 2, where: 'A' },
      reason: { code: 'no-headword', value: '' } as const,
      raw: `${i}`,
    }));
    const about = { id: 'list', title: 'list' };
    const lists = { refused, merged: [], notices: [] };
    const read = {
      format: 'csv',
      about,
      count: 1,
      changes: null,
      ...lists,
      refusedCount: 20_000,
      mergedCount: 0,
    } as const;
    draw({ wizard: await wizardOf(text, { read }) });
    expect(screen.getByText('50 more are in the saved file')).toBeTruthy();
  });

  it('reports why a file is refused', async () => {
    const fault = { code: 'mdx', value: '', place: null } as const;
    draw({ wizard: await wizardOf(text, { inspection: null, fault }) });
    expect(screen.getByRole('alert').textContent).toContain('PyGlossary');
  });
});

describe('the words of files', () => {
  it('has a message for each fault, reason, field, role and format', () => {
    const keys: string[] = [];
    const note = (key: MessageKey) => {
      keys.push(key);
      return key;
    };
    for (const code of FAULT_CODES) faultText(note, { code, value: '', place: null });
    for (const code of REASON_CODES) reasonText(note, { code, value: '' });
    for (const field of FIELDS) fieldName(note, field);
    for (const role of COLUMN_ROLES) keys.push(`column_${role.replaceAll('-', '_')}`);
    for (const format of FORMAT_NAMES) keys.push(`format_${format}`);
    expect(keys.filter((key) => !(key in messages))).toEqual([]);
  });

  it('says what a row of a headword alone lacks', () => {
    expect(reasonText(words, { code: 'nothing-to-show', value: '' })).toBe('There is nothing but the term');
  });

  it('leaves no bracket or colon before a value that is missing', () => {
    expect(reasonText(words, { code: 'line-too-long', value: '' })).toBe('The line is too long');
    expect(reasonText((_key, value = '') => `太长（${value}）`, { code: 'line-too-long', value: '' })).toBe('太长');
    expect(faultText(words, { code: 'zip-broken', value: '', place: null })).toBe('The archive is damaged');
    expect(faultText(words, { code: 'zip-broken', value: 'a.json', place: null })).toBe(
      'The archive is damaged: a.json',
    );
  });

  it('offers every written format for export', () => {
    const written = FORMAT_NAMES.filter((name) => FORMATS[name].write !== null);
    expect([...EXPORT_FORMATS]).toEqual(written);
  });
});
