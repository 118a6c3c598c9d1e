/** Compiles finders from forms and rules, and describes mentions as text. */
import { standardFolding } from '../../../glossary/editor/fold';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { PageFinder } from '../../../glossary/find/page-finder';
import { compileFinder, type FormRules, type NamedSetting } from '../../../glossary/pack/compile-finder';
import type { Mention, Reason } from '../../../glossary/pack/finder-data';

/** Forms by entry id; the first is the headword. */
export type Forms = Record<string, (string | FormRules)[]>;

/** A finder and the ids of its entries, by entry index. */
export interface TestFinder {
  finder: Finder;
  ids: string[];
}

/** Compiles forms and exclusions. Ignores words of the text, which `word-edges.test.ts` tests. */
export function finderOf(forms: Forms, exclusions: string[] = [], settings: NamedSetting[] = []): TestFinder {
  const entries = Object.entries(forms).map(([id, list]) => ({
    id,
    forms: list.map((form) => (typeof form === 'string' ? { text: form } : form)),
  }));
  const blocked = exclusions.map((text) => ({ text }));
  const data = compileFinder(entries, blocked, { revisions: ['test'], folding: standardFolding(), settings });
  const never = () => false;
  const finder = { ...createFinder(data), isCrossed: never, isCut: never };
  return { finder, ids: Object.keys(forms) };
}

/** Mentions of a page with one text. */
export function mentionsIn({ finder }: TestFinder, text: string): readonly Mention[] {
  const page = new PageFinder(finder);
  const run = {};
  page.add(run, text);
  page.settle();
  return page.mentionsOf(run);
}

/** `surface = entry (reason) / entry (reason)` for each mention, in order. */
export function describeMentions({ ids }: TestFinder, text: string, mentions: readonly Mention[]): string[] {
  return mentions.map(({ start, end, senses }) => {
    const described = senses.map(({ entry, reason }) => `${ids[entry]} (${describeReason(reason, ids)})`);
    return `${text.slice(start, end)} = ${described.join(' / ')}`;
  });
}

function describeReason(reason: Reason, ids: readonly string[]): string {
  switch (reason.kind) {
    case 'near':
    case 'wording':
    case 'page':
      return `${reason.kind} ${reason.cue}`;
    case 'entry':
      return `entry ${ids[reason.entry]}`;
    default:
      return reason.kind;
  }
}

/** The mentions of a page with one text, described. */
export function found(finder: TestFinder, text: string): string[] {
  return describeMentions(finder, text, mentionsIn(finder, text));
}
