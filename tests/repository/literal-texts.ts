/**
 * Finds untranslated interface text in a source file: JSX text, text in any expression that becomes a child or a displayed
 * attribute, and every Chinese literal.
 */
import { type ESTree, parseSync } from 'vite';

/** Attributes with displayed or spoken values; other `aria-*` attributes hold ids, numbers and keywords. */
const SPOKEN =
  /^(?:placeholder|title|alt|label|aria-?(?:label|description|roledescription|valuetext|placeholder|brailleLabel))$/i;

/** DOM properties with displayed or spoken values. */
const SPOKEN_PROPERTY = new RegExp(`${SPOKEN.source}|^(?:textContent|innerText|innerHTML)$`, 'i');

/** A host name, which needs no translation. */
const ADDRESS = /^[\w*-]+(?:\.[\w-]+)+$/;

type Node = ESTree.Node;

/** @param name file name; its extension decides whether the code may contain JSX. @throws if the code does not parse. */
export function literalTexts(name: string, code: string): string[] {
  const { program, errors } = parseSync(name, code);
  if (errors[0]) throw new Error(`${name}: ${errors[0].message}`);
  const found = new Set<string>();
  walk(program, (node) => {
    for (const text of spokenBy(node)) if (/\p{L}{2}/u.test(text) && !ADDRESS.test(text)) found.add(text);
    // Single characters are allowed: code that parses dates searches for them.
    for (const text of literalsOf(node)) if (/\p{Script=Han}{2}/u.test(text)) found.add(text);
  });
  return [...found];
}

/** Displayed texts of this node alone, without its children. */
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

/** The literal texts that an expression may evaluate to; not the keys and ids it passes on or compares. */
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
      // A callback returns the text of each item; otherwise it is a method of a text or of a list of texts.
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
