/** Owns the card of a mention in a bulletin. */
import { EntryCard } from '../../components/EntryCard';
import { useTranslate } from '../../components/i18n';
import { reasonText } from '../../components/reason-text';
import type { Mention } from '../../glossary/find/finder-data';
import { nameReason } from '../../glossary/find/named-reason';
import type { Pack } from '../../glossary/pack/pack';
import { bulletinPath } from '../shared/bulletin-path';

export function MentionCard({ pack, mention }: { pack: Pack; mention: Mention }) {
  const t = useTranslate();
  const shown = mention.senses.flatMap(({ entry: index, reason }) => {
    const entry = pack.entries[index];
    const named = nameReason(reason, (other) => pack.entries[other]?.headword ?? '');
    return entry ? [{ entry, sources: pack.bulletins, reason: reasonText(t, named) }] : [];
  });
  return (
    <EntryCard
      entries={shown}
      passageHref={bulletinPath}
      onOpenPassage={(bulletin, passage) => location.assign(bulletinPath(bulletin, passage))}
    />
  );
}
