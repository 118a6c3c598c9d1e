/** Library and shortcuts of the options page, in the language of the interface. */
import { effect, signal } from '@preact/signals';
import { partsOf } from '../../glossary/library/entry-name';
import { isStoredPack } from '../../glossary/library/imported-packs';
import type { Library } from '../../glossary/library/library';
import { interfaceLanguage } from '../shared/language/translate';
import { loadBundledLibrary, loadLibrary } from '../shared/library';
import { readShortcuts, type Shortcut } from '../shared/shortcuts';
import { languageChanges, loaded } from './options-model';

/** The bundled pack. */
export const library = signal(await loadBundledLibrary(interfaceLanguage()));
/** Has the muted terms of imported packs; null until it is loaded, and without such terms. */
export const mutedImported = signal<Library | null>(null);
/** Empty until they are read. */
export const shortcuts = signal<readonly Shortcut[]>([]);

/** Loads the texts now and after each change of language or of muted terms, as long as the page is open. */
export function followTexts(): void {
  effect(() => {
    void languageChanges.value;
    void readShortcuts().then((translated) => {
      shortcuts.value = translated;
    });
    void loadBundledLibrary(interfaceLanguage()).then((translated) => {
      library.value = translated;
    });
  });
  effect(() => {
    const names = loaded.value.name === 'ready' ? loaded.value.state.settings.muted : [];
    const wanted = names.filter((name) => isStoredPack(partsOf(name).pack));
    if (wanted.length === 0) return;
    void loadLibrary(interfaceLanguage(), '', null, { names: wanted }).then(
      (withMuted) => {
        mutedImported.value = withMuted;
      },
      // The terms are then shown by their names.
      () => null,
    );
  });
}
