import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../entrypoints/glossaries/backup';
import type { PackRecord } from '../../../entrypoints/shared/packs/pack-record';
import { NEW_PREFERENCES, type PackPreferences } from '../../../entrypoints/shared/page/pack-marks';
import type { PlainTerm } from '../../../glossary/pack/plain-term';
import { savedPack, termsOf } from '../shared/packs/imported';

const full: PlainTerm = {
  id: 'full',
  headword: '量子纠缠',
  forms: ['EPR'],
  definition: '一种现象。\n第二行',
  translation: 'quantum entanglement',
  equivalents: [{ language: 'de', text: 'Quantenverschränkung' }],
  pinyin: 'liàngzǐ jiūchán',
  subject: '物理',
  note: '说明',
  source: { title: '名词', url: 'https://example.org/', quote: '引文', date: '2021' },
  status: 'deprecated',
  use: '量子关联',
  exactCase: true,
  insideWords: true,
};

const SET: PackPreferences = {
  isOn: false,
  colour: 'green',
  density: 'page',
  insideWords: [1],
  sites: { base: 'off', rules: [{ pattern: 'example.org', isOn: true }] },
};

async function backupOf(packs: readonly { record: PackRecord; terms: readonly PlainTerm[] }[]): Promise<string> {
  const records = packs.map(({ record }) => record);
  const termsIn = async (record: PackRecord) => packs.find((pack) => pack.record === record)?.terms ?? [];
  let text = '';
  for await (const part of writeBackup(records, termsIn)) text += part;
  return text;
}

const packOf = (id: string, terms: readonly PlainTerm[], change: Partial<PackRecord> = {}) => {
  const { record } = savedPack(id, terms, '名词');
  return { record: { ...record, rank: 0, removedMs: null, compiledBy: '', ...change }, terms };
};

describe('a backup', () => {
  it('restores packs with all fields and the reader’s choices', async () => {
    const packs = [packOf('a', [full, ...termsOf('科普资源')], SET), packOf('b', [])];
    expect(readBackup(await backupOf(packs))).toEqual(
      packs.map(({ record: { id, about, file }, terms }, at) => ({
        id,
        file,
        preferences: at === 0 ? SET : NEW_PREFERENCES,
        content: { ...about, terms },
      })),
    );
    expect(readBackup(await backupOf([]))).toEqual([]);
  });

  it.each<[name: string, damage: (text: string) => string]>([
    ['nothing', () => ''],
    ['another JSON', () => '{"format":"pangzhu-pack/1"}'],
    ['cut off', (text) => text.slice(0, -20)],
    ['with an address that runs a script', (text) => text.replace('https://example.org/', 'javascript:alert(1)')],
    ['with a pack that takes the place of the bundled one', (text) => text.replace('"imported-a"', '"bundled"')],
    ['with a term without a headword', (text) => text.replace('"headword":"量子纠缠"', '"headword":""')],
  ])('%s is none', async (_name, damage) => {
    expect(readBackup(damage(await backupOf([packOf('a', [full])])))).toBeNull();
  });
});
