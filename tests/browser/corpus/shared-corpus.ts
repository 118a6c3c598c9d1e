/** Labelled pages that may lie beside the project. They are not part of it, because their licence does not allow that. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../tools/browser/marks';
import { until } from '../../../tools/browser/wait';
import type { BrowserFixture } from '../harness/browser-fixture';

const FOLDER = new URL('../../../../shared/corpus/html/', import.meta.url);

const labelSchema = v.object({
  expected: v.array(v.object({ surface: v.string() })),
  optional: v.array(v.object({ surface: v.string() })),
  mustNotTouch: v.array(v.string()),
});

/** Registers a test for each page. */
export function describeSharedCorpus(fixture: BrowserFixture): void {
  describe('the labelled pages', () => {
    if (!existsSync(FOLDER)) {
      it.skip('are not present', () => {});
      return;
    }
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
    it.each(names)('%s has every expected mention marked, in order', async (name) => {
      const label = v.parse(
        labelSchema,
        JSON.parse(readFileSync(new URL(name.replace('.html', '.json'), FOLDER), 'utf8')),
      );
      const expected = label.expected.map(({ surface }) => plain(surface));
      const page = await fixture.openSource(readFileSync(new URL(name, FOLDER), 'utf8'));
      let marks: string[] = [];
      await until('the marks', async () => {
        marks = await marksOf(page);
        return missing(expected, marks).length === 0;
      }).catch(() => null);
      expect(missing(expected, marks), JSON.stringify(marks)).toEqual([]);
      if (label.mustNotTouch.length > 0) {
        expect(await marksOf(page, { inside: label.mustNotTouch.join() })).toEqual([]);
      }
    });
  });
}

/** The text without characters that the finder skips. */
function plain(surface: string): string {
  return surface.replace(/[\s\u200b“”]+/g, '');
}

/**
 * Expected surfaces that are missing in `marks`, in order. A mark may be longer than the label, by quotation marks or by a
 * longer name of the same thing.
 */
function missing(expected: readonly string[], marks: readonly string[]): string[] {
  let at = 0;
  return expected.filter((surface) => {
    const place = marks.findIndex((mark, i) => i >= at && plain(mark).includes(surface));
    if (place < 0) return true;
    at = place + 1;
    return false;
  });
}
