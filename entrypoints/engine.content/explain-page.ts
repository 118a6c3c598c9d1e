/** Owns one document while it is switched on: its marks, their style, the pointer and the card. */
import type { Finder } from '../../glossary/find/finder';
import type { EngineContext } from '../shared/page/engine-api';
import { whenBack } from '../shared/page/when-back';
import type { MarksLook, PageSettings } from '../shared/settings/page-settings';
import { type ExplainedTerms, explainTerms } from './explain-terms';
import { MarkedPage } from './marked-page';
import { optionsOf } from './page-options';

export interface ExplainedPage extends Pick<MarkedPage, 'index' | 'marks'>, Pick<ExplainedTerms, 'goTo'> {
  /** Takes over how marks look, and which there are. */
  take(settings: PageSettings): void;
}

/** Marks and explains the document until `signal` aborts, which leaves it as it was. */
export function explainPage(
  finder: Finder,
  { send, isAlive, settings, onTermsChange }: EngineContext,
  signal: AbortSignal,
): ExplainedPage {
  /** The look the marks have; null until there are any. */
  let worn: MarksLook | null = null;
  /** Whether the reader left the page before the background said that it styled them. */
  let isStyleLost = false;
  let isStyled = true;
  const wear = (look: MarksLook) => {
    const { mentionName: mention, currentName: current } = page.marks;
    page.wear(look);
    isStyled = false;
    void send({ type: 'marks.style', mention, current, look, before: worn }).then(({ ok }) => {
      isStyled ||= ok;
      page.marks.show();
    });
    worn = look;
  };
  // Then the style may have gone to the page that came after.
  const onLeave = () => {
    isStyleLost = !isStyled;
  };
  const hearOfLeaving = () => addEventListener('pagehide', onLeave, { signal });
  hearOfLeaving();
  whenBack(() => worn && isStyleLost && wear(worn), signal);
  let terms: ExplainedTerms | null = null;
  const page = new MarkedPage(
    finder,
    {
      onFirstMark: () => {
        wear(settings().marks);
        terms = explainTerms(page, finder, { send, isAlive, settings, onTermsChange }, signal);
      },
      onRenewed: () => {
        // With the document its listeners were taken away.
        hearOfLeaving();
        terms?.listenAgain();
      },
      onChange: () => {
        terms?.onChange();
        onTermsChange();
      },
    },
    signal,
  );
  let chosen = JSON.stringify(['every', []]);
  const choose = (wanted: PageSettings) => {
    const options = optionsOf(finder.revisions, wanted);
    const name = JSON.stringify([options.density, [...options.muted]]);
    if (name === chosen) return;
    chosen = name;
    page.choose(options);
  };
  choose(settings());
  page.start();
  return {
    index: page.index,
    marks: page.marks,
    goTo: (entry, nth) => terms?.goTo(entry, nth),
    take: (changed) => {
      if (worn && JSON.stringify(changed.marks) !== JSON.stringify(worn)) wear(changed.marks);
      choose(changed);
    },
  };
}
