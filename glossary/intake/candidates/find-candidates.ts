/** Owns bringing the sources together: one ranked list of candidates. */
import { foldForm } from '../../editor/fold';
import { clausesOf } from './clauses';
import { withoutEchoes } from './echoes';
import { meetingProposals } from './meetings';
import { namedProposals } from './named';
import { peopleProposals } from './people';
import { phraseProposals } from './phrases';
import type { Candidate, Kind, Proposal, Sentence } from './source';

/** What a reason counts for, beside the source's own weight: what an author set apart comes first. */
const TRUST: Record<Kind, number> = {
  book: 2,
  quoted: 2,
  meeting: 1.9,
  person: 1.8,
  name: 1.5,
  recurrent: 1,
  phrase: 1,
};

/** All candidates, the likeliest first. Pure; linear in the text but for sorting. */
export function findCandidates(sentences: readonly Sentence[]): Candidate[] {
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
    if (form !== '') byForm.set(form, [...(byForm.get(form) ?? []), proposal]);
  }
  const near = indexByHead(sentences.map(({ place, text }) => ({ place, text: foldForm(text) })));
  return withoutEchoes([...byForm].map(([form, group]) => candidateOf(form, group, near.get(headOf(form)) ?? [])));
}

/** The sentences by each pair of units in them: looking through all of them for each of many forms takes quadratic time. */
function indexByHead(sentences: readonly Sentence[]): Map<string, Sentence[]> {
  const index = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    for (const head of new Set([...sentence.text].flatMap((unit, i, all) => [unit, unit + (all[i + 1] ?? '')]))) {
      const known = index.get(head);
      if (known) known.push(sentence);
      else index.set(head, [sentence]);
    }
  }
  return index;
}

function headOf(form: string): string {
  return [...form].slice(0, 2).join('');
}

/** @param near at least the sentences that hold the form, folded. */
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
