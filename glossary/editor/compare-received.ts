/** Compares the characters of an edition with the received text. */
import type { Bulletin } from '../pack/pack';
import { findDate } from './written-date';

/** The place of a bulletin in the received text. */
export interface Reception {
  /** First and last line, 1-based: `7-29`. */
  lines: string;
  /** The byline as received; by default the signer and `[date]`. */
  byline?: string | undefined;
  /** Place of the byline; by default at the end. */
  bylineAt?: 'start' | 'end' | undefined;
}

/** Restored punctuation, by edition: the received character. Nothing else but white space may differ. */
const RESTORED: ReadonlyMap<string, string> = new Map(
  ['，,', '：:', '；;', '（(', '）)', '！!', '？?', '。.', '“"', '”"'].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** The first difference other than white space and restored punctuation; null without one. */
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

/** Whether a byline contains the signer and the date, however the date is written. */
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
