/** Reads nodes of JSON-LD without its algorithm: keys by their local names, contexts only as far as they rename keys. */
import type { TextIn } from './concept';
import { asText, isRecord } from './json';

/** A node with its properties by local name (`prefLabel`, whatever prefix or alias the document has for it). */
export interface LinkedNode {
  types: readonly string[];
  properties: ReadonlyMap<string, unknown>;
  /** In the document, for example `@graph[3]`. */
  where: string;
}

/** Fields of a term that are true or absent, with the names of their properties. */
export const FLAGS = { exactCase: 'caseSensitive', insideWords: 'insideWords' } as const;

const MAX_DEPTH = 50;
const MAX_NODES = 1_000_000;

/**
 * All nodes of a document, or of a part of one, with a type, in its order. An address of a context is not followed.
 * @param where the part is in its document, and the context there.
 */
export function nodesOf(document: unknown, where = '', context: unknown = null): LinkedNode[] {
  const walker = new NodeWalker();
  walker.visit(document, withContext(new Map(), context), { where, depth: 0 });
  return walker.nodes;
}

/** Properties whose values are the terms of a file, by local name. */
const LISTS = new Set(['@graph', '@included', 'hasDefinedTerm', 'hasCategoryCode', 'hasTopConcept', 'member']);

/** Whether a list at the top of a document, or under a key of an object at the top, may have a node for each term. */
export function isNodeList(key: string | null): boolean {
  return key === null || LISTS.has(localName(key));
}

interface Position {
  where: string;
  depth: number;
}

class NodeWalker {
  readonly nodes: LinkedNode[] = [];
  #visited = 0;

  visit(value: unknown, aliases: Aliases, { where, depth }: Position): void {
    if (depth > MAX_DEPTH || ++this.#visited > MAX_NODES) return;
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) this.visit(item, aliases, { where: `${where}[${i}]`, depth: depth + 1 });
    } else if (isRecord(value)) this.#visitNode(value, aliases, { where, depth });
  }

  #visitNode(value: Record<string, unknown>, aliases: Aliases, { where, depth }: Position): void {
    const known = withContext(aliases, value['@context']);
    const node = nodeOf(value, known, where);
    if (node.types.length > 0) this.nodes.push(node);
    for (const [key, child] of Object.entries(value)) {
      if (key === '@context' || typeof child !== 'object') continue;
      this.visit(child, known, { where: where ? `${where}.${key}` : key, depth: depth + 1 });
    }
  }
}

/** Local names by the names that a context gives them. */
type Aliases = ReadonlyMap<string, string>;

function withContext(aliases: Aliases, context: unknown): Aliases {
  const own = (Array.isArray(context) ? context : [context]).filter(isRecord);
  if (own.length === 0) return aliases;
  const more = own.flatMap((one) =>
    Object.entries(one).flatMap(([name, meaning]): [string, string][] => {
      const iri = isRecord(meaning) ? asText(meaning['@id']) : asText(meaning);
      // An address that ends with a separator is a prefix; `@type` and its like are keywords.
      return iri === '' || /[#/]$/.test(iri) || name.startsWith('@') ? [] : [[name, localName(iri)]];
    }),
  );
  return new Map([...aliases, ...more]);
}

function nodeOf(value: Record<string, unknown>, aliases: Aliases, where: string): LinkedNode {
  const nameOf = (key: string) => aliases.get(key) ?? localName(key);
  const properties = new Map<string, unknown>();
  for (const [key, child] of Object.entries(value)) {
    const name = nameOf(key);
    if (!properties.has(name)) properties.set(name, child);
  }
  const type = properties.get('@type');
  const types = (Array.isArray(type) ? type : [type]).map(asText).filter(Boolean).map(nameOf);
  return { types, properties, where };
}

function localName(key: string): string {
  return key.startsWith('@') ? key : (key.split(/[#/:]/).pop() ?? key);
}

/** The texts of a value: text, a value object, a map by language, a node with a literal form, or a list of these. */
export function textsOf(value: unknown, depth = 0): TextIn[] {
  if (depth > 5) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, depth + 1));
  if (!isRecord(value)) return asText(value) === '' ? [] : [{ language: '', text: asText(value) }];
  if ('@value' in value) {
    return [{ language: asText(value['@language']), text: asText(value['@value']) }];
  }
  const entries = Object.entries(value);
  const inner = entries.find(([key]) => ['literalForm', 'value'].includes(localName(key)));
  if (inner) return textsOf(inner[1], depth + 1);
  const isMap = entries.length > 0 && entries.every(([key]) => /^([a-z]{2,3}(-[\w-]+)?|@none)$/i.test(key));
  if (!isMap) return [];
  return entries.flatMap(([language, text]) =>
    textsOf(text, depth + 1).map((one) => ({ ...one, language: language === '@none' ? '' : language })),
  );
}
