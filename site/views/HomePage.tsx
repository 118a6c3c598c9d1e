/** The title page of the website: what the glossary is, and the ways into it. */
import { DateText } from '../../components/format';
import { useTranslate } from '../../components/i18n';
import { termsDescription } from '../describe';
import type { Edition } from '../edition';
import type { IndexPlan } from '../index-plan';
import type { Links } from '../links';
import { FirstPages } from './FirstPages';

interface Props {
  edition: Edition;
  /** By letter, and by category if there are any. */
  plans: readonly IndexPlan[];
  links: Links;
}

/** The search field leads to the page of the search, which needs a script. */
export function HomePage({ edition, plans, links }: Props) {
  const t = useTranslate();
  const { title, library, content } = edition;
  const { bulletins } = library;
  return (
    <>
      <h1 class="site-title">{title}</h1>
      <p class="site-lead">{termsDescription(t, library)}</p>
      <search>
        <form class="site-search" action={links.page('search/')} method="get">
          <input
            class="search-field"
            type="search"
            name="q"
            aria-label={t('search_label')}
            placeholder={t('site_search_placeholder')}
          />
          <button type="submit">{t('book_search')}</button>
        </form>
      </search>
      {plans.map((plan) => (
        <section key={plan.folder} aria-labelledby={`by-${plan.folder.slice(0, -1)}`}>
          <h2 id={`by-${plan.folder.slice(0, -1)}`}>
            <a href={links.page(plan.folder)}>{plan.title}</a>
          </h2>
          <FirstPages plan={plan} links={links} />
        </section>
      ))}
      {bulletins.length > 0 && (
        <section aria-labelledby="bulletins">
          <h2 id="bulletins">
            <a href={links.page('bulletin/')}>{t('book_bulletins')}</a>
          </h2>
          <ul class="site-bulletins">
            {bulletins.map(({ id, title: name, titleScript, signer, date }) => (
              <li key={id}>
                <a href={links.bulletin(id)} lang={titleScript}>
                  {name}
                </a>{' '}
                <small>
                  <span lang="zh-Hans">{signer}</span> <DateText date={date} />
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {content.follow !== null && (
        <p class="book-notice">
          {t('site_follow_lead')} <a href={links.page('follow/')}>{t('site_follow_how')}</a>
        </p>
      )}
    </>
  );
}
