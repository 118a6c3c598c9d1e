/** Chooses a sentence of a bulletin that shows how marks look. */
import type { Finder } from '../../glossary/find/finder';
import { findInBulletin } from '../../glossary/find/standalone-text';
import type { Library } from '../../glossary/library/library';
import type { Mention } from '../../glossary/pack/finder-data';
import type { Bulletin, Passage } from '../../glossary/pack/pack';

/** Length limit, in UTF-16 units, so that it can be read at a glance. */
const MAX_LENGTH = 110;

/** A passage with its mentions. */
export interface Sample {
  bulletin: Bulletin;
  passage: Passage;
  mentions: readonly Mention[];
}

/** The short passage with terms of the most categories; null if there is none. */
export function sampleOf(library: Library, finder: Finder): Sample | null {
  const kindsIn = (mentions: readonly Mention[]) =>
    new Set(mentions.map(({ senses: [{ entry }] }) => library.at(library.revisions, entry)?.category)).size;
  let best: Sample | null = null;
  for (const bulletin of library.bulletins) {
    for (const [passage, mentions] of findInBulletin(finder, bulletin)) {
      if (passage.text.length <= MAX_LENGTH && kindsIn(mentions) > kindsIn(best?.mentions ?? [])) {
        best = { bulletin, passage, mentions };
      }
    }
  }
  return best;
}

/** Splits a text into pieces with and without a term. @param mentions sorted and disjoint. */
export function piecesOf(text: string, mentions: readonly Mention[]): { text: string; isTerm: boolean }[] {
  const pieces: { text: string; isTerm: boolean }[] = [];
  let at = 0;
  for (const { start, end } of mentions) {
    pieces.push({ text: text.slice(at, start), isTerm: false }, { text: text.slice(start, end), isTerm: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), isTerm: false });
  return pieces.filter(({ text: piece }) => piece !== '');
}
