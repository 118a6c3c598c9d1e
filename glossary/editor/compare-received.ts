/** Owns the proof that an edition has the same characters as the text received. */
import type { Bulletin } from '../pack/pack';
import { findDate } from './written-date';

/** How a bulletin stands in the text received. */
export interface Reception {
  /** First and last line, 1-based: `7-29`. */
  lines: string;
  /** Who signed and when, as received; left out where it is the signer and `[date]`. */
  byline?: string | undefined;
  /** Left out: under the text. */
  bylineAt?: 'start' | 'end' | undefined;
}

/** Punctuation the received text may have lost: edition to received. Nothing else may differ but white space. */
const RESTORED: ReadonlyMap<string, string> = new Map(
  ['，,', '：:', '；;', '（(', '）)', '！!', '？?', '。.', '“"', '”"'].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Null if the edition is the received text but for white space and restored punctuation. */
export function compareWithReceived(
  bulletin: Bulletin,
  raw: string,
  { lines, byline, bylineAt }: Reception,
): { message: string; advice: string } | null {
  const signature = byline ?? `${bulletin.signer}[${bulletin.date}]`;
  if (!names(signature, bulletin)) {
    return {
      message: `the byline “${signature}” does not name “${bulletin.signer}” and ${bulletin.date}`,
      advice: 'Copy signer and date from the received text.',
    };
  }
  const title = bulletin.titleStatus === 'received' ? bulletin.title : '';
  const sentences = bulletin.paragraphs.flat().map((passage) => passage.text);
  const text = bylineAt === 'start' ? [title, signature, ...sentences] : [title, ...sentences, signature];
  const edition = [...text.join('').replace(/\s/g, '')];
  const original = [...linesOf(raw, lines).replace(/\s/g, '')];
  const length = Math.max(edition.length, original.length);
  for (let i = 0; i < length; i++) {
    const ours = edition[i] ?? '';
    const theirs = original[i] ?? '';
    if (ours !== theirs && RESTORED.get(ours) !== theirs) {
      const around = (units: string[]) => units.slice(Math.max(0, i - 8), i + 8).join('');
      return {
        message: `the edition differs from the received text: “${around(edition)}” against “${around(original)}”`,
        advice: 'Only line breaks and restored punctuation (，：；（）！？。“”) may differ.',
      };
    }
  }
  return null;
}

/** Whether a byline holds the signer and the date, in whatever way it is written. */
function names(byline: string, { signer, date }: Bulletin): boolean {
  const isSigned = byline.replace(/\s/g, '').includes(signer.replace(/\s/g, ''));
  return isSigned && findDate(byline)?.date === date;
}

function linesOf(text: string, range: string): string {
  const [from = 1, to = 1] = range.split('-').map(Number);
  return text
    .split('\n')
    .slice(from - 1, to)
    .join('');
}
