/** Groups the terms of the page by the bulletin that quotes them; terms without bulletins follow, by the kind of their pack. */
import type { Bulletin } from '../../glossary/pack/pack';
import { DateText } from '../format';
import { useTranslate } from '../i18n';
import { type PanelTerm, type TermEvents, TermList } from './TermList';

/** Terms that quote no bulletin, by the kind of their pack. */
const UNQUOTED = [
  { kind: 'user', name: 'term_user' },
  { kind: 'policy', name: 'term_policy' },
  { kind: 'imported', name: 'book_imported' },
  { kind: 'followed', name: 'book_followed' },
] as const;

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
  const unquoted = UNQUOTED.map(({ kind, name }) => ({
    id: kind,
    label: t(name),
    heading: t(name),
    terms: terms.filter(({ entry }) => entry.evidence.length === 0 && entry.pack.kind === kind),
  }));
  return (
    <>
      {[...quoted, ...unquoted]
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
