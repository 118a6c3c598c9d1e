/** Renders a page as an HTML document. */
import { render } from 'preact-render-to-string';
import { I18n } from '../components/i18n';
import { FreeFragment } from '../components/JumpButton';
import type { Words } from '../entrypoints/shared/language/words';
import type { PageData } from './client/page-data';
import type { Edition } from './edition';
import { LANGUAGE_NAMES, wordsForScripts } from './languages';
import { type Links, linksFrom } from './links';
import type { SitePage } from './site-page';
import { PageFrame } from './views/PageFrame';

/** Files that pages refer to, by their paths from the root. */
export interface SiteFiles {
  style: string;
  script: string;
  icon: string;
  /** The data of scripts, by the prefix of the edition. */
  dataOf(edition: Edition): string;
}

/**
 * Nothing but files of the site: no script or style in the page, no other host, no plugins, and no form that leads
 * elsewhere. Descriptions for search engines are data, not scripts.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";

interface Rendered {
  edition: Edition;
  /** All editions; none for a page that exists once. */
  editions: readonly Edition[];
  page: SitePage;
  files: SiteFiles;
}

/** @param base path of the root on its host, for the page of unknown addresses. */
export function renderDocument({ edition, editions, page, files }: Rendered, base: string | null = null): string {
  const { language, prefix, t } = edition;
  const links = linksFrom({ prefix, folder: page.folder }, base);
  const html = render(
    <html lang={language}>
      <Head {...{ edition, editions, page, files, links }} />
      <body>
        <I18n.Provider value={t}>
          <FreeFragment.Provider value={true}>
            <PageFrame {...{ edition, editions, page, links }}>{page.view(links)}</PageFrame>
          </FreeFragment.Provider>
        </I18n.Provider>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}

function Head({ edition, editions, page, files, links }: Rendered & { links: Links }) {
  const { language, prefix, title: glossary, content } = edition;
  const { folder, title, description, live, linkedData } = page;
  const addressOf = (place: string) => (content.address === null ? undefined : content.address + place);
  const address = editions.length > 0 ? addressOf(prefix + folder) : undefined;
  const data: PageData | null = live
    ? { view: live, language, prefix, folder, words: wordsForScripts(language) }
    : null;
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width" />
      <title>{folder === '' ? title : `${title} · ${glossary}`}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={links.file(files.style)} />
      <link rel="icon" href={links.file(files.icon)} />
      {address && <link rel="canonical" href={address} />}
      {editions.map((other) => (
        <link
          key={other.language}
          rel="alternate"
          hreflang={other.language}
          href={addressOf(other.prefix + folder) ?? links.file(`${other.prefix}${folder}index.html`)}
        />
      ))}
      {editions[0] && (
        <link
          rel="alternate"
          hreflang="x-default"
          href={addressOf(editions[0].prefix + folder) ?? links.file(`${editions[0].prefix}${folder}index.html`)}
        />
      )}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={folder === '' ? 'website' : 'article'} />
      <meta property="og:site_name" content={glossary} />
      <meta property="og:locale" content={LANGUAGE_NAMES[language].locale} />
      {address && <meta property="og:url" content={address} />}
      {linkedData && <DataBlock type="application/ld+json" value={linkedData((place) => addressOf(prefix + place))} />}
      {data && <DataBlock type="application/json" id="page-data" value={data} />}
      {data && <script defer src={links.file(files.dataOf(edition))} />}
      {data && <script defer src={links.file(files.script)} />}
    </head>
  );
}

/** Data in a page, which no browser executes. `<` is escaped: no text of it ends the element. */
function DataBlock({ type, id, value }: { type: string; id?: string; value: object & { words?: Words } }) {
  const html = JSON.stringify(value).replaceAll('<', '\\u003c');
  return <script type={type} id={id} dangerouslySetInnerHTML={{ __html: html }} />;
}
