/** The terms of a pack: selects some of them, and sets which are marked inside words. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PlainTerm } from '../../glossary/pack/plain-term';
import { visibleText } from '../../glossary/visible-text';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';
import { LongList } from '../LongList';

interface Props {
  /** Of the pack. */
  id: string;
  /** Places in the pack. */
  selected: ReadonlySet<number>;
  onSelect(places: ReadonlySet<number>): void;
  /** Places of terms that are marked inside longer words; null where single terms cannot be set. */
  insideWords: readonly number[] | null;
  onInsideWords(places: readonly number[]): void;
  termsOf(id: string): Promise<readonly PlainTerm[]>;
}

interface Placed {
  term: PlainTerm;
  place: number;
  /** The text in which a filter is searched. */
  text: string;
}

/** Lines as high as one line of text with its control. */
const LINE = 34;

/** Reads the terms when it is mounted. */
export function PackTerms({ id, selected, onSelect, insideWords, onInsideWords, termsOf }: Props) {
  const t = useTranslate();
  const [terms, setTerms] = useState<readonly Placed[] | null>(null);
  const [query, setQuery] = useState('');
  useEffect(() => {
    let isCurrent = true;
    const set = (read: readonly PlainTerm[]) => isCurrent && setTerms(read.map(placed));
    void termsOf(id).then(set, () => set([]));
    return () => {
      isCurrent = false;
    };
  }, [id, termsOf]);
  const wanted = query.trim().toLowerCase();
  const shown = useMemo(
    () => (wanted === '' ? (terms ?? []) : (terms ?? []).filter(({ text }) => text.includes(wanted))),
    [terms, wanted],
  );
  const inside = useMemo(() => new Set(insideWords), [insideWords]);
  if (!terms) return <p role="status">{t('packs_loading')}</p>;
  return (
    <div class="pack-terms">
      <div class="options-row">
        <label>
          {t('packs_terms_filter')}
          <input type="text" value={query} onInput={({ currentTarget }) => setQuery(currentTarget.value)} />
        </label>
        <button type="button" onClick={() => onSelect(new Set([...selected, ...shown.map(({ place }) => place)]))}>
          {t('packs_terms_select_shown', formatNumber(t, shown.length))}
        </button>
        <button type="button" disabled={selected.size === 0} onClick={() => onSelect(new Set())}>
          {t('packs_terms_select_none')}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys. */}
      <section class="pack-terms-list" aria-label={t('packs_terms')} tabIndex={0} key={wanted}>
        <LongList
          items={shown}
          lineHeight={LINE}
          renderItem={({ term, place }) => (
            <li key={place}>
              <label>
                <input
                  type="checkbox"
                  checked={selected.has(place)}
                  onChange={() => onSelect(toggled(selected, place))}
                />
                <strong>{visibleText(term.headword)}</strong>{' '}
                <small>{visibleText(term.definition || term.translation || '')}</small>
              </label>
              {insideWords && (
                <button
                  type="button"
                  aria-pressed={inside.has(place)}
                  aria-label={t('packs_term_inside', visibleText(term.headword))}
                  onClick={() => onInsideWords([...toggled(inside, place)].sort((a, b) => a - b))}
                >
                  {t('column_inside_words')}
                </button>
              )}
            </li>
          )}
        />
      </section>
    </div>
  );
}

function placed(term: PlainTerm, place: number): Placed {
  const { headword, forms, translation = '' } = term;
  return { term, place, text: [headword, ...forms, translation].join('\n').toLowerCase() };
}

function toggled(places: ReadonlySet<number>, place: number): Set<number> {
  const next = new Set(places);
  if (!next.delete(place)) next.add(place);
  return next;
}
