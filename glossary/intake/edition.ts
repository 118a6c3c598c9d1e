/** Owns writing an edition: a found bulletin in the project's own format, ready for `readBulletin`. */
import { stringify } from 'yaml';
import type { Found } from './byline';
import { rejoinLines } from './rejoin-lines';
import { restorePunctuation } from './restore-punctuation';
import { sentencesOf } from './sentences';

/** Sentences by paragraph. */
export type Paragraphs = string[][];

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

/** In characters: as much of the first sentence as stands for a title that did not come. */
const OPENING = 18;

/** @param received the file that holds the text, relative to `glossary/bulletins/`. */
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
    ...(titleStatus === 'given' ? { note: '收到的文本没有标题，标题为编者所加。' } : {}),
  };
  const body = paragraphs.map((sentences, p) =>
    sentences.map((sentence, s) => `[p${p + 1}s${s + 1}] ${sentence}`).join('\n'),
  );
  const text = `---\n${stringify(head, { lineWidth: 0 })}---\n\n${body.join('\n\n')}\n`;
  return { id, title, titleStatus, signer, date, paragraphs, text };
}

export function paragraphsOf({ body }: Found): Paragraphs {
  return rejoinLines(body).map((paragraph) => sentencesOf(restorePunctuation(paragraph.replace(/\s+/g, ' '))));
}

function openingOf(paragraphs: Paragraphs): string {
  const [first = ''] = paragraphs[0] ?? [];
  return `${[...first].slice(0, OPENING).join('')}……（原无标题）`;
}
