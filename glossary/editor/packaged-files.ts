/** Contents of the extension's data files. */
import { PACKAGED_FILES } from '../pack/packaged-files';
import type { Compiled } from './compile';
import { allSpellings } from './fold';
import { readingsOfCommonCharacters } from './readings';

/** Paths from the root of the extension, with their JSON values. */
export function packagedFiles({ pack, traditional, finder }: Compiled): [file: string, data: unknown][] {
  return [
    [PACKAGED_FILES.pack, pack],
    [PACKAGED_FILES.traditional, traditional],
    [PACKAGED_FILES.finder, finder],
    [PACKAGED_FILES.spellings, allSpellings()],
    [PACKAGED_FILES.readings, readingsOfCommonCharacters()],
  ];
}
