/** A small glossary that compiles, and functions that change it. */
import { compileGlossary, type GlossarySources } from '../../../glossary/editor/compile';
import { GlossaryError, type Problem } from '../../../glossary/editor/problem';

export const RECEIVED = `ignored
会议公报
会议强调，要办好“甲乙”试点。中国科协指出丙丁。
科协办公室
[2021-06-01]
`;

export const EDITION = `---
id: test-2021
title: 会议公报
titleStatus: received
signer: 科协办公室
date: 2021-06-01
originalUrl: null
received:
  file: received/test.txt
  lines: 2-5
---

[p1s1] 会议强调，要办好“甲乙”试点。

[p2s1] 中国科协指出丙丁。
`;

export const PILOT = `- id: pilot
  headword: “甲乙”试点
  category: project
  short: 一个试点。
  long: 一个较长的说明。
  english: { text: a pilot, status: descriptive }
  asOf: 2021-06
  forms:
    - text: 试点
      needs: { near: [甲乙], entries: [cast] }
  evidence:
    - bulletin: test-2021
      passage: p1s1
      quote: 要办好“甲乙”试点
  relations:
    - { type: part-of, target: cast }
`;

export const CAST = `- id: cast
  headword: 中国科协
  pinyin: Zhōngguó Kēxié
  category: organisation
  short: 一个团体。
  long: 一个较长的说明。
  english: { text: CAST, status: official }
  asOf: 2021-06-01
  forms:
    - 科协
    - text: CAST
      exactCase: true
  evidence:
    - bulletin: test-2021
      passage: p2s1
      quote: 中国科协指出丙丁
  relations:
    - { type: has-part, target: pilot }
`;

export const EXCLUSIONS = `- text: 文科协会
  why: 另一个词
`;

type Change = [from: string | RegExp, to: string];

/** Replacements by source. */
export interface Changes {
  pilot?: Change[];
  cast?: Change[];
  exclusions?: Change[];
  edition?: Change[];
  received?: Change[];
  more?: GlossarySources['entries'];
}

/** The small glossary with replaced parts. @throws if a replacement does not apply. */
export function sources(changes: Changes = {}): GlossarySources {
  return {
    entries: [
      { path: 'entries/exclusions.yaml', text: changed(EXCLUSIONS, changes.exclusions) },
      { path: 'entries/organisations.yaml', text: changed(CAST, changes.cast) },
      { path: 'entries/projects.yaml', text: changed(PILOT, changes.pilot) },
      ...(changes.more ?? []),
    ],
    bulletins: [{ path: 'bulletins/test-2021.md', text: changed(EDITION, changes.edition) }],
    received: [{ path: 'bulletins/received/test.txt', text: changed(RECEIVED, changes.received) }],
  };
}

function changed(text: string, changes: Change[] = []): string {
  return changes.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`nothing to replace: ${from}`);
    return after;
  }, text);
}

/** Problems of the sources; empty if they compile. */
export function problemsOf(given: GlossarySources): readonly Problem[] {
  try {
    compileGlossary(given);
    return [];
  } catch (error) {
    if (error instanceof GlossaryError) return error.problems;
    throw error;
  }
}
