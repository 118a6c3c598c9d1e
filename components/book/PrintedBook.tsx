/** The whole book on one page, to be printed: every entry with its definition and the source of it. */
import type { Entry } from '../../glossary/library/library';
import type { Bulletin } from '../../glossary/pack/pack';
import { visibleText } from '../../glossary/visible-text';
import { passageName } from '../bulletin/PassageTools';
import { kindName } from '../entry-kind';
import { DateText, formatNumber } from '../format';
import { useTranslate } from '../i18n';
import type { IndexGroup } from './EntryIndex';

interface Props {
  /** Of the order. */
  title: string;
  groups: readonly IndexGroup[];
  bulletins: readonly Bulletin[];
  onPrint(): void;
}

/** Leaves out empty groups. */
export function PrintedBook({ title, groups, bulletins, onPrint }: Props) {
  const t = useTranslate();
  const shown = groups.filter(({ entries }) => entries.length > 0);
  const total = new Set(shown.flatMap(({ entries }) => entries)).size;
  return (
    <article class="printed-book">
      <h1>{t('book_title')}</h1>
      <p class="book-line">
        {title} · {t('book_count', formatNumber(t, total))}
      </p>
      <p class="copy-buttons">
        <button type="button" onClick={onPrint}>
          {t('book_print_now')}
        </button>
      </p>
      {shown.map(({ key, title: heading, entries }) => (
        <section key={key} class="book-group">
          <h2>{heading}</h2>
          {entries.map((entry) => (
            <PrintedEntry key={entry.id} entry={entry} bulletins={bulletins} />
          ))}
        </section>
      ))}
    </article>
  );
}

function PrintedEntry({ entry, bulletins }: { entry: Entry; bulletins: readonly Bulletin[] }) {
  const t = useTranslate();
  const { script, headword, pinyin, english, short, long, translation } = entry;
  const [evidence] = entry.evidence;
  const source = bulletins.find(({ id }) => id === evidence?.bulletin);
  return (
    <section class="printed-entry">
      <h3 lang={script}>{visibleText(headword)}</h3>{' '}
      <small class="printed-reading">
        {pinyin && <span lang="zh-Latn-pinyin">{visibleText(pinyin)}</span>}
        {pinyin && ' · '}
        {visibleText(kindName(t, entry))}
        {english && ' · '}
        {english && <span lang="en">{visibleText(english.text)}</span>}
      </small>
      <p lang={script}>{visibleText([translation, short, long].filter((part) => part !== '').join(' '))}</p>
      {evidence && source && (
        <p class="printed-source">
          <span lang="zh-Hans">{source.signer}</span> <span lang={source.titleScript}>{source.title}</span>{' '}
          <DateText date={source.date} /> {passageName(t, evidence.passage)}
        </p>
      )}
    </section>
  );
}
