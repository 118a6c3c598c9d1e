/** Owns a text field's text while an input method composes in it: half a word is shown, and asks for nothing. */
import { useState } from 'preact/hooks';

type FieldEvent<E extends Event> = E & { currentTarget: HTMLInputElement };

/** @returns what the field is to be given. */
export function useComposed(text: string, onText: (text: string) => void) {
  const [composed, setComposed] = useState<string | null>(null);
  return {
    value: composed ?? text,
    onInput: (event: FieldEvent<InputEvent>) => {
      const { value } = event.currentTarget;
      if (event.isComposing) setComposed(value);
      else onText(value);
    },
    onCompositionEnd: (event: FieldEvent<CompositionEvent>) => {
      setComposed(null);
      onText(event.currentTarget.value);
    },
  };
}
