/** Owns the list of what the keys do. */
import { useTranslate } from './i18n';

export interface ShownShortcut {
  name: string;
  description: string;
  /** As the browser writes it, for example `Alt+Shift+J`; empty where there is none. */
  keys: string;
}

export function ShortcutList({ shortcuts, class: className }: { shortcuts: readonly ShownShortcut[]; class?: string }) {
  const t = useTranslate();
  return (
    <dl class={className}>
      {shortcuts.map(({ name, description, keys }) => (
        <div key={name}>
          <dt>{description}</dt>
          <dd>{keys === '' ? t('options_shortcut_none') : <kbd>{keys}</kbd>}</dd>
        </div>
      ))}
    </dl>
  );
}
