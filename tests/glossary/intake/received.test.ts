/** Compares the intake of the received file of June 2021 with the editions made by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldForm } from '../../../glossary/editor/fold';
import { readBulletin } from '../../../glossary/editor/read-bulletin';
import { findCandidates } from '../../../glossary/intake/candidates/find-candidates';
import { entryOf, knownForms } from '../../../glossary/intake/candidates/known';
import { sentencesOfEditions } from '../../../glossary/intake/edition';
import { planIntake } from '../../../glossary/intake/plan-intake';
import { glossary } from '../../compiled-glossary';
import { CORE_HEADWORDS } from './core-headwords';

const at = (path: string) => new URL(`../../../glossary/${path}`, import.meta.url);
const bytes = readFileSync(at('bulletins/received/2021-06.txt'));
const text = bytes.toString('utf8');
const plan = planIntake({ bytes, name: '2021-06.txt', existing: { bulletins: [], received: [] }, prefix: 'cast' });
if (!plan.ok) throw new Error(plan.problems.map(({ message }) => message).join());
const { editions, leftOver, files } = plan.intake;
const sentences = sentencesOfEditions(editions);
const candidates = findCandidates(sentences);

describe('the received file of June 2021', () => {
  it('contains three bulletins, and a line that belongs to none', () => {
    expect(editions.map(({ id, signer, titleStatus }) => [id, signer, titleStatus])).toEqual([
      ['cast-2021-06-01', '中国科协机关党委', 'given'],
      ['cast-2021-06-11', '中国科协调研宣传部', 'received'],
      ['cast-2021-06-18', '中国科协机关党委', 'received'],
    ]);
    expect(leftOver.map(({ number, text: line }) => [number, line])).toEqual([[51, '(责任编辑 王丽娜)']]);
    expect(files.map(({ path }) => path)).toEqual([
      'bulletins/received/2021-06.txt',
      ...editions.map(({ id }) => `bulletins/${id}.md`),
    ]);
  });

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    '%s has the paragraphs and passages of the edition made by hand',
    (id, edition) => {
      const byHand = readFileSync(at(`bulletins/${id}.md`), 'utf8');
      const read = (source: string) => readBulletin({ path: 'x.md', text: source }, () => text);
      expect(read(edition.text).problems).toEqual([]);
      expect(read(edition.text).bulletin?.paragraphs).toEqual(read(byHand).bulletin?.paragraphs);
      // An edition with a received title needs no change by an editor, except a note.
      if (edition.titleStatus === 'received') expect(edition.text).toBe(byHand.replace(/^note: .*\n/m, ''));
    },
  );
});

describe('candidates from that file', () => {
  const bare = (headword: string) => foldForm(headword).replace(/[《》]/g, '');

  it('include at least 85 % of the core headwords among the first 250', () => {
    const first = new Set(candidates.slice(0, 250).map((candidate) => bare(candidate.text)));
    const missing = CORE_HEADWORDS.filter((headword) => !first.has(bare(headword)));
    const found = CORE_HEADWORDS.length - missing.length;
    console.info(
      `core headwords among the first 250 candidates: ${found} of ${CORE_HEADWORDS.length}; not: ${missing.join(' ')}`,
    );
    expect(CORE_HEADWORDS).toHaveLength(82);
    expect(found / CORE_HEADWORDS.length).toBeGreaterThanOrEqual(0.85);
  });

  it('occur in the text, each listed once, with the sentences that contain it', () => {
    const folded = new Map(sentences.map((sentence) => [sentence.place, foldForm(sentence.text)]));
    expect(new Set(candidates.map(({ form }) => form)).size).toBe(candidates.length);
    for (const { form, places } of candidates) {
      expect(places.length, form).toBeGreaterThan(0);
      for (const place of places) expect(folded.get(place)).toContain(form);
    }
  });

  it('name the entry if the glossary has one', () => {
    const known = knownForms(glossary, sentences);
    const entryFor = (wanted: string) => {
      const candidate = candidates.find(({ text: own }) => own === wanted);
      return candidate ? entryOf(candidate, known) : 'no candidate';
    };
    expect(entryFor('科创中国')).toBe('kechuang-china');
    expect(entryFor('《求是》')).toBe('qiushi');
    expect(entryFor('怀进鹏')).toBe('huai-jinpeng');
    expect(entryFor('队伍建设')).toBeNull();
  });
});
