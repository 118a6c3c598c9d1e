/** Owns what an entry is related to, by kind of relation. */
import { relationsByType } from '../../glossary/book/relations';
import type { Entry } from '../../glossary/library/library';
import { RELATION_WORDS } from '../card/relation-words';
import { kindName, toneOf } from '../entry-kind';
import { useTranslate } from '../i18n';

interface Props {
  entry: Entry;
  byId: ReadonlyMap<string, Entry>;
  href(entry: string): string;
  mapHref: string;
}

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
            <dt>{t(RELATION_WORDS[type])}</dt>
            {targets.map((target) => (
              <dd key={target.id}>
                <a href={href(target.id)} lang={target.script}>
                  {target.headword}
                </a>{' '}
                <span class={`category-name ${toneOf(target)}`}>{kindName(t, target)}</span>
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
