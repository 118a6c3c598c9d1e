/** Parses YAML with the line of every node. */
import * as v from 'valibot';
import { isMap, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Problem } from './problem';

/** The text of a file; `path` is relative to `glossary/`. */
export interface SourceFile {
  path: string;
  text: string;
}

/** A YAML document whose nodes know their line in the file. */
export class YamlSource {
  readonly path: string;
  readonly problems: Problem[] = [];
  readonly #document;
  readonly #lines = new LineCounter();
  readonly #offset: number;

  /** @param firstLine 1-based line of the file on which `text` begins. */
  constructor(path: string, text: string, firstLine = 1) {
    this.path = path;
    this.#offset = firstLine - 1;
    this.#document = parseDocument(text, { lineCounter: this.#lines, uniqueKeys: true, prettyErrors: false });
    const known = knownFaultOf(text);
    if (known) this.problems.push({ file: path, ...known, line: known.line + this.#offset });
    for (const error of known ? [] : [...this.#document.errors, ...this.#document.warnings]) {
      this.problems.push({
        file: path,
        line: this.#lineAt(error.pos[0]),
        message: error.message,
        advice:
          'Mend the YAML: mind the indentation, and put values that hold “: ” or begin with a quote in single quotes.',
      });
    }
    this.#reportUnresolvedAliases();
  }

  /** Reports unresolved aliases, such as *重点* without quotes, which the parser reports only when they are followed. */
  #reportUnresolvedAliases(): void {
    visit(this.#document, {
      Alias: (_key, alias) => {
        if (alias.resolve(this.#document)) return;
        this.problems.push({
          file: this.path,
          line: this.#lineAt(alias.range?.[0] ?? 0),
          message: `“*${alias.source}” refers to an anchor there is not`,
          advice: 'Put a value that begins with * in single quotes, or correct the name.',
        });
      },
    });
  }

  /** The plain value; undefined if the YAML is invalid. */
  get value(): unknown {
    return this.problems.length > 0 ? undefined : this.#document.toJS();
  }

  /** 1-based line of the node at `path`, or of its nearest existing ancestor. */
  lineOf(path: readonly (string | number)[]): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, depth), true);
      if (isPlaced(node)) return this.#lineAt(node.range[0]);
    }
    return 1 + this.#offset;
  }

  #lineAt(place: number): number {
    return this.#lines.linePos(place).line + this.#offset;
  }

  /** Parses the value at `path` by `schema`; null if it is invalid, with a problem for each issue. */
  parse<const S extends v.GenericSchema>(
    schema: S,
    path: readonly (string | number)[],
    noun: string,
  ): v.InferOutput<S> | null {
    const value = this.#document.getIn(path);
    const plain = isMap(value) || isSeq(value) ? value.toJS(this.#document) : value;
    const result = v.safeParse(schema, plain);
    if (result.success) return result.output;
    for (const issue of result.issues) this.problems.push(this.#problemOf(issue, path, noun));
    return null;
  }

  #problemOf(issue: v.BaseIssue<unknown>, path: readonly (string | number)[], noun: string): Problem {
    const inner = (issue.path ?? []).map((item) => item.key as string | number); // YAML keys are strings or indexes.
    const name = inner.join('.');
    const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
    const isMissing = issue.received === 'undefined' || issue.received === 'null';
    const complaint = isUnknown ? 'is not a known key' : isMissing ? 'is missing' : issue.message;
    return {
      file: this.path,
      line: this.lineOf([...path, ...inner]),
      message: `${noun}: ${name ? `"${name}" ` : ''}${complaint}`,
      advice: 'See glossary/README.md for the fields and their limits.',
    };
  }
}

/** Faults that the parser reports in words of its own, often many times; null if there is none of them. */
function knownFaultOf(text: string): Omit<Problem, 'file'> | null {
  for (const [i, content] of text.split('\n').entries()) {
    const line = i + 1;
    if (/^[ ]*\t/.test(content)) {
      return { line, message: 'a tab is used for indentation', advice: 'Use spaces, two for each level.' };
    }
    if (/^\s*(?:- )?[A-Za-z]+：/.test(content)) {
      return { line, message: 'a full-width colon follows a key', advice: 'Write “: ”, a colon and a space.' };
    }
    if (i > 0 && /^---(?:\s|$)/.test(content)) {
      return { line, message: 'a second document begins here', advice: 'Take the line “---” out: a file is one list.' };
    }
  }
  return null;
}

function isPlaced(node: unknown): node is Node & { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && Array.isArray((node as Partial<Node>).range);
}
