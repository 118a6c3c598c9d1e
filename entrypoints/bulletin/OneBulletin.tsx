/** The page of one bulletin. */
import { useMemo } from 'preact/hooks';
import { BulletinView } from '../../components/bulletin/BulletinView';
import type { PassageCopy } from '../../components/bulletin/PassageTools';
import { citedBy } from '../../glossary/book/cited-by';
import { passageCitation } from '../../glossary/book/footnotes';
import { numberNotes } from '../../glossary/book/notes';
import type { Finder } from '../../glossary/find/finder';
import { findInBulletin } from '../../glossary/find/standalone-text';
import { linkToText } from '../../glossary/formats/citation';
import { bulletinReference } from '../../glossary/formats/references';
import type { Library } from '../../glossary/library/library';
import type { Bulletin } from '../../glossary/pack/pack';
import { bulletinPath, GLOSSARY_PATH, glossaryPath } from '../shared/page-paths';
import { today } from '../shared/today';
import { MentionCard } from './MentionCard';

interface Props {
  library: Library;
  finder: Finder;
  bulletin: Bulletin;
  current: string | null;
}

/** Finds the mentions of a bulletin, and renders it. @param current id of the highlighted passage, or null. */
export function OneBulletin({ library, finder, bulletin, current }: Props) {
  const mentions = useMemo(() => findInBulletin(finder, bulletin), [finder, bulletin]);
  const { notes, numberOf } = useMemo(() => numberNotes([...mentions.values()].flat()), [mentions]);
  const cited = useMemo(() => citedBy(library.entries, bulletin.id), [library, bulletin]);
  const printed = notes.flatMap(({ number, entry: index }) => {
    const entry = library.at(library.revisions, index);
    return entry ? [{ number, entry }] : [];
  });
  return (
    <BulletinView
      bulletin={bulletin}
      bulletins={library.bulletins}
      current={current}
      mentions={mentions}
      citedBy={cited}
      notes={printed}
      noteOf={(mention) => numberOf.get(mention)}
      href={(id) => `?id=${encodeURIComponent(id)}`}
      entryHref={glossaryPath}
      bookHref={GLOSSARY_PATH}
      renderCard={(mention) => <MentionCard library={library} mention={mention} />}
      onPassage={showPassage}
      copy={(passage, what) => navigator.clipboard.writeText(textOf(bulletin, passage, what))}
    />
  );
}

/** Sets the fragment of the address, which names the current passage. */
function showPassage(passage: string | null): void {
  if (passage !== null) {
    location.hash = passage;
    return;
  }
  history.pushState(null, '', location.pathname + location.search);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function textOf(bulletin: Bulletin, passage: string, what: PassageCopy): string {
  const { id, originalUrl, signer, paragraphs } = bulletin;
  const text = paragraphs.flat().find((item) => item.id === passage)?.text ?? signer;
  if (what === 'citation') return passageCitation(text, passage, bulletin);
  if (what !== 'link') return bulletinReference(bulletin, what, today());
  // A link to the original if it is known, because others may not have the extension.
  if (originalUrl !== null) return linkToText(originalUrl, text);
  return new URL(bulletinPath(id, passage), location.href).href;
}
