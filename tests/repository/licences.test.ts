import { describe, expect, it, vi } from 'vitest';
import { licencesPlugin, readLicences } from '../../tools/build/licences-plugin';

/** Licences that permit to ship a package, unchanged, with one of MIT. */
const PERMITTED = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];
/** Packages that contain no text of their licence. */
const WITHOUT_TEXT = ['@wxt-dev/browser', 'saxes', 'wxt'];

/** The error by which the plugin refuses a chunk of these modules; null if it does not. */
function refused(...moduleIds: string[]): string | null {
  const { generateBundle } = licencesPlugin();
  if (typeof generateBundle !== 'function') throw new Error('the plugin checks bundles');
  const error = vi.fn<(message: string) => never>();
  const bundle = { 'a.js': { type: 'chunk', moduleIds }, 'a.css': { type: 'asset' } };
  generateBundle.call({ error } as never, {} as never, bundle as never, false); // All that it uses.
  return error.mock.lastCall?.[0] ?? null;
}

describe('the licences', () => {
  it('lists every package that is bundled, with its licence', () => {
    const licences = readLicences();
    // A dependency, one of a dependency, and one of that.
    for (const name of ['saxes', 'xmlchars', '@floating-ui/core', 'd3-dispatch', 'wxt']) {
      expect(licences.map((licence) => licence.name)).toContain(name);
    }
    expect(licences.filter(({ licence }) => !PERMITTED.includes(licence))).toEqual([]);
    expect(licences.filter(({ text, licence }) => text === licence).map(({ name }) => name)).toEqual(WITHOUT_TEXT);
  });

  it.each<[string, string[], string | null]>([
    ['our own modules', ['/a/entrypoints/popup/main.tsx', '\0virtual:pangzhu/pack'], null],
    [
      'listed packages',
      ['/a/node_modules/preact/dist/preact.mjs', '/a/node_modules/@floating-ui/core/b.mjs?v=1'],
      null,
    ],
    ['a package that is not listed', ['/a/node_modules/yaml/b.js'], 'bundled without its licence: yaml'],
    ['one inside another', ['/a/node_modules/preact/node_modules/@b/c/d.js'], 'bundled without its licence: @b/c'],
  ])('a bundle of %s', (_name, modules, error) => {
    expect(refused(...modules)).toBe(error);
  });
});
