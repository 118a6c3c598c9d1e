/** A button for choosing a file. */

interface Props {
  label: string;
  /** File types, as in the attribute `accept`. */
  accept: string;
  isDisabled?: boolean;
  onFile(file: File): void;
}

/** A button that opens the file dialog. The same file can be chosen again. */
export function FileButton({ label, accept, isDisabled = false, onFile }: Props) {
  return (
    <label class="options-file">
      <input
        type="file"
        class="visually-hidden"
        accept={accept}
        disabled={isDisabled}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // Without this, choosing the same file again fires no event.
          event.currentTarget.value = '';
        }}
      />
      <span>{label}</span>
    </label>
  );
}
