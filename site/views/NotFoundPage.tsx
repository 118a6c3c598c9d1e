/** The page that hosts show at addresses without a page. */
import { I18n } from '../../components/i18n';
import type { Edition } from '../edition';
import type { SitePage } from '../site-page';

/** In all languages, because the address need not name one. Links are absolute if the address of the site is known. */
export function notFoundPage(editions: readonly Edition[]): SitePage {
  const [first] = editions;
  return {
    folder: '',
    title: first?.t('site_not_found') ?? '',
    description: first?.t('site_not_found') ?? '',
    layout: 'book',
    view: (links) =>
      editions.map(({ language, prefix, t }) => (
        <section key={language} lang={language}>
          <I18n.Provider value={t}>
            {language === first?.language ? <h1>{t('site_not_found')}</h1> : <h2>{t('site_not_found')}</h2>}
            <p>
              <a href={links.file(`${prefix}index.html`)}>{t('book_to_index')}</a>
            </p>
          </I18n.Provider>
        </section>
      )),
  };
}
