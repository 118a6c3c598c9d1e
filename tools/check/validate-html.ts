/** Validates HTML by the standard. */
import { HtmlValidate } from 'html-validate';

/** Rules of taste are off: the renderer writes void elements as HTML allows, and without optional types. */
const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

/** Faults of a document, one line each; empty if it is valid. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
