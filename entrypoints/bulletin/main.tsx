/** The bulletin page: `?id=` names the bulletin, the fragment the passage. */

import finderData from 'virtual:pangzhu/finder';
import { render } from 'preact';
import { BulletinList } from '../../components/BulletinList';
import { BulletinView } from '../../components/BulletinView';
import { EntryCard } from '../../components/EntryCard';
import { I18n } from '../../components/i18n';
import { reasonText } from '../../components/reason-text';
import { findInBulletin } from '../../glossary/find/bulletin-mentions';
import { createFinder } from '../../glossary/find/finder';
import type { Mention } from '../../glossary/find/finder-data';
import { nameReason } from '../../glossary/find/named-reason';
import { bulletinPath } from '../shared/bulletin-path';
import { bundledPack } from '../shared/bundled-pack';
import { interfaceLanguage, translate } from '../shared/translate';

const finder = createFinder(finderData);
const pack = await bundledPack(interfaceLanguage());

function MentionCard({ mention }: { mention: Mention }) {
  const shown = mention.senses.flatMap(({ entry: index, reason }) => {
    const entry = pack.entries[index];
    const named = nameReason(reason, (other) => pack.entries[other]?.headword ?? '');
    return entry ? [{ entry, sources: pack.bulletins, reason: reasonText(translate, named) }] : [];
  });
  return (
    <EntryCard
      entries={shown}
      passageHref={bulletinPath}
      onOpenPassage={(bulletin, passage) => location.assign(bulletinPath(bulletin, passage))}
    />
  );
}

function draw(): void {
  const id = new URLSearchParams(location.search).get('id');
  const bulletin = pack.bulletins.find((item) => item.id === id);
  const current = decodeFragment(location.hash.slice(1)) || null;
  const app = document.getElementById('app');
  if (!app) return;
  document.title = `${bulletin?.title ?? translate('bulletin_list_title')} · ${translate('extension_name')}`;
  const view = bulletin ? (
    <BulletinView
      key={current}
      bulletin={bulletin}
      current={current}
      mentions={findInBulletin(finder, bulletin)}
      renderCard={(mention) => <MentionCard mention={mention} />}
    />
  ) : (
    <BulletinList bulletins={pack.bulletins} unknownId={id} href={(other) => `?id=${other}`} />
  );
  render(<I18n.Provider value={translate}>{view}</I18n.Provider>, app);
  const passage = current === null ? null : document.getElementById(current);
  passage?.scrollIntoView({ block: 'center' });
  passage?.focus({ preventScroll: true });
}

/** A fragment that is no percent-encoding stands for itself. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

document.documentElement.lang = interfaceLanguage();
addEventListener('hashchange', draw);
draw();
