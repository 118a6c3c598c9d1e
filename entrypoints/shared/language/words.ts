/** Owns filling in a message of `_locales` as the browser does, for a language that is not the browser's own. */
import type messages from '../../../public/_locales/zh_CN/messages.json';

/** A message that every locale has. */
export type MessageKey = keyof typeof messages;

export interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** The messages of one locale, by key. */
export type Words = Readonly<Record<string, Message>>;

/** The message with its placeholders filled; empty for an unknown key, as the browser gives it. */
export function fillIn(words: Words, key: string, substitutions: readonly string[]): string {
  const found = Object.hasOwn(words, key) ? words[key] : undefined;
  if (!found) return '';
  return found.message.replace(/\$(?:(\w+)\$|\$)/g, (_all, name: string | undefined) => {
    if (name === undefined) return '$';
    const index = Number(found.placeholders?.[name.toLowerCase()]?.content.slice(1));
    return substitutions[index - 1] ?? '';
  });
}
