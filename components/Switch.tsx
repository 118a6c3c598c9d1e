/** Owns the switch: on or off, at once. */

interface Props {
  label: string;
  isOn: boolean;
  isLocked?: boolean;
  class?: string;
  onTurn(isOn: boolean): void;
}

export function Switch({ label, isOn, isLocked = false, class: className, onTurn }: Props) {
  return (
    <label class={className}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        disabled={isLocked}
        onChange={(event) => onTurn(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
