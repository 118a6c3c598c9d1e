/** Measures the finder with the bundled glossary. Runs bundled like the product; prints results as JSON. */
import finderData from 'virtual:pangzhu/finder';
import pack from 'virtual:pangzhu/pack';
import parsePrefilter from 'virtual:pangzhu/prefilter';
import { createFinder, type Finder } from '../../../glossary/find/finder';
import { PageFinder } from '../../../glossary/find/page-finder';
import { createPrefilter } from '../../../glossary/find/prefilter';
import { scan } from '../../../glossary/find/scan';
import type { FinderData } from '../../../glossary/pack/finder-data';
import type { Measured } from '../result';
import { speeds } from '../timing';
import { alternation, readOnly, type Search, termByTerm } from './peers';
import { clausePages, densePages, lettersOf, mixedPages, type PageText, randomOf } from './texts';

const prefilterData = parsePrefilter();

const mixed = mixedPages(lettersOf(pack, 1));

/** Counts pattern matches without weighing them, like the peers. */
function scanningWith({ tables }: Finder): Search {
  return (paragraphs) => {
    let count = 0;
    for (const paragraph of paragraphs)
      scan(tables, paragraph, () => {
        count++;
      });
    return count;
  };
}

/** All work of the finder on a page: scan, evaluate, decide. */
function findingWith(finder: Finder): Search {
  return (paragraphs) => {
    const page = new PageFinder<object>(finder);
    const runs = paragraphs.map((text) => ({ text }));
    for (const run of runs) page.add(run, run.text);
    page.settle();
    return runs.reduce((count, run) => count + page.mentionsOf(run).length, 0);
  };
}

function formsOf(data: FinderData): string[] {
  const patterns = data.patterns.split('\n');
  return [...new Set(data.senses.filter((_, i) => i % 3 === 0).map((pattern) => patterns[pattern] ?? ''))];
}

function speedsOf(what: string, data: FinderData, pages: readonly PageText[]): Measured[] {
  const forms = formsOf(data);
  const finder = createFinder(data);
  const {
    scanning = 0,
    finding = 0,
    reading = 0,
    ...peers
  } = speeds(
    {
      scanning: scanningWith(finder),
      finding: findingWith(finder),
      reading: readOnly,
      'indexOf, term by term': termByTerm(forms),
      'one regular expression': alternation(forms),
    },
    pages,
  );
  const common = { unit: 'M units/s', limit: reading, peers } as const;
  return [
    { name: `scan, ${what}`, value: scanning, ...common },
    { name: `find, ${what}`, value: finding, ...common },
  ];
}

function speedOfPrefilter(): Measured {
  const forms = formsOf(finderData);
  const prefilter = createPrefilter([prefilterData]);
  // Pages without a form, each as one text.
  const without = mixed.map((page) => [page.filter((paragraph) => !prefilter(paragraph)).join('\n')]);
  const plain = new RegExp(forms.map((form) => form.replace(/[+]/g, '\\+')).join('|'));
  const {
    ours = 0,
    reading = 0,
    ...peers
  } = speeds(
    {
      ours: ([text = '']) => Number(prefilter(text)),
      reading: readOnly,
      'includes, term by term': ([text = '']) => Number(forms.some((form) => text.includes(form))),
      'one regular expression, unfolded': ([text = '']) => Number(plain.test(text)),
    },
    without,
  );
  return { name: 'prefilter, page without a term', value: ours, unit: 'M units/s', limit: reading, peers };
}

/** The longest step between two yields to the page; best of five tries, to exclude other load on the machine. */
function longestSteps(name: string, text: string): Measured[] {
  const finder = createFinder(finderData);
  const tries = Array.from({ length: 5 }, () => {
    const page = new PageFinder<object>(finder);
    return { adding: longestOf(page.adding({}, text)), settling: longestOf(page.settling()) };
  });
  const rowOf = (what: 'adding' | 'settling'): Measured => ({
    name: `longest step of ${what}, ${name}`,
    value: Math.min(...tries.map((times) => times[what])),
    unit: 'ms',
    limit: 8,
    peers: {},
  });
  return [rowOf('adding'), rowOf('settling')];
}

function longestOf(steps: Generator): number {
  let longest = 0;
  for (let isDone = false; !isDone; ) {
    const begin = performance.now();
    isDone = steps.next().done === true;
    longest = Math.max(longest, performance.now() - begin);
  }
  return longest;
}

const MEGABYTE = 1_000_000;
const dense = densePages(pack).flat().join('');
const clauses = clausePages(pack, lettersOf(pack, 2), randomOf(3));

const measured: Measured[] = [
  speedOfPrefilter(),
  ...speedsOf('bundled glossary, page with few terms', finderData, mixed),
  ...speedsOf('bundled glossary, page full of terms', finderData, densePages(pack)),
  ...speedsOf('bundled glossary, page full of terms in new clauses', finderData, clauses),
  ...longestSteps('a megabyte of one letter without a break', '科'.repeat(MEGABYTE)),
  ...longestSteps('100 kB full of terms without a break', dense.slice(0, MEGABYTE / 10)),
  ...longestSteps('a megabyte full of terms without a break', dense.repeat(3).slice(0, MEGABYTE)),
];
console.log(JSON.stringify(measured));
