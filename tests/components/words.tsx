/** English messages for tests of views. */
import type { ComponentChild } from 'preact';
import { I18n, type Translate } from '../../components/i18n';
import messages from '../../public/_locales/en/messages.json';

/** Fills in placeholders like the browser. */
export const words: Translate = (key, ...substitutions) => {
  const { message, placeholders = {} } = messages[key] as {
    message: string;
    placeholders?: Record<string, { content: string }>;
  }; // All messages have this shape; the file's own type is the union of each.
  return message.replace(/\$(\w+)\$/g, (_all, name: string) => {
    const index = Number(placeholders[name.toLowerCase()]?.content.slice(1));
    return substitutions[index - 1] ?? '';
  });
};

/** Provides English messages to a view. */
export function InEnglish({ children }: { children: ComponentChild }) {
  return <I18n.Provider value={words}>{children}</I18n.Provider>;
}
