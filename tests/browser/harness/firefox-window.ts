/** Runs code in Firefox's own window: toolbar, permissions, policies. Needs `--remote-allow-system-access`. */
import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';

/** The driver's connection to the browser, which its types do not declare. */
interface WithConnection {
  connection: { send(command: string, parameters: object): Promise<unknown> };
}

const treeSchema = v.object({
  result: v.object({ contexts: v.array(v.object({ context: v.string(), url: v.string() })) }),
});
const answerSchema = v.object({
  result: v.variant('type', [
    v.object({
      type: v.literal('success'),
      result: v.looseObject({ type: v.string(), value: v.optional(v.string()) }),
    }),
    v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
  ]),
});

/**
 * Runs the body of an async function in the newest window of the browser.
 * @returns what it returns, as text; `undefined` for anything else.
 */
export async function inFirefoxWindow(browser: Browser, body: string): Promise<string | undefined> {
  const { connection } = browser as unknown as WithConnection; // The BiDi browser has one.
  const tree = v.parse(treeSchema, await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const window = tree.result.contexts.filter(({ url }) => url === 'chrome://browser/content/browser.xhtml').at(-1);
  if (!window) throw new Error('Firefox has no window');
  const answer = await connection.send('script.evaluate', {
    expression: `(async () => { ${body} })()`,
    target: { context: window.context },
    awaitPromise: true,
  });
  const { result } = v.parse(answerSchema, answer);
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  return result.result.value;
}
