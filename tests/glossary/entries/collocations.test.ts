/** Holds the written entries against everyday collocations: words beside a form that do and do not belong to it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { mentionsOn } from './glossary';

const file = new URL('collocations.yaml', import.meta.url);
const rows = parse(readFileSync(file, 'utf8')) as string[]; // A list of texts, as its comment says.

test.each(rows)('%s', (row) => {
  const text = row.replace(/[【】]/g, '');
  const [mentions = []] = mentionsOn([text]);
  const pieces = mentions.map(
    ({ start, end }, i) => `${text.slice(mentions[i - 1]?.end ?? 0, start)}【${text.slice(start, end)}】`,
  );
  expect(pieces.join('') + text.slice(mentions.at(-1)?.end ?? 0)).toBe(row);
});
