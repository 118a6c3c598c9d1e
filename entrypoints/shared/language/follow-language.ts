/** Keeps an open extension page in the chosen language. */
import { watchSettings } from '../settings/reader-settings';
import { interfaceLanguage, loadWords, translate } from './translate';

/**
 * Calls `onChange` when the interface language changed, after its messages were loaded and the page's `lang` was set. Call
 * it after the first messages were loaded. Ends when `signal` aborts.
 * @param onChange receives a new function each time, so that views render again.
 */
export function followLanguage(onChange: (words: typeof translate) => void, signal: AbortSignal): void {
  let current = interfaceLanguage();
  const update = async () => {
    await loadWords();
    const language = interfaceLanguage();
    if (signal.aborted || language === current) return;
    current = language;
    document.documentElement.lang = language;
    onChange((...message) => translate(...message));
  };
  watchSettings(() => void update(), signal);
}
