/** Checks that each date has evidence: a passage of a bulletin, or the entry's definition. */
import type { Bulletin } from '../pack/pack';
import type { EntrySource } from './entry-schema';
import type { Problem } from './problem';
import type { EntryFiles } from './read-entries';

type MomentSource = NonNullable<EntrySource['when']>[number];
type Fault = Pick<Problem, 'message' | 'advice'> & { key: 'from' | 'to' | 'bulletin' | 'passage' };

/** Problems of dates. @param isComplete false if an edition was unreadable: unknown bulletins are then not reported. */
export function checkDates(
  entries: EntryFiles['entries'],
  bulletins: readonly Bulletin[],
  isComplete: boolean,
): Problem[] {
  return entries.flatMap((entry) =>
    (entry.value.when ?? []).flatMap((moment, i) => {
      const fault = faultOf(entry.value, moment, bulletins);
      if (!fault || (fault.key === 'bulletin' && !isComplete)) return [];
      const { key, message, advice } = fault;
      const line = entry.lineOf(['when', i, key]);
      return [{ file: entry.file, line, message: `entry "${entry.value.id}": ${message}`, advice }];
    }),
  );
}

function faultOf({ short, long }: EntrySource, moment: MomentSource, bulletins: readonly Bulletin[]): Fault | null {
  const { from, to } = moment;
  if (to !== undefined && to <= from) {
    return {
      key: 'to',
      message: `“to: ${to}” is not after “from: ${from}”`,
      advice: 'Leave it out for a single date.',
    };
  }
  if (moment.bulletin !== undefined || moment.passage !== undefined) return passageFault(moment, bulletins);
  const missing = [from, to ?? from].map((date) => date.slice(0, 4)).find((year) => !(short + long).includes(year));
  if (missing === undefined) return null;
  return {
    key: missing === from.slice(0, 4) ? 'from' : 'to',
    message: `the definition does not say ${missing}`,
    advice: 'Say it there, or name the bulletin and the passage that do.',
  };
}

function passageFault({ bulletin: id, passage }: MomentSource, bulletins: readonly Bulletin[]): Fault | null {
  if (id === undefined || passage === undefined) {
    const key = id === undefined ? 'passage' : 'bulletin';
    return { key, message: 'bulletin and passage go together', advice: 'Name both, or neither.' };
  }
  const bulletin = bulletins.find((item) => item.id === id);
  if (!bulletin) {
    const advice = `There are: ${bulletins.map((item) => item.id).join(', ') || 'none'}.`;
    return { key: 'bulletin', message: `there is no bulletin "${id}"`, advice };
  }
  if (bulletin.paragraphs.flat().some((item) => item.id === passage)) return null;
  const message = `bulletin "${id}" has no passage ${passage}`;
  return { key: 'passage', message, advice: 'Look it up in the edition.' };
}
