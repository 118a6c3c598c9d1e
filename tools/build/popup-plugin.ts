/**
 * Splits the code of the extension pages for a fast first paint of the popup: all code that the popup shares with other
 * pages is one file, and each page preloads the files it imports. Every further file costs the popup milliseconds.
 */
import type { Plugin } from 'vite';

const POPUP = '/entrypoints/popup/main.tsx';

/** Modules that the build tools add to each page. */
const FOR_ALL = /wxt-(html-)?plugins|rolldown.?runtime/;

interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Groups shared modules of the popup in `base`, and adds `modulepreload` links to the pages. Inactive in builds without a popup. */
export function popupPlugin(): Plugin {
  return {
    name: 'pangzhu-popup',
    config: ({ build }) => {
      const input = build?.rollupOptions?.input;
      if (typeof input !== 'object' || !('popup' in input)) return null;
      const group = { name: createNaming(), debugName: 'popup', includeDependenciesRecursively: false };
      return {
        build: {
          // `transformIndexHtml` below adds the links; Vite's preload would request a late file again and wait for it.
          modulePreload: false,
          rollupOptions: { output: { codeSplitting: { groups: [group] } } },
        },
      };
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {}, chunk }) => {
        const files = new Set<string>();
        const add = (fileName: string) => {
          const file = bundle[fileName];
          if (file?.type !== 'chunk' || files.has(fileName)) return;
          files.add(fileName);
          file.imports.forEach(add);
        };
        chunk?.imports.forEach(add);
        return [...files].map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        }));
      },
    },
  };
}

/** Returns the file of a module; null leaves it to the bundler. */
function createNaming(): (id: string, graph: Graph) => string | null {
  const known = new Map<string, boolean>();
  /** Whether the popup imports the module statically, directly or indirectly. */
  const isForPopup = (id: string, graph: Graph): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // Ends the recursion for modules that import each other.
    known.set(id, false);
    const importers = graph.getModuleInfo(id)?.importers ?? [];
    const isForIt = id.endsWith(POPUP) || importers.some((importer) => isForPopup(importer, graph));
    known.set(id, isForIt);
    return isForIt;
  };
  return (id, graph) => {
    // Modules of the popup alone stay with its page.
    if (/\/(entrypoints|components)\/popup\//.test(id)) return null;
    return FOR_ALL.test(id) || isForPopup(id, graph) ? 'base' : null;
  };
}
