/** The card of a mention in a bulletin. */
import { EntryCard } from '../../components/card/EntryCard';
import { describeReason } from '../../components/card/labels';
import { useTranslate } from '../../components/i18n';
import { nameReason } from '../../glossary/find/named-reason';
import type { Entry, Library } from '../../glossary/library/library';
import type { Mention } from '../../glossary/pack/finder-data';
import { bulletinPath, glossaryPath } from '../shared/page-paths';

/** Renders the senses of a mention. */
export function MentionCard({ library, mention }: { library: Library; mention: Mention }) {
  const t = useTranslate();
  const shown = mention.senses.flatMap(({ entry: index, reason }) => {
    const entry = library.at(library.revisions, index);
    const named = nameReason(reason, (other) => library.at(library.revisions, other)?.headword ?? '');
    if (!entry) return [];
    return [
      { entry, sources: library.bulletins, reason: describeReason(t, named), related: relatedTo(entry, library) },
    ];
  });
  return (
    <EntryCard
      entries={shown}
      passageHref={bulletinPath}
      relations={{
        relatedHref: glossaryPath,
        onOpenRelated: ({ id }, _link, isAside) => openEntry(id, isAside),
      }}
      onOpenPassage={(bulletin, passage) => location.assign(bulletinPath(bulletin, passage))}
    />
  );
}

function relatedTo({ relations }: Entry, library: Library) {
  return relations.flatMap(({ type, target }) => {
    const other = library.named(target);
    return other ? [{ type, id: target, script: other.script, headword: other.headword }] : [];
  });
}

function openEntry(id: string, isAside: boolean): void {
  if (isAside) window.open(glossaryPath(id), '_blank', 'noopener');
  else location.assign(glossaryPath(id));
}
