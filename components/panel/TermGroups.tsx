/** Groups the terms of the page by the bulletin that quotes them; terms without bulletins follow, by who added them. */
import { ADDED } from '../../glossary/library/own-entry';
import type { Bulletin } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';
import { type PanelTerm, type TermEvents, TermList } from './TermList';

interface Props extends TermEvents {
  terms: readonly PanelTerm[];
  bulletins: readonly Bulletin[];
}

/** A term quoted by several bulletins is in each of their groups. Empty groups are left out. */
export function TermGroups({ terms, bulletins, ...events }: Props) {
  const t = useTranslate();
  const quoted = bulletins.map(({ id, title, titleScript, date }) => ({
    id,
    label: title,
    heading: (
      <>
        <span lang={titleScript}>{title}</span> <DateText date={date} />
      </>
    ),
    terms: terms.filter(({ entry }) => entry.evidence.some(({ bulletin }) => bulletin === id)),
  }));
  const added = ADDED.map((category) => ({
    id: category,
    label: t(`category_${category}`),
    heading: t(`category_${category}`),
    terms: terms.filter(({ entry }) => entry.category === category),
  }));
  return (
    <>
      {[...quoted, ...added]
        .filter((group) => group.terms.length > 0)
        .map((group) => (
          <section key={group.id} aria-labelledby={`panel-${group.id}`}>
            <h2 id={`panel-${group.id}`}>{group.heading}</h2>
            <TermList label={group.label} terms={group.terms} {...events} />
          </section>
        ))}
    </>
  );
}
