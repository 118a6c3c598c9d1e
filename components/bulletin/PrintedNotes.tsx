/** Footnotes of a printed bulletin, in place of the marks on the screen. */
import type { Entry } from '../../glossary/library/library';
import type { Bulletin } from '../../glossary/pack/pack';
import { useTranslate } from '../i18n';
import { passageName } from './PassageTools';

/** A footnote of the printed bulletin, and the number it is cited by in the text. */
export interface PrintedNote {
  number: number;
  entry: Entry;
}

interface Props {
  notes: readonly PrintedNote[];
  bulletins: readonly Bulletin[];
}

/** Hidden on the screen by the style sheet. Renders nothing without notes. */
export function PrintedNotes({ notes, bulletins }: Props) {
  const t = useTranslate();
  if (notes.length === 0) return null;
  return (
    <section class="printed-notes" aria-labelledby="printed-notes">
      <h2 id="printed-notes">{t('bulletin_notes')}</h2>
      <ol>
        {notes.map(({ number, entry }) => {
          const [evidence] = entry.evidence;
          const date = bulletins.find(({ id }) => id === evidence?.bulletin)?.date ?? '';
          return (
            <li key={number} lang={entry.script}>
              <b>{entry.headword}</b> {entry.short}
              {evidence && (
                <small>
                  {' '}
                  {date} {passageName(t, evidence.passage)}
                </small>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
