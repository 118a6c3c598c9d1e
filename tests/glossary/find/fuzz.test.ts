/** Feeds the finder, the readers of its tables and the check of addresses with changed input. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { standardFolding } from '../../../glossary/editor/fold';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { mentionsInText } from '../../../glossary/find/standalone-text';
import { readTables } from '../../../glossary/find/tables-file';
import { readEntryName } from '../../../glossary/library/entry-name';
import { compilePack } from '../../../glossary/library/imported-packs';
import { editorsAddress, readerAddress } from '../../../glossary/reader-address';
import { visibleText } from '../../../glossary/visible-text';
import { changes, FUZZ_TIMEOUT_MS, fuzzing, mutate, mutated } from '../../mutate';
import { glossary } from '../entries/glossary';

const bulletins = glossary.pack.bulletins.map(({ paragraphs }) =>
  paragraphs.map((passages) => passages.map(({ text }) => text).join('')).join('\n'),
);
/** Forms of entries between other words, in the spellings of pages. */
const forms = glossary.pack.terms.flatMap((term) => term.forms);
const texts = fc.oneof(
  mutated(...bulletins),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...forms),
        fc.constantFrom('的', '与', ' ', '\u200b', '\u00ad', '，', '“', '”', '\n', '３', '+', 'A', '\ud840'),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

let finder: Finder;
beforeAll(() => {
  finder = createFinder(glossary.finder);
});

describe('a changed text', () => {
  it(
    'has mentions that are sorted, disjoint and in the text, the same each time',
    () => {
      fc.assert(
        fc.property(texts, (text) => {
          const mentions = mentionsInText(finder, text);
          let at = 0;
          for (const { start, end, senses } of mentions) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            expect(senses.length).toBeGreaterThan(0);
            for (const { entry } of senses) expect(glossary.pack.terms[entry]).toBeDefined();
            at = end;
          }
          expect(at).toBeLessThanOrEqual(text.length);
          expect(mentionsInText(finder, text)).toEqual(mentions);
        }),
        fuzzing(300, 20_000),
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});

describe('changed tables of a pack', () => {
  it(
    'are refused, whatever was changed',
    () => {
      const { tables } = compilePack(
        forms.slice(0, 40).map((headword, i) => ({ id: `t-${i}`, headword, forms: [], definition: '' })),
        standardFolding(),
      );
      const whole = new Uint8Array(tables);
      expect(readTables(tables)).not.toBeNull();
      fc.assert(
        fc.property(changes, (list) => {
          const bytes = mutate(whole, list);
          const isSame = bytes.length === whole.length && bytes.every((byte, i) => byte === whole[i]);
          if (!isSame) expect(readTables(Uint8Array.from(bytes).buffer)).toBeNull();
        }),
        fuzzing(200, 10_000),
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});

describe('changed addresses and names', () => {
  const addresses = fc.oneof(
    mutated(
      'https://www.cast.org.cn/a?b#c',
      'https://user@host.cn:8443/',
      'javascript://a.cn/%0aalert(1)',
      'mailto:a@b.cn',
    ),
    fc.webUrl(),
    fc.string(),
  );

  it(
    'become a link only to a visible host by https',
    () => {
      fc.assert(
        fc.property(addresses, (text) => {
          const address = readerAddress(text);
          if (address) {
            const { protocol, host, username, password } = new URL(address.href);
            expect([protocol, host, username + password]).toEqual(['https:', address.host, '']);
            expect(address.href).toMatch(/^https:\/\/[\x21-\x7e]+$/);
            expect(readerAddress(address.href)).toEqual(address);
          }
          const editors = editorsAddress(text);
          if (editors) expect(editors.href).toMatch(/^(https:\/\/|mailto:[^?\s]+$)/);
        }),
        fuzzing(500, 50_000),
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  it(
    'are names of entries that stay the same, and texts without what cannot be seen',
    () => {
      fc.assert(
        fc.property(
          mutated('bundled/cast', 'own/own-1a', 'preset/a-0123456789abcdef', 'cast', '\u202ea\u200bb'),
          (text) => {
            const name = readEntryName(text);
            if (name !== null) expect(readEntryName(name)).toBe(name);
            const visible = visibleText(text);
            expect(visible).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
            expect(visibleText(visible)).toBe(visible);
          },
        ),
        fuzzing(500, 50_000),
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});
