/** Checks that each quotation occurs in its passage, character by character, and contains a form of its entry. */
import type { Bulletin, Passage } from '../pack/pack';
import type { EntrySource } from './entry-schema';
import { locateTerm } from './forms';
import type { Problem } from './problem';
import type { EntryFiles } from './read-entries';

type Fault = Pick<Problem, 'message' | 'advice'> & { key: 'bulletin' | 'passage' | 'quote' };

/** Problems of evidence. @param isComplete false if an edition was unreadable: unknown bulletins are then not reported. */
export function checkEvidence(
  entries: EntryFiles['entries'],
  bulletins: readonly Bulletin[],
  isComplete: boolean,
): Problem[] {
  return entries.flatMap((entry) =>
    entry.value.evidence.flatMap((evidence, i) => {
      const fault = faultOf(entry.value, evidence, bulletins);
      if (!fault || (fault.key === 'bulletin' && !isComplete)) return [];
      const { key, message, advice } = fault;
      const line = entry.lineOf(['evidence', i, key]);
      return [{ file: entry.file, line, message: `entry "${entry.value.id}": ${message}`, advice }];
    }),
  );
}

function faultOf(
  entry: EntrySource,
  { bulletin: id, passage: passageId, quote }: EntrySource['evidence'][number],
  bulletins: readonly Bulletin[],
): Fault | null {
  const bulletin = bulletins.find((item) => item.id === id);
  if (!bulletin) {
    const advice = `There are: ${bulletins.map((item) => item.id).join(', ') || 'none'}.`;
    return { key: 'bulletin', message: `there is no bulletin "${id}"`, advice };
  }
  const passage = quotable(bulletin).find((item) => item.id === passageId);
  if (!passage) {
    const message = `bulletin "${id}" has no passage ${passageId}`;
    return { key: 'passage', message, advice: 'Look it up in the edition.' };
  }
  if (!passage.text.includes(quote)) {
    return {
      key: 'quote',
      message: `the quotation “${quote}” is not in ${id} ${passageId}`,
      advice: whereElse(quote, bulletins) ?? 'Copy it from the edition, to the character.',
    };
  }
  if (locateTerm(entry, quote)) return null;
  return {
    key: 'quote',
    message: `the quotation “${quote}” holds no form of the entry`,
    advice: 'Quote a part that names it, or add the form it uses.',
  };
}

/** Everything that can be quoted: passages and the signature. */
function quotable({ paragraphs, signer }: Bulletin): Passage[] {
  return [...paragraphs.flat(), { id: 'signature', text: signer }];
}

function whereElse(quote: string, bulletins: readonly Bulletin[]): string | null {
  for (const bulletin of bulletins) {
    const passage = quotable(bulletin).find((item) => item.text.includes(quote));
    if (passage) return `It stands in ${bulletin.id} ${passage.id}.`;
  }
  return null;
}
