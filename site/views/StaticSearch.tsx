/** The page of the search before its script has run, and without one: the ways into the index. */
import { useTranslate } from '../../components/i18n';
import type { IndexPlan } from '../index-plan';
import type { Links } from '../links';
import { FirstPages } from './FirstPages';

/** The script replaces it. */
export function StaticSearch({ plan, links }: { plan: IndexPlan; links: Links }) {
  const t = useTranslate();
  return (
    <>
      <h1>{t('book_search')}</h1>
      <noscript>
        <p class="book-notice">{t('site_search_script')}</p>
      </noscript>
      <h2>{plan.title}</h2>
      <FirstPages plan={plan} links={links} />
    </>
  );
}
