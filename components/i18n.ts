/** Owns the words of the interface for views: whoever mounts them provides the translation. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '../public/_locales/zh_CN/messages.json';

/** A message of `public/_locales`; every locale has them all. */
export type MessageKey = keyof typeof messages;

/** @param substitutions fill the message's placeholders in their order. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;

/** Shows keys where nobody provides words: a mistake everyone sees. */
export const I18n = createContext<Translate>((key) => key);

export function useTranslate(): Translate {
  return useContext(I18n);
}
