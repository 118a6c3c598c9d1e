/** Writes a found bulletin as an edition, in the format that `readBulletin` reads. */
import { stringify } from 'yaml';
import type { Found } from './byline';
import type { Sentence } from './candidates/source';
import { rejoinLines } from './rejoin-lines';
import { restorePunctuation } from './restore-punctuation';
import { sentencesOf } from './sentences';

/** Sentences by paragraph. */
export type Paragraphs = string[][];

/** A bulletin in the project's own format. */
export interface Edition {
  id: string;
  title: string;
  titleStatus: 'received' | 'given';
  signer: string;
  date: string;
  paragraphs: Paragraphs;
  /** The file's text. */
  text: string;
}

/** In code points: the length of a title made from the first sentence. */
const OPENING = 18;

/**
 * Rejoins wrapped lines, restores punctuation, splits sentences and writes the file's text. A bulletin without a title gets
 * its first words. @param received path of the received file, relative to `glossary/bulletins/`.
 */
export function makeEdition(found: Found, id: string, received: string): Edition {
  const paragraphs = paragraphsOf(found);
  const { signer, date, text: byline } = found.byline;
  const title = found.title === null ? openingOf(paragraphs) : restorePunctuation(found.title);
  const titleStatus = found.title === null ? 'given' : 'received';
  const usual = `${signer.replace(/\s/g, '')}[${date}]`;
  const head = {
    id,
    title,
    titleStatus,
    signer,
    date,
    originalUrl: null,
    received: {
      file: received,
      lines: found.lines.join('-'),
      ...(byline.replace(/\s/g, '') === usual ? {} : { byline }),
      ...(found.bylineAt === 'start' ? { bylineAt: 'start' } : {}),
    },
  };
  const body = paragraphs.map((sentences, p) =>
    sentences.map((sentence, s) => `[p${p + 1}s${s + 1}] ${sentence}`).join('\n'),
  );
  const text = `---\n${stringify(head, { lineWidth: 0 })}---\n\n${body.join('\n\n')}\n`;
  return { id, title, titleStatus, signer, date, paragraphs, text };
}

/** Sentences of editions, in which candidates are searched: received titles, passages, signers. Places are `id title`, `id p2s1`, `id signature`. */
export function sentencesOfEditions(editions: readonly Edition[]): Sentence[] {
  return editions.flatMap(({ id, title, titleStatus, paragraphs, signer }) => [
    ...(titleStatus === 'received' ? [{ place: `${id} title`, text: title }] : []),
    ...paragraphs.flatMap((sentences, p) => sentences.map((text, s) => ({ place: `${id} p${p + 1}s${s + 1}`, text }))),
    { place: `${id} signature`, text: signer },
  ]);
}

function paragraphsOf({ body }: Found): Paragraphs {
  return rejoinLines(body).map((paragraph) => sentencesOf(restorePunctuation(paragraph.replace(/\s+/g, ' '))));
}

function openingOf(paragraphs: Paragraphs): string {
  const [first = ''] = paragraphs[0] ?? [];
  return `${[...first].slice(0, OPENING).join('')}……`;
}
