/** Owns the card of a mention in a bulletin. */
import { EntryCard } from '../../components/card/EntryCard';
import { describeReason } from '../../components/card/labels';
import { useTranslate } from '../../components/i18n';
import { nameReason } from '../../glossary/find/named-reason';
import type { Mention } from '../../glossary/pack/finder-data';
import type { Entry, Pack } from '../../glossary/pack/pack';
import { bulletinPath } from '../shared/paths/bulletin-path';
import { glossaryPath } from '../shared/paths/glossary-path';

export function MentionCard({ pack, mention }: { pack: Pack; mention: Mention }) {
  const t = useTranslate();
  const shown = mention.senses.flatMap(({ entry: index, reason }) => {
    const entry = pack.entries[index];
    const named = nameReason(reason, (other) => pack.entries[other]?.headword ?? '');
    if (!entry) return [];
    return [{ entry, sources: pack.bulletins, reason: describeReason(t, named), related: relatedTo(entry, pack) }];
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

function relatedTo({ relations }: Entry, { entries }: Pack) {
  return relations.flatMap(({ type, target }) => {
    const other = entries.find(({ id }) => id === target);
    return other ? [{ type, id: target, script: other.script, headword: other.headword }] : [];
  });
}

function openEntry(id: string, isAside: boolean): void {
  if (isAside) window.open(glossaryPath(id), '_blank', 'noopener');
  else location.assign(glossaryPath(id));
}
