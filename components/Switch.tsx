/** A labelled switch that applies at once. */

interface Props {
  label: string;
  isOn: boolean;
  isLocked?: boolean;
  class?: string;
  onChange(isOn: boolean): void;
}

/** A checkbox with the role of a switch. */
export function Switch({ label, isOn, isLocked = false, class: className, onChange }: Props) {
  return (
    <label class={className}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        disabled={isLocked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
