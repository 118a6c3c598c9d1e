/** Distinguishes code from prose by its lines. */

/** Share of lines of code from which a text is code. */
const CODE_SHARE = 0.3;
/** Lines as programming languages, markup, settings and commands have them. */
const CODE_LINES = [
  /[;{}]\s*$|^\s*[)\]}]/,
  /^\s*(#include|#!|import\s|from\s+\S+\s+import|def\s|class\s|function\b|(const|let|var|public|private|static|return)\s|(if|for|while)\s*\()/,
  /^\s*(\/\/|\/\*|\*\/|<!--|<[/!?]?[a-z][\w:-]*[\s>/])/i,
  /^\s*(\$|>>>|%|PS>|npm|git|sudo|docker)\s/,
  /^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE)\s/,
  /^\s*"[\w-]+"\s*:|^\s*[\w.$[\]]+\s*[-+:]?=\s*\S|=>|^\s*[\w.$]+\(.*\)\s*$/,
];

/** Whether enough lines of a text are such as code has. */
export function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim());
  const count = lines.filter((line) => CODE_LINES.some((pattern) => pattern.test(line))).length;
  return count > 0 && count / lines.length >= CODE_SHARE;
}
