/** Owns handing the compiled glossary to the bundler, as virtual modules. A faulty glossary stops the build. */
import type { Plugin } from 'vite';
import { type Compiled, compileGlossary } from '../editor/compile';
import { allSpellings } from '../editor/fold';
import { readingsOfCommonCharacters } from '../editor/readings';
import { GLOSSARY_DIR, readGlossary } from './read-glossary';

/** What each module gives of the compiled glossary; their types are in `glossary/virtual.d.ts`. */
const MODULES: Record<string, (compiled: Compiled) => unknown> = {
  'virtual:pangzhu/pack': ({ pack }) => pack,
  'virtual:pangzhu/fold': allSpellings,
  'virtual:pangzhu/readings': readingsOfCommonCharacters,
  'virtual:pangzhu/manifest': ({ pack }) => pack.manifest,
  'virtual:pangzhu/finder': ({ finder }) => finder,
  'virtual:pangzhu/hint': ({ hint }) => hint,
};

/** Compiles once a build, again when a source changes while developing. */
export function glossaryPlugin(): Plugin {
  let compiled: Compiled | null = null;
  const isSource = (path: string) => path.startsWith(GLOSSARY_DIR) && /\.(yaml|md|txt)$/.test(path);
  return {
    name: 'pangzhu-glossary',
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? `\0${id}` : null),
    load(id) {
      const partOf = MODULES[id.replace(/^\0/, '')];
      if (!partOf) return null;
      compiled ??= compileGlossary(readGlossary());
      // A string parsed at run time costs less to start than the same literal, and gives every engine the same bytes.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(partOf(compiled)))});`;
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
