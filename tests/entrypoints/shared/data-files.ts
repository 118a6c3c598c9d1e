/** The data files of the extension, as `fetch` gives them to what is tested. */
import finder from 'virtual:pangzhu/finder';
import spellings from 'virtual:pangzhu/fold';
import pack from 'virtual:pangzhu/pack';
import readings from 'virtual:pangzhu/readings';
import { vi } from 'vitest';
import { PACKAGED_FILES } from '../../../glossary/pack/packaged-files';

const FILES: Record<string, unknown> = {
  [PACKAGED_FILES.pack]: pack,
  [PACKAGED_FILES.finder]: finder,
  [PACKAGED_FILES.spellings]: spellings,
  [PACKAGED_FILES.readings]: readings,
};

/** Answers `fetch` for the address of a data file; other addresses go to `otherwise`. */
export function stubDataFiles(otherwise: (url: string) => Promise<Response> = unknown): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const file = url.slice(url.lastIndexOf('/') + 1);
    // Read at once: fake timers would wait for a real body for good.
    return Object.hasOwn(FILES, file) ? ({ json: async () => FILES[file] } as Response) : otherwise(url);
  });
}

async function unknown(url: string): Promise<Response> {
  throw new Error(`no data file: ${url}`);
}
