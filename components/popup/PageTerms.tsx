/** Lists the terms of the page in the tab; each has buttons that show its mentions, and one that mutes it. */
import type { Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import { summaryOf } from '../../glossary/pack/summary-of';
import { formatNumber } from '../format';
import { useTranslate } from '../i18n';

/** An entry that the page mentions. */
export interface PageTerm {
  entry: Entry;
  /** Index of the entry in the pack. */
  index: number;
  /** Mentions on the page, at least 1. */
  count: number;
  isMuted: boolean;
}

/** More lines than fit into the popup. The first paint has only these. */
const FIRST_LINES = 8;

interface Props {
  terms: readonly PageTerm[];
  /** Lets the owner move the focus into the list. */
  list: Ref<HTMLUListElement>;
  onChoose(entry: Entry): void;
  /** @param nth from 0, less than the term's `count`. */
  onShowMention(term: PageTerm, nth: number): void;
  onMute(entry: Entry, isMuted: boolean): void;
}

/** Up and down arrows move the focus from line to line. */
export function PageTerms({ terms, list, onChoose, onShowMention, onMute }: Props) {
  const t = useTranslate();
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => setIsPainted(true), []);
  return (
    <ul
      ref={list}
      class="page-terms"
      aria-label={t('popup_page_terms')}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step && moveFocus(event.currentTarget, step)) event.preventDefault();
      }}
    >
      {(isPainted ? terms : terms.slice(0, FIRST_LINES)).map((term) => (
        <PageTermLine key={term.entry.id} {...{ term, onChoose, onShowMention, onMute }} />
      ))}
    </ul>
  );
}

/** Moves the focus within its column. @returns whether there was a line to move to. */
function moveFocus(list: HTMLElement, step: number): boolean {
  const active = document.activeElement;
  const lines: Element[][] = [...list.children].map((line) => [...line.querySelectorAll('button')]);
  const at = active ? lines.findIndex((buttons) => buttons.includes(active)) : -1;
  const column = active && at >= 0 ? (lines[at]?.indexOf(active) ?? 0) : 0;
  const next = lines[at + step]?.[column];
  if (next instanceof HTMLElement) next.focus();
  return next !== undefined;
}

function PageTermLine({ term, onChoose, onShowMention, onMute }: Omit<Props, 'terms' | 'list'> & { term: PageTerm }) {
  const t = useTranslate();
  const { entry, count, isMuted } = term;
  const [last, setLast] = useState(-1);
  const next = (last + 1) % count;
  // The name contains the visible text, for readers who use voice control.
  const muteName = t(isMuted ? 'popup_muted_name' : 'popup_mute', entry.headword);
  return (
    <li class={isMuted ? 'page-term is-muted' : 'page-term'}>
      <button type="button" class="page-term-name" onClick={() => onChoose(entry)}>
        <span class="choice-headword" lang={entry.script}>
          {entry.headword}
        </span>
        {/* The time of this paint is measured (`elementtiming`). */}
        <span class="page-term-text" elementtiming="term" lang={entry.script}>
          {summaryOf(entry)}
        </span>
      </button>
      <button
        type="button"
        class="page-term-go"
        aria-label={t('popup_go', entry.headword, formatNumber(t, next + 1), formatNumber(t, count))}
        title={t('popup_go', entry.headword, formatNumber(t, next + 1), formatNumber(t, count))}
        onClick={() => {
          setLast(next);
          onShowMention(term, next);
        }}
      >
        {last < 0
          ? t('popup_page_terms_count', formatNumber(t, count))
          : `${formatNumber(t, last + 1)}/${formatNumber(t, count)}`}
      </button>
      <button
        type="button"
        class="page-term-mute"
        aria-pressed={isMuted}
        aria-label={muteName}
        title={muteName}
        onClick={() => onMute(entry, !isMuted)}
      >
        {isMuted ? t('popup_muted') : t('popup_mute_short')}
      </button>
    </li>
  );
}
