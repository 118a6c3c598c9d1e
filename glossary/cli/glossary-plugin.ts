/** Provides the compiled glossary to the bundler as virtual modules. */
import type { Plugin } from 'vite';
import { type Compiled, compileGlossary } from '../editor/compile';
import { allSpellings } from '../editor/fold';
import { readingsOfCommonCharacters } from '../editor/readings';
import type { FinderData } from '../pack/finder-data';
import { GLOSSARY_DIR, readGlossary } from './read-glossary';

const FINDER_MODULE = 'virtual:pangzhu/finder';

/** The content of each module. Their types are in `glossary/virtual.d.ts`. */
const MODULES: Record<string, (compiled: Compiled) => unknown> = {
  'virtual:pangzhu/pack': ({ pack }) => pack,
  'virtual:pangzhu/fold': allSpellings,
  'virtual:pangzhu/readings': readingsOfCommonCharacters,
  'virtual:pangzhu/manifest': ({ pack }) => pack.manifest,
  [FINDER_MODULE]: ({ finder }) => ({ ...finder, variants: halvesOf(finder.variants) }),
  'virtual:pangzhu/prefilter': ({ prefilter }) => prefilter,
};

/** Pairs of letters as two halves, ordered by the folded letters: half a kilobyte less of a compressed script. */
function halvesOf(variants: FinderData['variants']): string {
  const pairs = variants.match(/../gs) ?? [];
  pairs.sort((a, b) => a.charCodeAt(1) - b.charCodeAt(1));
  return [0, 1].map((at) => pairs.map((pair) => pair.charAt(at)).join('')).join('');
}

/** Code of the finder's module that makes pairs of the halves again. */
const JOIN_HALVES = `
const halves = data.variants;
data.variants = '';
for (let i = 0; i < halves.length / 2; i++) data.variants += halves[i] + halves[i + halves.length / 2];`;

/** Modules that export a function, because most frames with the script need no data. */
const PARSED_LATER: ReadonlySet<string> = new Set(['virtual:pangzhu/prefilter']);
/** The address of later revisions of the bundled glossary, with its key; '' for none. */
const FOLLOW_MODULE = 'virtual:pangzhu/follow';
/** The catalogue of published packs. `npm start` has one of its own, as JSON: what it serves. */
const CATALOGUE = /\/packs\.json$/;

/** Compiles once per build, and again after a change of a source in development. Errors in the glossary stop the build. */
export function glossaryPlugin(): Plugin {
  let compiled: Compiled | null = null;
  const isSource = (path: string) => path.startsWith(GLOSSARY_DIR) && /\.(yaml|md|txt)$/.test(path);
  return {
    name: 'pangzhu-glossary',
    resolveId: (id) => (id === FOLLOW_MODULE || Object.hasOwn(MODULES, id) ? `\0${id}` : null),
    load(id) {
      // A literal, so that what only such builds need is left out of all others.
      if (id === `\0${FOLLOW_MODULE}`) return `export default ${JSON.stringify(process.env.PANGZHU_FOLLOW ?? '')};`;
      const { PANGZHU_CATALOGUE } = process.env;
      if (PANGZHU_CATALOGUE && CATALOGUE.test(id)) return PANGZHU_CATALOGUE;
      const partOf = MODULES[id.replace(/^\0/, '')];
      if (!partOf) return null;
      compiled ??= compileGlossary(readGlossary());
      // Parsing a JSON string at run time starts faster than the same object literal, and is identical in every engine.
      const parse = `JSON.parse(${JSON.stringify(JSON.stringify(partOf(compiled)))})`;
      if (id === `\0${FINDER_MODULE}`) return `const data = ${parse};${JOIN_HALVES}\nexport default data;`;
      return `export default ${PARSED_LATER.has(id.replace(/^\0/, '')) ? '() => ' : ''}${parse};`;
    },
    handleHotUpdate({ file, server }) {
      if (!isSource(file)) return undefined;
      compiled = null;
      for (const id of Object.keys(MODULES)) {
        const module = server.moduleGraph.getModuleById(`\0${id}`);
        if (module) server.moduleGraph.invalidateModule(module);
      }
      server.ws.send({ type: 'full-reload' });
      return [];
    },
  };
}
