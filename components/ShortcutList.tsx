/** A list of shortcuts. */
import { useTranslate } from './i18n';

/** A command with its keys. */
export interface ShownShortcut {
  name: string;
  description: string;
  /** As the browser writes them, for example `Alt+Shift+J`; empty for none. */
  keys: string;
}

/** Commands without keys are listed too. `name` is unique. */
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
