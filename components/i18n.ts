/** Messages of the interface for views, provided through a context by the page that mounts them. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type messages from '../public/_locales/zh_CN/messages.json';

/** A message of `public/_locales`; every locale has it. */
export type MessageKey = keyof typeof messages;

/** @param substitutions fill the message's placeholders in their order. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;

/** Without a provider, views show keys: an obvious mistake. */
export const I18n = createContext<Translate>((key) => key);

/** The translation of the nearest provider. */
export function useTranslate(): Translate {
  return useContext(I18n);
}
