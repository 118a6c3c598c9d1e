/** Owns one document while it is switched on: its marks, their style, the pointer and the card. */
import type { Finder } from '../../glossary/find/finder';
import type { EngineContext } from '../shared/engine-api';
import type { MarksLook } from '../shared/page-settings';
import { type ExplainedTerms, explainTerms } from './explain-terms';
import { MarkedPage } from './marked-page';

export interface ExplainedPage extends Pick<MarkedPage, 'index'>, Pick<ExplainedTerms, 'goTo'> {
  /** Takes over how marks look. */
  wear(look: MarksLook): void;
}

/** Marks and explains the document until `signal` aborts, which leaves it as it was. */
export function explainPage(
  finder: Finder,
  { send, isAlive, settings, onTermsChange }: EngineContext,
  signal: AbortSignal,
): ExplainedPage {
  /** The look the marks have; null until there are any. */
  let worn: MarksLook | null = null;
  const wear = (look: MarksLook) => {
    const { mentionName: mention, currentName: current } = page.marks;
    page.wear(look);
    void send({ type: 'marks.style', mention, current, look, before: worn });
    worn = look;
  };
  let terms: ExplainedTerms | null = null;
  const page = new MarkedPage(
    finder,
    {
      onFirstMark: () => {
        wear(settings().marks);
        terms = explainTerms(page, finder, { send, isAlive, settings }, signal);
      },
      onRenewed: () => terms?.listenAgain(),
      onChange: () => {
        terms?.onChange();
        onTermsChange();
      },
    },
    signal,
  );
  page.start();
  return {
    index: page.index,
    goTo: (entry, nth) => terms?.goTo(entry, nth),
    wear: (look) => {
      if (worn && JSON.stringify(look) !== JSON.stringify(worn)) wear(look);
    },
  };
}
