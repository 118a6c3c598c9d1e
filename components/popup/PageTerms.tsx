/** Owns the terms of the page in the tab: how often each is there, the way to each place, and muting. */
import type { Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../glossary/library/library';
import { useTranslate } from '../i18n';
import { shownNumber } from '../shown-number';

export interface PageTerm {
  entry: Entry;
  /** Its index in the pack. */
  index: number;
  count: number;
  isMuted: boolean;
}

/** More than there is room for: the others are drawn once these are painted. */
const FIRST_LINES = 8;

interface Props {
  terms: readonly PageTerm[];
  /** The list, for whoever moves the focus into it. */
  list: Ref<HTMLUListElement>;
  onChoose(entry: Entry): void;
  /** Shows mention `nth` (from 0) in the page. */
  onGo(term: PageTerm, nth: number): void;
  onMute(entry: Entry, isMuted: boolean): void;
}

export function PageTerms({ terms, list, onChoose, onGo, onMute }: Props) {
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
        <PageTermLine key={term.entry.id} {...{ term, onChoose, onGo, onMute }} />
      ))}
    </ul>
  );
}

/** From line to line, in the same column. @returns whether there was a line to go to. */
function moveFocus(list: HTMLElement, step: number): boolean {
  const active = document.activeElement;
  const lines: Element[][] = [...list.children].map((line) => [...line.querySelectorAll('button')]);
  const at = active ? lines.findIndex((buttons) => buttons.includes(active)) : -1;
  const column = active && at >= 0 ? (lines[at]?.indexOf(active) ?? 0) : 0;
  const next = lines[at + step]?.[column];
  if (next instanceof HTMLElement) next.focus();
  return next !== undefined;
}

function PageTermLine({ term, onChoose, onGo, onMute }: Omit<Props, 'terms' | 'list'> & { term: PageTerm }) {
  const t = useTranslate();
  const { entry, count, isMuted } = term;
  const [last, setLast] = useState(-1);
  const next = (last + 1) % count;
  // The words on it are part of its name, for who speaks to the computer.
  const muteName = t(isMuted ? 'popup_muted_name' : 'popup_mute', entry.headword);
  return (
    <li class={isMuted ? 'page-term is-muted' : 'page-term'}>
      <button type="button" class="page-term-name" onClick={() => onChoose(entry)}>
        <span class="choice-headword" lang={entry.script}>
          {entry.headword}
        </span>
        {/* The browser tells when it is painted, to whoever measures. */}
        <span class="page-term-text" elementtiming="term" lang={entry.script}>
          {entry.short}
        </span>
      </button>
      <button
        type="button"
        class="page-term-go"
        aria-label={t('popup_go', entry.headword, shownNumber(t, next + 1), shownNumber(t, count))}
        title={t('popup_go', entry.headword, shownNumber(t, next + 1), shownNumber(t, count))}
        onClick={() => {
          setLast(next);
          onGo(term, next);
        }}
      >
        {last < 0
          ? t('popup_page_terms_count', shownNumber(t, count))
          : `${shownNumber(t, last + 1)}/${shownNumber(t, count)}`}
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
