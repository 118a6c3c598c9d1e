/** Merges the proposals of all sources into one ranked list of candidates. */
import { addToGroup } from '../../add-to-group';
import { foldForm } from '../../editor/fold';
import { clausesOf } from './clauses';
import { demoteOverlaps } from './demote-overlaps';
import { meetingProposals } from './meetings';
import { namedProposals } from './named';
import { peopleProposals } from './people';
import { phraseProposals } from './phrases';
import type { Candidate, Kind, Proposal, Sentence } from './source';

/** Factor of each kind, beside the source's own weight: text that an author set apart is most reliable. */
const TRUST: Record<Kind, number> = {
  book: 2,
  quoted: 2,
  meeting: 1.9,
  person: 1.8,
  name: 1.5,
  recurrent: 1,
  phrase: 1,
};

/**
 * All candidates, the likeliest first. Linear in the text, except for sorting. Words and their frequencies are those of
 * Simplified text, so that other text is read as such.
 */
export function findCandidates(sentences: readonly Sentence[]): Candidate[] {
  const written = new Map(sentences.map(({ place, text }) => [place, text]));
  const simplified = sentences.map((sentence) => ({ ...sentence, text: simplify(sentence.text) }));
  const spellingOf = ({ text, places }: Candidate) => {
    const original = written.get(places[0] ?? '') ?? '';
    const start = simplify(original).indexOf(text);
    return start < 0 ? text : original.slice(start, start + text.length);
  };
  return candidatesIn(simplified).map((candidate) => ({ ...candidate, text: spellingOf(candidate) }));
}

/** The text with each Traditional letter in its Simplified spelling; its length is the same. */
function simplify(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (letter) => {
    const folded = foldForm(letter);
    return folded.length === letter.length ? folded : letter;
  });
}

function candidatesIn(sentences: readonly Sentence[]): Candidate[] {
  const people = peopleProposals(sentences);
  const names = new Set(people.map(({ text }) => text));
  const proposals = [
    ...namedProposals(sentences),
    ...meetingProposals(sentences),
    ...people,
    ...phraseProposals(clausesOf(sentences, names)),
  ];
  const byForm = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const form = foldForm(proposal.text);
    if (form !== '') addToGroup(byForm, form, proposal);
  }
  const near = indexByHead(sentences.map(({ place, text }) => ({ place, text: foldForm(text) })));
  return demoteOverlaps([...byForm].map(([form, group]) => candidateOf(form, group, near.get(headOf(form)) ?? [])));
}

/** Sentences by each code point and bigram in them: a search through all sentences for each form takes quadratic time. */
function indexByHead(sentences: readonly Sentence[]): Map<string, Sentence[]> {
  const index = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    const heads = [...sentence.text].flatMap((unit, i, all) => [unit, unit + (all[i + 1] ?? '')]);
    for (const head of new Set(heads)) addToGroup(index, head, sentence);
  }
  return index;
}

function headOf(form: string): string {
  return [...form].slice(0, 2).join('');
}

/** @param near folded sentences, including all that contain the form. */
function candidateOf(form: string, group: readonly Proposal[], near: readonly Sentence[]): Candidate {
  const sorted = [...group].sort((a, b) => worthOf(b) - worthOf(a));
  const kinds = [...new Set(sorted.map(({ kind }) => kind))];
  const [best] = sorted;
  const score = best ? worthOf(best) + 0.1 * (kinds.length - 1) : 0;
  const holding = near.filter(({ text }) => text.includes(form));
  const count = holding.reduce((sum, { text }) => sum + text.split(form).length - 1, 0);
  return { text: best?.text ?? '', form, count, kinds, score, places: holding.map(({ place }) => place) };
}

function worthOf({ kind, weight }: Proposal): number {
  return TRUST[kind] * weight;
}
