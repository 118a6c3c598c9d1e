/**
 * Owns finding the texts that a source says to readers by itself, which no translator will ever see: what stands between
 * tags, what becomes a child or a spoken attribute whatever the expression, and Chinese wherever it stands.
 */
import { type ESTree, parseSync } from 'vite';

/** Attributes whose value is shown or spoken; the other `aria-*` hold ids, numbers and words for machines. */
const SPOKEN =
  /^(?:placeholder|title|alt|label|aria-?(?:label|description|roledescription|valuetext|placeholder|brailleLabel))$/i;

/** Properties by which a script gives an element words. */
const SPOKEN_PROPERTY = new RegExp(`${SPOKEN.source}|^(?:textContent|innerText|innerHTML)$`, 'i');

/** The same in every language. */
const ADDRESS = /^[\w*-]+(?:\.[\w-]+)+$/;

type Node = ESTree.Node;

/** @param name tells by its ending whether there is JSX in it. */
export function literalTexts(name: string, code: string): string[] {
  const { program, errors } = parseSync(name, code);
  if (errors[0]) throw new Error(`${name}: ${errors[0].message}`);
  const found = new Set<string>();
  walk(program, (node) => {
    for (const text of spokenBy(node)) if (/\p{L}{2}/u.test(text) && !ADDRESS.test(text)) found.add(text);
    // One character alone is looked for in a text, as where a date is taken apart.
    for (const text of literalsOf(node)) if (/\p{Script=Han}{2}/u.test(text)) found.add(text);
  });
  return [...found];
}

/** What this node alone says; its children are asked, too. */
function spokenBy(node: Node): string[] {
  switch (node.type) {
    case 'JSXText':
      return [
        node.value
          .replace(/&#?\w+;/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ];
    case 'JSXElement':
    case 'JSXFragment':
      return node.children.flatMap((child) =>
        child.type === 'JSXExpressionContainer' ? outcomesOf(child.expression) : [],
      );
    case 'JSXAttribute': {
      const { name, value } = node;
      if (name.type !== 'JSXIdentifier' || !SPOKEN.test(name.name) || !value) return [];
      return outcomesOf(value.type === 'JSXExpressionContainer' ? value.expression : value);
    }
    case 'AssignmentExpression': {
      const { left, right } = node;
      const isSpoken = left.type === 'MemberExpression' && !left.computed && SPOKEN_PROPERTY.test(left.property.name);
      return isSpoken ? outcomesOf(right) : [];
    }
    default:
      return [];
  }
}

/** The texts an expression may come to, as far as they stand in it: not the keys and ids it passes on or compares. */
function outcomesOf(node: Node | null): string[] {
  switch (node?.type) {
    case 'ConditionalExpression':
      return [...outcomesOf(node.consequent), ...outcomesOf(node.alternate)];
    case 'LogicalExpression':
      return [...outcomesOf(node.left), ...outcomesOf(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...outcomesOf(node.left), ...outcomesOf(node.right)] : [];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return outcomesOf(node.expression);
    case 'TemplateLiteral':
      return [...literalsOf(node), ...node.expressions.flatMap(outcomesOf)];
    case 'ArrayExpression':
      return node.elements.flatMap(outcomesOf);
    case 'CallExpression': {
      // What a function makes of each item; else what is done to a text, or a list of them.
      const makers = node.arguments.filter(({ type }) => type === 'ArrowFunctionExpression');
      if (makers.length > 0) return makers.flatMap(outcomesOf);
      return node.callee.type === 'MemberExpression' ? outcomesOf(node.callee.object) : [];
    }
    case 'ArrowFunctionExpression':
      return node.expression ? outcomesOf(node.body) : [];
    default:
      return node ? literalsOf(node) : [];
  }
}

/** The text of a literal itself. */
function literalsOf(node: Node): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? value.raw);
  return node.type === 'JSXText' ? [node.value.trim()] : [];
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const part of Object.values(node).flat()) if (isNode(part)) walk(part, visit);
}

function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
}
