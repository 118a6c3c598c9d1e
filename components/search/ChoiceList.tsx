/** The list box of search results: entries, then passages. */
import type { PassageResult } from '../../glossary/search/passages';
import { type Choice, ChoiceLine } from './ChoiceLine';
import { PassageGroup } from './PassageGroup';

interface Props {
  id: string;
  /** Accessible name. */
  label: string;
  choices: readonly Choice[];
  passages: readonly PassageResult[];
  /** Index of the active line, passages counted after the choices; -1 for none. */
  active: number;
  optionId(index: number): string;
  onChoose(index: number): void;
}

/** Hidden without results. The search field handles the keys. */
export function ChoiceList({ id, label, choices, passages, active, optionId, onChoose }: Props) {
  return (
    <div id={id} role="listbox" aria-label={label} class="choices" hidden={choices.length + passages.length === 0}>
      {choices.map((choice, i) => (
        <ChoiceLine
          key={choice.entry.id}
          id={optionId(i)}
          choice={choice}
          isActive={i === active}
          onChoose={() => onChoose(i)}
        />
      ))}
      {passages.length > 0 && (
        <PassageGroup
          passages={passages}
          active={active - choices.length}
          optionId={(i) => optionId(choices.length + i)}
          onChoose={(passage) => onChoose(choices.length + passages.indexOf(passage))}
        />
      )}
    </div>
  );
}
