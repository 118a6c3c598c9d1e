/** Props of the views that the script renders. */
import type { Library } from '../../glossary/library/library';
import type { Readings } from '../../glossary/search/homophones';
import type { Links } from '../links';

/** Props of each. */
export interface LiveProps {
  library: Library;
  links: Links;
  readings: Readings;
}
