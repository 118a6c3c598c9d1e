/** The pages of one language, one after the other, so that a large glossary is never held as a whole. */
import { EntryIndex } from '../components/book/EntryIndex';
import { EntryPage } from '../components/book/EntryPage';
import { groupsOf, indexTitle } from '../components/book/index-groups';
import { partsOf } from '../glossary/library/entry-name';
import { bulletinAddress, entryAddress } from '../glossary/publish/site';
import { visibleText } from '../glossary/visible-text';
import { bulletinPages } from './bulletin-pages';
import { entryDescription, termsDescription } from './describe';
import type { Edition } from './edition';
import { type IndexPlan, planIndex } from './index-plan';
import { setData, termData } from './linked-data';
import { livePages } from './live-pages';
import { documentHtml } from './markdown';
import type { SitePage } from './site-page';
import { DocumentPage } from './views/DocumentPage';
import { FollowPage } from './views/FollowPage';
import { HomePage } from './views/HomePage';
import { IndexOverview, IndexPartPage } from './views/LongIndex';

/** Documents of the project that have pages, as Markdown. */
export interface SiteDocuments {
  privacy: string;
  security: string;
}

/** All pages of an edition but the one for unknown addresses. Their order is always the same. */
export function* pagesOf(edition: Edition, documents: SiteDocuments): Generator<SitePage> {
  const plans = plansOf(edition);
  yield homePage(edition, plans);
  for (const plan of plans) yield* indexPages(edition, plan);
  yield* entryPages(edition);
  yield* bulletinPages(edition);
  yield* livePages(edition, plans);
  yield* plainPages(edition, documents);
}

/** By letter, then by category and by bulletin if there are any. */
function plansOf({ t, library, sections }: Edition): IndexPlan[] {
  const kinds = { 'letter/': 'pinyin', 'category/': 'category', 'source/': 'bulletin' } as const;
  // A heading leads to its bulletin from `source/`, one folder below the root of the language.
  const bulletinHref = (id: string) => `../${bulletinAddress(id)}index.html`;
  return sections.flatMap(({ folder, label }) => {
    if (folder !== 'letter/' && folder !== 'category/' && folder !== 'source/') return [];
    const by = kinds[folder];
    const title = by === 'pinyin' ? t(label) : indexTitle(t, by);
    return [planIndex(folder, title, groupsOf(t, library, by, bulletinHref))];
  });
}

function homePage(edition: Edition, plans: readonly IndexPlan[]): SitePage {
  return {
    folder: '',
    title: edition.title,
    description: termsDescription(edition.t, edition.library),
    layout: 'book',
    view: (links) => (
      <HomePage edition={edition} plans={plans.filter(({ folder }) => folder !== 'source/')} links={links} />
    ),
    linkedData: setData(edition),
  };
}

function* indexPages({ t, title, library }: Edition, plan: IndexPlan): Generator<SitePage> {
  const description = `${title} · ${plan.title} · ${termsDescription(t, library)}`;
  const isLong = plan.groups.some(({ parts }) => parts.length > 0);
  yield {
    folder: plan.folder,
    title: plan.title,
    description,
    layout: 'book',
    view: (links) =>
      isLong ? (
        <IndexOverview plan={plan} links={links} />
      ) : (
        <EntryIndex title={plan.title} groups={plan.groups} href={links.entry} printHref={null} />
      ),
  };
  for (const group of plan.groups)
    for (const [at, { folder }] of group.parts.entries())
      yield {
        folder,
        title: `${plan.title} · ${group.label}${at > 0 ? ` · ${at + 1}` : ''}`,
        description,
        layout: 'book',
        view: (links) => <IndexPartPage plan={plan} group={group} at={at} links={links} />,
      };
}

function* entryPages(edition: Edition): Generator<SitePage> {
  const { sorted, byId, library } = edition;
  for (const [at, entry] of sorted.entries()) {
    const description = entryDescription(entry);
    yield {
      folder: entryAddress(partsOf(entry.id).term),
      title: visibleText(entry.headword),
      description,
      layout: 'book',
      view: (links) => (
        <EntryPage
          entry={entry}
          byId={byId}
          bulletins={library.bulletins}
          mapHref={links.map(entry.id)}
          editHref={null}
          passageHref={links.passage}
          previous={sorted[at - 1] ?? null}
          next={sorted[at + 1] ?? null}
          href={links.entry}
          copy={null}
        />
      ),
      linkedData: termData(edition, entry, description),
    };
  }
}

function* plainPages({ t, title, content }: Edition, documents: SiteDocuments): Generator<SitePage> {
  const page = (folder: string, name: string) =>
    ({ folder, title: name, description: `${title} · ${name}`, layout: 'book' }) as const;
  const { follow } = content;
  if (follow !== null) yield { ...page('follow/', t('site_follow')), view: () => <FollowPage address={follow} /> };
  for (const name of ['privacy', 'security'] as const)
    yield {
      ...page(`${name}/`, t(`site_${name}`)),
      view: (links) => (
        <DocumentPage
          title={t(`site_${name}`)}
          html={documentHtml(documents[name], (path) => {
            const [, other] = /^(PRIVACY|SECURITY)\.md/.exec(path) ?? [];
            return other === undefined ? null : links.page(`${other.toLowerCase()}/`);
          })}
        />
      ),
    };
}
