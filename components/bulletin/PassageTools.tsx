/** Owns what can be done with the passage that is shown: take its link or a citation along, see who cites it. */
import { useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import { useTranslate } from '../i18n';
import { passageName } from './passage-name';

/** What a reader copies of a passage. */
export type PassageCopy = 'link' | 'citation';

interface Props {
  passage: string;
  citing: readonly Entry[];
  entryHref(entry: string): string;
  copy(what: PassageCopy): Promise<void>;
  onClose(): void;
}

export function PassageTools({ passage, citing, entryHref, copy, onClose }: Props) {
  const t = useTranslate();
  const [said, setSaid] = useState('');
  const run = (what: PassageCopy) =>
    copy(what).then(
      () => setSaid(t(what === 'link' ? 'bulletin_link_copied' : 'copy_done')),
      () => setSaid(t('copy_failed')),
    );
  return (
    <aside class="passage-tools" aria-label={passageName(t, passage)}>
      <p class="passage-tools-line">
        <strong>{passageName(t, passage)}</strong>
        <button type="button" onClick={() => void run('link')}>
          {t('bulletin_copy_link')}
        </button>
        <button type="button" onClick={() => void run('citation')}>
          {t('bulletin_copy_citation')}
        </button>
        <span role="status">{said}</span>
        <button type="button" class="passage-close" aria-label={t('bulletin_close_passage')} onClick={onClose}>
          ×
        </button>
      </p>
      {citing.length > 0 && (
        <p>
          {t('bulletin_cited_by')}
          {citing.map(({ id, script, headword }) => (
            <a key={id} href={entryHref(id)} lang={script}>
              {headword}
            </a>
          ))}
        </p>
      )}
    </aside>
  );
}
