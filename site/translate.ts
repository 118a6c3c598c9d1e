/** Messages of the website, in Node and in the scripts of its pages. */
import type { Translate } from '../components/i18n';
import { fillIn, type Words } from '../entrypoints/shared/language/words';

/** Fills in messages as the browser does for the extension. @param language of the messages, as a `lang`. */
export function translateBy(words: Words, language: string): Translate {
  return (key, ...substitutions) => {
    const isForOne = substitutions[0] === '1' && language === 'en';
    return (isForOne && fillIn(words, `${key}_one`, substitutions)) || fillIn(words, key, substitutions);
  };
}
