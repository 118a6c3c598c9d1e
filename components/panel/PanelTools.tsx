/** Filter and order of the panel's terms. */
import { useTranslate } from '../i18n';
import { useComposition } from '../search/use-composition';

interface Props {
  query: string;
  isByBulletin: boolean;
  onQuery(query: string): void;
  onOrder(isByBulletin: boolean): void;
}

/** Shows the query and the order, and changes them. */
export function PanelTools({ query, isByBulletin, onQuery, onOrder }: Props) {
  const t = useTranslate();
  return (
    <div class="panel-tools">
      <input
        type="search"
        class="search-field"
        aria-label={t('panel_filter')}
        placeholder={t('panel_filter')}
        {...useComposition(query, onQuery)}
      />
      <fieldset class="panel-order">
        <legend class="visually-hidden">{t('panel_order')}</legend>
        <button type="button" aria-pressed={!isByBulletin} onClick={() => onOrder(false)}>
          {t('panel_by_place')}
        </button>
        <button type="button" aria-pressed={isByBulletin} onClick={() => onOrder(true)}>
          {t('panel_by_bulletin')}
        </button>
      </fieldset>
    </div>
  );
}
