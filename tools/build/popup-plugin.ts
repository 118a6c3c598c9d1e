/**
 * Owns how the code of the extension's pages is cut into files: for the popup, to which each costs milliseconds before its
 * first paint, what it shares with other pages is one, and its page names it at once.
 */
import type { Plugin } from 'vite';

const POPUP = '/entrypoints/popup/main.tsx';

/** What the tools put before each page's code. */
const FOR_ALL = /wxt-(html-)?plugins|rolldown.?runtime/;

interface Graph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

export function popupPlugin(): Plugin {
  return {
    name: 'pangzhu-popup',
    config: ({ build }) => {
      const input = build?.rollupOptions?.input;
      if (typeof input !== 'object' || !('popup' in input)) return null;
      const group = { name: createNaming(), debugName: 'popup', includeDependenciesRecursively: false };
      return {
        build: {
          // Done below: Vite's way would ask for a late file again, and wait for the answer.
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

/** Names the file a module belongs in; null leaves it to the bundler. */
function createNaming(): (id: string, graph: Graph) => string | null {
  const known = new Map<string, boolean>();
  /** Whether the popup imports the module at once, by way of others or not. */
  const isForPopup = (id: string, graph: Graph): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // Of modules that import each other, one asks first.
    known.set(id, false);
    const importers = graph.getModuleInfo(id)?.importers ?? [];
    const isOne = id.endsWith(POPUP) || importers.some((importer) => isForPopup(importer, graph));
    known.set(id, isOne);
    return isOne;
  };
  return (id, graph) => {
    // The popup's own go with its page.
    if (/\/(entrypoints|components)\/popup\//.test(id)) return null;
    return FOR_ALL.test(id) || isForPopup(id, graph) ? 'base' : null;
  };
}
