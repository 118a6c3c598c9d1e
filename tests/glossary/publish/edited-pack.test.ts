import { describe, expect, it } from 'vitest';
import { standardFolding } from '../../../glossary/editor/fold';
import { sourceOfBytes } from '../../../glossary/exchange/byte-source';
import { importFile } from '../../../glossary/exchange/import-file';
import { writePackFile } from '../../../glossary/exchange/pack-file';
import { compileFinder } from '../../../glossary/pack/compile-finder';
import { editedContent, readEdited } from '../../../glossary/publish/edited-pack';
import { glossary as compiled } from '../../compiled-glossary';

const { manifest } = compiled.pack;
const about = { id: 'birds', title: '鸟', languages: ['zh-Hans', 'en'], licence: 'MIT' };
const text = [...writePackFile(editedContent(compiled, about))].join('');

describe('the bundled glossary as a pack file', () => {
  it('is the same glossary when it is read: terms, bulletins, Traditional texts', () => {
    const read = readEdited(text, manifest);
    expect(read?.pack).toEqual(compiled.pack);
    expect(read?.traditional).toEqual(compiled.traditional);
  });

  it('compiles to the same finder', () => {
    const read = readEdited(text, manifest);
    const { entries = [], exclusions = [], settings = [] } = read?.named ?? {};
    const options = { revisions: [manifest.revision], folding: standardFolding(), settings };
    expect(compileFinder(entries, exclusions, options)).toEqual(compiled.finder);
  });

  it('can be imported as plain terms without a loss of definitions', async () => {
    const imported = await importFile(sourceOfBytes('birds.json', new TextEncoder().encode(text)));
    const { terms = [], title } = imported.ok ? imported.value.pack : {};
    expect(title).toBe('鸟');
    expect(terms.map(({ id, headword }) => [id, headword])).toEqual(
      compiled.pack.terms.map(({ id, headword }) => [id, headword]),
    );
  });

  it.each([
    ['a script as an address', (file: string) => file.replace(/"url":"https:/, '"url":"javascript:')],
    ['an unknown relation', (file: string) => file.replace(/"type":"see-also"/, '"type":"x"')],
    ['a character that reverses the direction', (file: string) => file.replace(/"short":"/, '"short":"\u202e')],
  ])('is refused with %s', (_, damage) => {
    expect(damage(text)).not.toBe(text);
    expect(readEdited(damage(text), manifest)).toBeNull();
  });

  it('is no edited glossary without its edition', () => {
    const plain = JSON.stringify({ format: 'pangzhu-pack/1', terms: [{ headword: '鸟', definition: 'x' }] });
    expect(readEdited(plain, manifest)).toBeNull();
  });
});
