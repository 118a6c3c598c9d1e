/** The pages of bulletins, with their terms as links and footnotes. */
import { BulletinArticle } from '../components/bulletin/BulletinArticle';
import { BulletinContents } from '../components/bulletin/BulletinContents';
import { BulletinList } from '../components/bulletin/BulletinList';
import { numberNotes } from '../glossary/book/notes';
import { createFinder, type Finder } from '../glossary/find/finder';
import { findInBulletin } from '../glossary/find/standalone-text';
import type { Mention } from '../glossary/pack/finder-data';
import type { Bulletin } from '../glossary/pack/pack';
import { bulletinAddress } from '../glossary/publish/site';
import { visibleText } from '../glossary/visible-text';
import { cut } from './describe';
import type { Edition } from './edition';
import { bulletinData } from './linked-data';
import type { SitePage } from './site-page';

/** None for a pack without bulletins. In the order of the pack, after their list. */
export function* bulletinPages(edition: Edition): Generator<SitePage> {
  const { t, title, manifest, library, content } = edition;
  const { bulletins } = library;
  if (bulletins.length === 0) return;
  yield {
    folder: 'bulletin/',
    title: t('bulletin_list_title'),
    description: `${title} · ${t('bulletin_list_title')}`,
    layout: 'bulletin',
    view: (links) => <BulletinList packs={[{ manifest, bulletins }]} unknownId={null} href={links.bulletin} />,
  };
  const finder = content.finder && createFinder(content.finder);
  for (const bulletin of bulletins) yield bulletinPage(edition, bulletin, finder);
}

function bulletinPage({ library }: Edition, bulletin: Bulletin, finder: Finder | null): SitePage {
  const { bulletins } = library;
  const mentions = finder ? findInBulletin(finder, bulletin) : new Map<never, never>();
  const { notes, numberOf } = numberNotes([...mentions.values()].flat());
  const entryOf = ({ senses: [{ entry }] }: Pick<Mention, 'senses'>) => library.at(library.revisions, entry);
  const printed = notes.flatMap(({ number, entry: index }) => {
    const entry = library.at(library.revisions, index);
    return entry ? [{ number, entry }] : [];
  });
  const folder = bulletinAddress(bulletin.id);
  return {
    folder,
    title: visibleText(bulletin.title),
    description: cut(bulletin.paragraphs[0]?.map(({ text }) => text).join('') ?? bulletin.title),
    layout: 'bulletin',
    view: (links) => (
      <div class="bulletin-frame">
        <BulletinContents
          bulletin={bulletin}
          bulletins={bulletins}
          isOpen={false}
          href={links.bulletin}
          bookHref={links.page('')}
        />
        <BulletinArticle
          bulletin={bulletin}
          bulletins={bulletins}
          current={null}
          mentions={mentions}
          terms={{ hrefOf: (mention) => links.entry(entryOf(mention)?.id ?? '') }}
          hasKeys={false}
          notes={printed}
          noteOf={(mention) => numberOf.get(mention)}
          href={links.bulletin}
        />
      </div>
    ),
    linkedData: bulletinData(bulletin, folder),
  };
}
