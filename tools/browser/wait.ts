/** Polls conditions without an event, and reports the last value and the state of all pages if one times out. */
import type { Browser, Page } from 'puppeteer-core';

/** Far above what any condition takes on a busy machine. */
const TIMEOUT_MS = 40_000;
/** The first pause between two reads, and how much longer each further one is: reading often slows what is waited for. */
const FIRST_PAUSE_MS = 20;
const PAUSE_GROWTH = 1.4;
const LONGEST_PAUSE_MS = 250;
/** Pause between two reads of what must stay true. */
const INTERVAL_MS = 40;
/** Time limit of one read: a driver that loses an answer never returns it. */
const READ_MS = 10_000;
/** Time limit for describing a page: a page that is being replaced may never answer. */
const ANSWER_MS = 3000;
/** Length of a page's text in a description, in UTF-16 units. */
const TEXT_LENGTH = 240;

/** A value that does not satisfy the condition yet; `seen` is reported if it never does. */
export class Pending {
  readonly seen: unknown;

  constructor(seen: unknown) {
    this.seen = seen;
  }
}

type Unmet = Pending | null | undefined | false;

/**
 * Reads until a value is neither `Pending`, null, undefined nor false, and returns that value.
 * @param what names the condition in the error.
 * @param read may reject: the rejection ends the wait. A read that does not settle within `READ_MS` is abandoned.
 * @throws after `timeoutMs` with `what`, the last value read, and the state of all open pages.
 */
export async function until<T>(what: string, read: () => Promise<T | Unmet>, timeoutMs = TIMEOUT_MS): Promise<T> {
  const end = performance.now() + timeoutMs;
  let last: unknown = 'nothing yet';
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * PAUSE_GROWTH, LONGEST_PAUSE_MS)) {
    const value = await within<T | Unmet>(read(), Math.min(READ_MS, end - performance.now() + INTERVAL_MS), UNANSWERED);
    if (!isUnmet(value)) return value;
    if (value !== UNANSWERED) last = value instanceof Pending ? value.seen : value;
    if (performance.now() > end) {
      const answer = value === UNANSWERED ? 'the last read did not settle; before it ' : '';
      throw new Error(
        `timed out after ${timeoutMs} ms waiting for ${what}; ${answer}saw ${JSON.stringify(last)}\n${await describeOpenPages()}`,
      );
    }
    await pause(pauseMs);
  }
}

const UNANSWERED = new Pending('no answer');

function isUnmet<T>(value: T | Unmet): value is Unmet {
  return value === null || value === undefined || value === false || value instanceof Pending;
}

/** Waits like `until` for a value that a predicate accepts; the last other value is reported after a timeout. */
export function untilAccepted<T>(
  what: string,
  read: () => Promise<T>,
  isAccepted: (value: T) => boolean,
  timeoutMs = TIMEOUT_MS,
): Promise<T> {
  const box = async () => {
    const value = await read();
    return isAccepted(value) ? { value } : new Pending(value);
  };
  return until(what, box, timeoutMs).then(({ value }) => value);
}

/**
 * Asserts that a condition holds at each read for `forMs`.
 * @throws at the first read that is false, with the time since the start in ms.
 */
export async function throughout(what: string, forMs: number, isTrue: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (performance.now() - start < forMs) {
    if (!(await isTrue()))
      throw new Error(
        `${what}: no longer so after ${Math.round(performance.now() - start)} ms\n${await describeOpenPages()}`,
      );
    await pause(INTERVAL_MS);
  }
}

/** Waits until what `read` returns has been the same, as JSON, for `forMs`, and returns it. @throws as `until`. */
export async function untilSteady<T>(what: string, forMs: number, read: () => Promise<T>): Promise<T> {
  let last = '';
  let since = performance.now();
  return untilAccepted(what, read, (value) => {
    const now = JSON.stringify(value);
    if (now !== last) since = performance.now();
    last = now;
    return performance.now() - since >= forMs;
  });
}

/** The result of `promise`, or `otherwise` after `limitMs`. */
export async function within<T>(promise: Promise<T>, limitMs: number, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limitMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Running browsers with their names. Drivers add and remove theirs. */
export const runningBrowsers = new Map<Browser, string>();

/** One line a page of all running browsers: address, visibility, focus, number of marks, beginning of the text. Never rejects. */
export async function describeOpenPages(): Promise<string> {
  const lines = await Promise.all(
    [...runningBrowsers].map(async ([browser, name]) => {
      const pages = await within(
        browser.pages().catch(() => []),
        ANSWER_MS,
        [],
      );
      const states = await Promise.all(
        pages.map((page) => within(describePage(page), ANSWER_MS, `${page.url()} gives no answer`)),
      );
      return states.map((state) => `  ${name}: ${state}`);
    }),
  );
  return lines.flat().join('\n');
}

function describePage(page: Page): Promise<string> {
  return page
    .evaluate((length) => {
      let marks = 0;
      for (const highlight of CSS.highlights.values()) marks += highlight.size;
      const { body, visibilityState, readyState, activeElement: focus } = document;
      const text = (body?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, length);
      // Read in the page, because Firefox's driver may not know its address.
      return `${location.href} (${visibilityState}, ${readyState}, focus on ${focus?.localName}#${focus?.id}, ${marks} marks) ${text}`;
    }, TEXT_LENGTH)
    .catch((error: unknown) => `${page.url()} ${String(error).split('\n', 1)[0]}`);
}
