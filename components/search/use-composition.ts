/** Holds back the text of a field while an input method composes in it. */
import { useState } from 'preact/hooks';

type FieldEvent<E extends Event> = E & { currentTarget: HTMLInputElement };

/** @returns props of the `input`: it shows the composed text, which reaches `onText` once it is committed. */
export function useComposition(text: string, onText: (text: string) => void) {
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
