/** Owns that a page of ours that stays open speaks the language the reader chose meanwhile. */
import { watchSettings } from '../settings/reader-settings';
import { interfaceLanguage, loadWords, translate } from './translate';

/**
 * Calls `onOther` each time the interface's language became another: its words are there then, and the page's `lang` is
 * set. To be called once the first words are loaded; ends when `signal` aborts.
 * @param onOther gets `translate` as another function each time, so that views that hold the one before are drawn again.
 */
export function followLanguage(onOther: (words: typeof translate) => void, signal: AbortSignal): void {
  let spoken = interfaceLanguage();
  const speak = async () => {
    await loadWords();
    const language = interfaceLanguage();
    if (signal.aborted || language === spoken) return;
    spoken = language;
    document.documentElement.lang = language;
    onOther((...message) => translate(...message));
  };
  watchSettings(() => void speak(), signal);
}
