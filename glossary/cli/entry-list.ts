/** Writes the list of all entries with their evidence: `docs/glossary.md`. */
import { sortedByReading } from '../book/by-letter';
import { markdownLine as text } from '../formats/text-line';
import type { Pack, Term } from '../pack/pack';
import { CATEGORIES, type Category } from '../pack/vocabulary';

/** Markdown by category, entries sorted by reading. @param nameOf display name of a category. */
export function entryList(pack: Pack, nameOf: (category: Category) => string): string {
  const sections = CATEGORIES.map((category) => {
    const entries = pack.terms.filter((entry) => entry.category === category);
    if (entries.length === 0) return '';
    const described = sortedByReading(entries).map((entry) => describe(entry, pack));
    return `## ${nameOf(category)}\n\n${described.join('\n')}`;
  });
  const head = `# 词条一览\n\n${pack.terms.length} 条，出自 ${pack.bulletins.length} 篇报道。此页由 \`npm run glossary -- list\` 写成，勿手改。\n`;
  return [head, ...sections.filter(Boolean)].join('\n');
}

function describe(entry: Term, { bulletins }: Pack): string {
  const others = entry.forms.slice(1);
  const evidence = entry.evidence.map(({ bulletin, passage, quote }) => {
    const source = bulletins.find(({ id }) => id === bulletin);
    return `> ${text(quote)}\n>\n> —— ${text(source?.title ?? bulletin)}，${source?.date ?? ''}，${passage}\n`;
  });
  return [
    `### ${text(entry.headword)}\n`,
    `*${text(entry.pinyin)}* · ${text(entry.english?.text ?? '')}\n`,
    `${text(entry.short + entry.long)}\n`,
    ...(others.length > 0 ? [`也作：${text(others.join('、'))}\n`] : []),
    ...(entry.inferred ? [`推断：${text(entry.inferred)}\n`] : []),
    ...evidence,
  ].join('\n');
}
