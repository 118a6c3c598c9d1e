/** The frame of all pages of the website: head with navigation and languages, foot with licence and documents. */
import type { ComponentChild } from 'preact';
import { BookHead } from '../../components/book/BookHead';
import { useTranslate } from '../../components/i18n';
import { readerAddress } from '../../glossary/reader-address';
import { visibleText } from '../../glossary/visible-text';
import type { Edition } from '../edition';
import { LANGUAGE_NAMES } from '../languages';
import type { Links } from '../links';
import type { SitePage } from '../site-page';

interface Props {
  edition: Edition;
  /** All editions, for the choice of language; none on pages that exist once. */
  editions: readonly Edition[];
  page: Pick<SitePage, 'folder' | 'layout'>;
  links: Links;
  children: ComponentChild;
}

/** The content is the page's `main`. */
export function PageFrame({ edition, editions, page, links, children }: Props) {
  const { t, title, sections } = edition;
  const { folder, layout } = page;
  const main = (
    <main
      id="content"
      class={`${layout === 'bulletin' ? '' : 'book-page'} ${layout === 'wide' ? 'is-wide' : ''}`.trim()}
    >
      {children}
    </main>
  );
  return (
    <>
      <a class="site-skip" href="#content">
        {t('site_skip')}
      </a>
      <div class="book">
        <BookHead
          name={
            <a href={links.page('')} aria-current={folder === '' ? 'page' : undefined}>
              {title}
            </a>
          }
          links={sections.map((section) => ({
            href: links.page(section.folder),
            label: t(section.label),
            isCurrent:
              folder === section.folder || (section.folder !== 'bulletin/' && folder.startsWith(section.folder)),
          }))}
        >
          <Languages edition={edition} editions={editions} folder={folder} links={links} />
        </BookHead>
        {layout !== 'bulletin' && main}
      </div>
      {layout === 'bulletin' && main}
      <div class="book">
        <PageFoot edition={edition} links={links} />
      </div>
    </>
  );
}

/** The same page in each language. */
function Languages({
  edition,
  editions,
  folder,
  links,
}: Pick<Props, 'edition' | 'editions' | 'links'> & { folder: string }) {
  const t = useTranslate();
  if (editions.length < 2) return null;
  return (
    <nav class="site-languages" aria-label={t('site_languages')}>
      {editions.map(({ language, prefix }) => (
        <a
          key={language}
          href={links.file(`${prefix}${folder}index.html`)}
          lang={language}
          hreflang={language}
          aria-current={language === edition.language ? 'page' : undefined}
        >
          {t(LANGUAGE_NAMES[language].name)}
        </a>
      ))}
    </nav>
  );
}

function PageFoot({ edition: { manifest }, links }: Pick<Props, 'edition' | 'links'>) {
  const t = useTranslate();
  const { licence, attribution, homepage, revision } = manifest;
  const address = homepage === null ? null : readerAddress(homepage);
  const parts = [
    attribution && visibleText(attribution),
    licence && t('site_licence', visibleText(licence)),
    t('site_revision', revision),
  ];
  return (
    <footer class="site-foot">
      <p>{parts.filter(Boolean).join(' · ')}</p>
      <p>
        {address && (
          <>
            <a href={address.href} rel="noopener noreferrer">
              {address.host}
            </a>{' '}
            ·{' '}
          </>
        )}
        <a href={links.page('privacy/')}>{t('site_privacy')}</a> ·{' '}
        <a href={links.page('security/')}>{t('site_security')}</a> · {t('site_made_with')}
      </p>
    </footer>
  );
}
