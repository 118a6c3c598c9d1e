/** Proposes people: single names and lists of names after an office. */
import type { Proposal, Sentence } from './source';
import { AFTER_NAME, OFFICES, SURNAMES } from './word-lists';

const OFFICE = new RegExp(OFFICES.join('|'), 'gu');
/** Surnames of two characters. */
const DOUBLE = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|长孙|宇文|端木|南宫)/u;
const HAN = /^\p{Script=Han}+$/u;
/** Words that follow an office, of which the first character is a surname or the rest fits a name. */
const COMMON_WORD = /主持|会议|出席|强调|指出|表示|工作|负责|参加|代表|全体|同志/u;

/** Proposals in the order of the text, with duplicates. */
export function peopleProposals(sentences: readonly Sentence[]): Proposal[] {
  return sentences.flatMap(({ text }) =>
    [...text.matchAll(OFFICE)].flatMap((match) => namesAfter(text.slice(match.index + match[0].length))),
  );
}

/** The names at the start of `rest`. In a list, 、 ends each name but the last, whose end is found by `nameAtHead`. */
function namesAfter(rest: string): Proposal[] {
  const [run = ''] = /^[\p{Script=Han}、·]+/u.exec(rest) ?? [];
  const items = run.split('、');
  const names: Proposal[] = [];
  for (const [i, item] of items.entries()) {
    const isLast = i === items.length - 1;
    const name = isLast
      ? nameAtHead(rest.slice(items.slice(0, i).join('、').length + (i > 0 ? 1 : 0)))
      : isName(item)
        ? item
        : null;
    if (name === null) break;
    names.push({ text: name, kind: 'person', weight: items.length > 1 ? 0.9 : 0.8 });
  }
  return names;
}

function isName(text: string): boolean {
  const max = DOUBLE.test(text) ? 4 : 3;
  if (max === 3 && !SURNAMES.has(text.charAt(0))) return false;
  return HAN.test(text) && text.length >= 2 && text.length <= max;
}

/** The longest name at the start of `rest` that is followed by a word or mark that follows names. */
function nameAtHead(rest: string): string | null {
  for (const length of DOUBLE.test(rest) ? [4, 3] : [3, 2]) {
    const name = rest.slice(0, length);
    if (isName(name) && AFTER_NAME.test(rest.slice(length)) && !COMMON_WORD.test(name)) return name;
  }
  return null;
}
