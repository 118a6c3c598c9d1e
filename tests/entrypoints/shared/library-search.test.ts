// @vitest-environment happy-dom
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import { describe, expect, it } from 'vitest';
import { searchChoices } from '../../../components/search/search-choices';
import { makeSearch } from '../../../entrypoints/shared/library-search';
import { importedSegment } from '../../../glossary/library/imported-packs';
import { Library } from '../../../glossary/library/library';
import { createPack } from '../../../glossary/library/plain-pack';
import type { Pack } from '../../../glossary/pack/pack';
import { createSearch, type Search } from '../../../glossary/search/search';

const imported = createPack(
  {
    id: 'imported-p',
    title: '',
    kind: 'imported',
    terms: [{ id: 'a', headword: '量子纠缠', forms: [], definition: '一种现象。', translation: 'entanglement' }],
  },
  { variants: '', readings },
);

function withImported(): Library {
  const packs: (Pack | null)[] = [pack];
  packs[importedSegment(0)] = imported;
  return new Library(Array.from(packs, (one) => one ?? null));
}

async function made(library: Library, signal = new AbortController().signal): Promise<Search[]> {
  const searches: Search[] = [];
  await makeSearch(library, readings, (search) => searches.push(search), signal);
  return searches;
}

const words = (key: string) => key;
const idsOf = (search: Search | undefined, query: string) => search?.find(query).map(({ entry }) => entry.id);

describe('the search of a library', () => {
  it('is made once without imported packs', async () => {
    const [only, ...more] = await made(new Library([pack]));
    expect([only?.isPartial, more]).toEqual([false, []]);
  });

  it('answers for all other packs at once, and says that it is still loading where it finds nothing', async () => {
    const [first, whole] = await made(withImported());
    expect([first?.isPartial, whole?.isPartial]).toEqual([true, false]);
    expect(idsOf(first, '中国科协')).toContain('bundled/cast');
    if (!first || !whole) throw new Error('a search is missing');
    expect(searchChoices(first, '量子纠缠', words)).toMatchObject({ choices: [], message: 'popup_search_loading' });
    for (const query of ['量子纠缠', 'lzjc', 'entanglement']) expect(idsOf(whole, query)).toEqual(['imported-p/a']);
  });

  it('ends when it is not wanted any more', async () => {
    const searches = await made(withImported(), AbortSignal.abort());
    expect(searches.map(({ isPartial }) => isPartial)).toEqual([true]);
  });

  it.each(['科协', '中国科写', 'kexie', '党组传达学习贯彻', '会议精神', 'xyz科协十大abc'])(
    'finds the same for %s, however far it is prepared',
    (query) => {
      const expected = createSearch(withImported(), readings).find(query);
      for (const steps of [0, 1, 2, 3, 5, 100]) {
        const search = createSearch(withImported(), readings);
        const preparing = search.preparing();
        for (let i = 0; i < steps; i++) preparing.next();
        expect(search.find(query).map(({ entry, form }) => [entry.id, form])).toEqual(
          expected.map(({ entry, form }) => [entry.id, form]),
        );
        expect([...preparing]).toEqual(expect.any(Array));
      }
    },
  );
});
