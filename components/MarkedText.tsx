/** Owns a text of ours with its terms marked, each a button that asks for its card. */
import type { Mention } from '../glossary/find/finder-data';

interface Props {
  text: string;
  /** Sorted and disjoint, offsets in `text`. */
  mentions: readonly Mention[];
  onChoose(mention: Mention, term: HTMLElement): void;
}

export function MarkedText({ text, mentions, onChoose }: Props) {
  let at = 0;
  const pieces = mentions.flatMap((mention) => {
    const plain = text.slice(at, mention.start);
    at = mention.end;
    return [
      plain,
      <Term key={mention.start} mention={mention} text={text.slice(mention.start, mention.end)} onChoose={onChoose} />,
    ];
  });
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

function Term({ mention, text, onChoose }: { mention: Mention; text: string; onChoose: Props['onChoose'] }) {
  return (
    // A <button> could neither be selected with the text around it nor broken across lines.
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <span
      class="term"
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      onClick={(event) => onChoose(mention, event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(mention, event.currentTarget);
      }}
    >
      {text}
    </span>
  );
}
