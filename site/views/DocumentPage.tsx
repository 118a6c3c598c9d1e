/** A document of the project as a page. */
import { useTranslate } from '../../components/i18n';

/** @param html from `documentHtml`. In English, whatever the language of the page. */
export function DocumentPage({ title, html }: { title: string; html: string }) {
  const t = useTranslate();
  return (
    <>
      <h1>{title}</h1>
      <p class="book-line">{t('site_document_about')}</p>
      {/* Made from a file of this repository, without its HTML. */}
      <div class="site-document" lang="en" dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
}
