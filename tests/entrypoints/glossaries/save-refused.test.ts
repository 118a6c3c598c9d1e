// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { saveRefused, wizard } from '../../../entrypoints/glossaries/wizard-model';
import { sourceOfBytes } from '../../../glossary/exchange/byte-source';
import { importFile } from '../../../glossary/exchange/import-file';

vi.mock('webextension-polyfill', () => {
  const silent = { addListener: () => null, removeListener: () => null };
  return {
    default: {
      extension: { inIncognitoContext: false },
      i18n: { getMessage: (key: string) => (key === 'date_language' ? 'en' : key), getUILanguage: () => 'en' },
      runtime: { getURL: (path: string) => `extension:${path}`, getManifest: () => ({ version: '0.1.0' }) },
      storage: { local: {}, managed: {}, onChanged: silent },
    },
  };
});

it('saves refused rows cell by cell, with none that a spreadsheet evaluates', async () => {
  const source = sourceOfBytes('list.csv', new TextEncoder().encode('term,definition\n=SUM(A1),\n,"a, ""b"""\n'));
  const outcome = await importFile(source);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const { pack, ...read } = outcome.value;
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob); // The page saves blobs only.
    return 'blob:';
  });
  wizard.value = {
    fileName: 'list.csv',
    choices: {},
    inspection: null,
    title: 'list',
    into: null,
    progress: null,
    read: { ...read, about: pack, count: 0, changes: null },
    fault: null,
    isSaving: false,
  };
  saveRefused();
  const lines = (await saved[0]?.text())?.replace('\ufeff', '').trim().split('\r\n');
  expect(lines?.map((line) => line.split(',').slice(2).join(','))).toEqual(['"\'=SUM(A1)",""', '"","a, ""b"""']);
});
