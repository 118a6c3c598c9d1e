/** Pages of an index that is too long for one: an overview, and each part with its neighbours. */
import { EntryLines } from '../../components/book/EntryLines';
import { formatNumber } from '../../components/format';
import { useTranslate } from '../../components/i18n';
import type { Entry } from '../../glossary/library/library';
import { visibleText } from '../../glossary/visible-text';
import type { IndexPart, IndexPlan, PlannedGroup } from '../index-plan';
import type { Links } from '../links';
import { FirstPages } from './FirstPages';

/** The groups, and the pages of each, named by their first and last headwords as a dictionary names its pages. */
export function IndexOverview({ plan, links }: { plan: IndexPlan; links: Links }) {
  const t = useTranslate();
  const total = new Set(plan.groups.flatMap(({ entries }) => entries)).size;
  return (
    <>
      <h1>{plan.title}</h1>
      <p class="book-line">{t('book_count', formatNumber(t, total))}</p>
      <nav aria-label={t('book_jump')}>
        <FirstPages plan={plan} links={links} />
      </nav>
      {plan.groups.map((group) => (
        <section key={group.key} aria-labelledby={`group-${group.key}`} class="book-group">
          <h2 id={`group-${group.key}`}>{group.title}</h2>
          <ul class="site-parts">
            {group.parts.map((part) => (
              <li key={part.folder}>
                <a href={links.page(part.folder)}>
                  <PartName part={part} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function PartName({ part: { entries } }: { part: IndexPart }) {
  const [first, last] = [entries[0], entries.at(-1)];
  return (
    <>
      {first && <Headword entry={first} />}
      {last && last !== first && (
        <>
          {' — '}
          <Headword entry={last} />
        </>
      )}
    </>
  );
}

function Headword({ entry: { script, headword } }: { entry: Entry }) {
  return <span lang={script || undefined}>{visibleText(headword)}</span>;
}

interface PartProps {
  plan: IndexPlan;
  group: PlannedGroup;
  /** Of the group. */
  at: number;
  links: Links;
}

/** One page of a group. */
export function IndexPartPage({ plan, group, at, links }: PartProps) {
  const t = useTranslate();
  const part = group.parts[at];
  const [previous, next] = [group.parts[at - 1], group.parts[at + 1]];
  if (!part) return null;
  return (
    <>
      <h1>{group.title}</h1>
      <p class="book-line">
        {t('book_count', formatNumber(t, group.entries.length))}
        {group.parts.length > 1 && ` · ${t('site_part', formatNumber(t, at + 1), formatNumber(t, group.parts.length))}`}
      </p>
      <nav aria-label={t('book_jump')}>
        <FirstPages plan={plan} links={links} />
      </nav>
      <EntryLines entries={part.entries} href={links.entry} />
      <nav class="book-turn" aria-label={t('site_parts')}>
        {previous && (
          <a href={links.page(previous.folder)} rel="prev">
            ← <PartName part={previous} />
          </a>
        )}
        {next && (
          <a href={links.page(next.folder)} rel="next">
            <PartName part={next} /> →
          </a>
        )}
      </nav>
    </>
  );
}
