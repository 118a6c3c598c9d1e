/** The colour of a pack's marks, beside its name. */
import { MARK_RGB, type MarkColour } from '../glossary/pack/mark-colours';

/** Hidden from screen readers: the text beside it names the pack. */
export function ColourDot({ colour }: { colour: MarkColour }) {
  const background = colour === 'text' ? 'currentColor' : `rgb(${MARK_RGB[colour]})`;
  const size = '0.6em';
  return (
    <span
      aria-hidden="true"
      style={{
        background,
        borderRadius: '50%',
        display: 'inline-block',
        height: size,
        marginInlineEnd: '0.3em',
        width: size,
      }}
    />
  );
}
