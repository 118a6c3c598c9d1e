/** Fills in messages of `_locales` like the browser, for other languages than the browser's. */
import type messages from '../../../public/_locales/zh_CN/messages.json';

/** A message that every locale has. */
export type MessageKey = keyof typeof messages;

/** A message in the format of `_locales`. */
export interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** The messages of one locale, by key. */
export type Words = Readonly<Record<string, Message>>;

/** The message with its placeholders filled in; '' for an unknown key, like the browser. */
export function fillIn(words: Words, key: string, substitutions: readonly string[]): string {
  const found = Object.hasOwn(words, key) ? words[key] : undefined;
  if (!found) return '';
  return found.message.replace(/\$(?:(\w+)\$|\$)/g, (_all, name: string | undefined) => {
    if (name === undefined) return '$';
    const index = Number(found.placeholders?.[name.toLowerCase()]?.content.slice(1));
    return substitutions[index - 1] ?? '';
  });
}
