/** Text with emphasised parts. */

/** Half-open `[start, end)`, in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

interface Props {
  text: string;
  /** Sorted and disjoint. */
  ranges: readonly TextRange[];
}

/** Each range is a `mark`. */
export function EmphasisedText({ text, ranges }: Props) {
  let at = 0;
  const pieces = ranges.flatMap(([start, end]) => {
    const plain = text.slice(at, start);
    at = end;
    return [plain, <mark key={start}>{text.slice(start, end)}</mark>];
  });
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}
