/** Lists the relations of an entry by type, with a link to the map. */
import { relationsByType } from '../../glossary/book/relations';
import type { Entry } from '../../glossary/library/library';
import { RELATION_LABELS } from '../card/labels';
import { useTranslate } from '../i18n';
import { KindLabel } from '../KindLabel';

interface Props {
  entry: Entry;
  byId: ReadonlyMap<string, Entry>;
  href(entry: string): string;
  mapHref: string;
}

/** Shows a message if there are none. */
export function EntryRelations({ entry, byId, href, mapHref }: Props) {
  const t = useTranslate();
  const groups = relationsByType(entry, byId);
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">{t('book_relations')}</h2>
      {groups.length === 0 && <p>{t('book_relations_none')}</p>}
      <dl class="entry-relations">
        {groups.map(({ type, targets }) => (
          <div key={type}>
            <dt>{t(RELATION_LABELS[type])}</dt>
            {targets.map((target) => (
              <dd key={target.id}>
                <a href={href(target.id)} lang={target.script}>
                  {target.headword}
                </a>{' '}
                <KindLabel entry={target} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {groups.length > 0 && (
        <p>
          <a href={mapHref}>{t('map_show')}</a>
        </p>
      )}
    </section>
  );
}
