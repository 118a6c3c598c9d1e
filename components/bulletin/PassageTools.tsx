/** Tools of the current passage: copy its link or a citation, and see which entries cite it. */
import { useState } from 'preact/hooks';
import type { ReferenceStyle } from '../../glossary/formats/references';
import type { Entry } from '../../glossary/library/library';
import { ReferenceButtons } from '../card/ReferenceButtons';
import { type Translate, useTranslate } from '../i18n';

/** Kinds of text to copy; a reference is to the bulletin of the passage. */
export type PassageCopy = 'link' | 'citation' | ReferenceStyle;

interface Props {
  passage: string;
  citing: readonly Entry[];
  entryHref(entry: string): string;
  copy(what: PassageCopy): Promise<void>;
  onClose(): void;
}

/** Does not copy by itself: `copy` writes to the clipboard, and rejects if the browser refuses. */
export function PassageTools({ passage, citing, entryHref, copy, onClose }: Props) {
  const t = useTranslate();
  const [status, setStatus] = useState('');
  const run = (what: PassageCopy) =>
    copy(what).then(
      () => setStatus(t(what === 'link' ? 'bulletin_link_copied' : 'copy_done')),
      () => setStatus(t('copy_failed')),
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
        <ReferenceButtons onChoose={(style) => void run(style)} />
        <span role="status">{status}</span>
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

/** Name of a passage: `p4s2` is paragraph 4, sentence 2; `signature` is the line of the signature. */
export function passageName(t: Translate, id: string): string {
  if (id === 'signature') return t('bulletin_signature');
  const [, paragraph = '', sentence = ''] = /^p(\d+)s(\d+)$/.exec(id) ?? [];
  return t('bulletin_passage', paragraph, sentence);
}
