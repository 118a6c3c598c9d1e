/** Measures main-thread time and memory of a tab of Chromium by the DevTools protocol. */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** Interval of checks whether the page is idle. */
const STEP_MS = 150;
/** A step with less work on the main thread counts as idle. */
const QUIET_MS = 4;
const QUIET_STEPS = 3;
/** Longest measurement of the idle load. */
const MAX_IDLE_MS = 1000;
const MAX_STEPS = 400;

/** Sums since the tab was opened, in ms. */
export interface Clock {
  task: number;
  script: number;
  layout: number;
}

/** Work of the main thread between two moments, in ms. */
export interface Work extends Clock {
  /** Elapsed time until the tab was idle again. */
  wall: number;
}

/** A tab with its DevTools session; `close` ends both. */
export class Tab {
  readonly page: Page;
  readonly #cdp: CDPSession;
  readonly #browser: Browser;

  private constructor(page: Page, cdp: CDPSession, browser: Browser) {
    this.page = page;
    this.#cdp = cdp;
    this.#browser = browser;
  }

  /** Opens `url` in a new tab and waits until it is idle. */
  static async open(browser: Browser, url: string): Promise<Tab> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 760 });
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }).catch(() => cdp.send('Performance.enable'));
    const tab = new Tab(page, cdp, browser);
    await page.goto(url);
    await page.bringToFront();
    await tab.rest();
    return tab;
  }

  /** The counters of the main thread now. */
  async clock(): Promise<Clock> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    const of = (...names: string[]) =>
      metrics.reduce((sum, { name, value }) => sum + (names.includes(name) ? value * 1000 : 0), 0);
    return {
      task: of('TaskDuration'),
      script: of('ScriptDuration'),
      layout: of('LayoutDuration', 'RecalcStyleDuration'),
    };
  }

  /** Waits until the main thread is idle. */
  async rest(): Promise<void> {
    let last = (await this.clock()).task;
    for (let step = 0, quiet = 0; quiet < QUIET_STEPS && step < MAX_STEPS; step++) {
      await pause(STEP_MS);
      const { task } = await this.clock();
      quiet = task - last < QUIET_MS ? quiet + 1 : 0;
      last = task;
    }
  }

  /** Work of the main thread from `begin` until it is idle, minus its idle load over the same time. */
  async workOf(begin: () => Promise<unknown>): Promise<Work> {
    const before = await this.clock();
    const began = performance.now();
    await begin();
    await this.rest();
    const wall = performance.now() - began;
    const after = await this.clock();
    const watched = Math.min(wall, MAX_IDLE_MS);
    await pause(watched);
    const idle = await this.clock();
    const added = (key: keyof Clock) =>
      Math.max(0, after[key] - before[key] - ((idle[key] - after[key]) * wall) / watched);
    return {
      wall: wall - QUIET_STEPS * STEP_MS,
      task: added('task'),
      script: added('script'),
      layout: added('layout'),
    };
  }

  /** Private memory of the browser's largest renderer process, in bytes, after a garbage collection. */
  async memory(): Promise<number> {
    for (let i = 0; i < 3; i++) await this.#cdp.send('HeapProfiler.collectGarbage');
    await pause(200);
    const session = await this.#browser.target().createCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateBytes(id));
    return Math.max(0, ...sizes);
  }

  /** Processor time of the main thread's tasks with script during `run`, in ms, the longest first. */
  async scriptTasks(run: () => Promise<unknown>): Promise<number[]> {
    return longScriptTasks(await this.#trace(run));
  }

  /** What the main thread, and the extension's content scripts by name, take during `run`, in ms. */
  async ownScript(run: () => Promise<unknown>): Promise<OwnScript> {
    return ownScriptIn(await this.#trace(run));
  }

  async #trace(run: () => Promise<unknown>): Promise<Trace> {
    await this.page.tracing.start({
      categories: ['-*', 'toplevel', 'devtools.timeline', 'v8.execute', 'v8', 'disabled-by-default-devtools.timeline'],
    });
    await run();
    const trace = await this.page.tracing.stop();
    return JSON.parse(new TextDecoder().decode(trace)) as Trace; // The protocol's form.
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Time of the processor in ms, whatever else runs on the machine. */
export interface OwnScript {
  /** All tasks of the main thread. */
  task: number;
  /** By content script, what starting it took and what its functions took; empty for one that was not injected. */
  started: ReadonlyMap<string, number>;
  ran: ReadonlyMap<string, number>;
  /** What ran after promises. A trace does not tell whose they are: the measured pages have none. */
  resumed: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** The processor's part of `dur`; absent in short events. */
  tdur?: number;
  args: { data?: { url?: string } };
}
interface Trace {
  traceEvents: TraceEvent[];
}

function ownScriptIn({ traceEvents }: Trace): OwnScript {
  const started = new Map<string, number>();
  const ran = new Map<string, number>();
  let resumed = 0;
  /** By thread with a script of ours, when the last counted call ended: calls within it are part of it. */
  const ends = new Map<string, number>();
  const ordered = traceEvents.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts);
  for (const event of ordered) {
    const { name, ts, dur = 0 } = event;
    const file = calledScript(event);
    const end = ends.get(threadOf(event)) ?? (file ? 0 : Number.POSITIVE_INFINITY);
    if (ts < end || !(file || name === 'RunMicrotasks')) continue;
    ends.set(threadOf(event), ts + dur);
    const sums = name === 'EvaluateScript' ? started : ran;
    if (file) sums.set(file, (sums.get(file) ?? 0) + spentIn(event));
    else resumed += spentIn(event);
  }
  const tasks = ordered.filter((event) => /RunTask$/.test(event.name) && ends.has(threadOf(event)));
  return { task: tasks.reduce((sum, event) => sum + spentIn(event), 0), started, ran, resumed };
}

/** The content script that an event starts or calls. */
function calledScript({ name, args }: TraceEvent): string | undefined {
  if (name !== 'FunctionCall' && name !== 'EvaluateScript') return undefined;
  return /^chrome-extension:.*content-scripts\/(\w+)\.js/.exec(args.data?.url ?? '')?.[1];
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

/** In ms. */
function spentIn({ dur = 0, tdur = dur }: TraceEvent): number {
  return tdur / 1000;
}

/** Tasks with script on threads of the extension. The measured pages have no script of their own. */
function longScriptTasks({ traceEvents }: Trace): number[] {
  const complete = traceEvents.filter((event) => event.ph === 'X' && event.dur !== undefined);
  const ours = complete.filter((event) => event.args.data?.url?.startsWith('chrome-extension://'));
  const threads = new Set(ours.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = complete.filter(({ name, pid, tid }) => /RunTask$/.test(name) && threads.has(`${pid} ${tid}`));
  const marks = complete.filter(
    ({ name, pid, tid }) =>
      /^(FunctionCall|EvaluateScript|RunMicrotasks|v8\.run)$/.test(name) && threads.has(`${pid} ${tid}`),
  );
  const withScript = tasks.filter((task) =>
    marks.some(
      (mark) =>
        mark.pid === task.pid && mark.tid === task.tid && mark.ts >= task.ts && mark.ts < task.ts + (task.dur ?? 0),
    ),
  );
  return withScript.map(spentIn).sort((a, b) => b - a);
}

function privateBytes(pid: number): number {
  try {
    const [, kB = '0'] = /Private_Dirty:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kB) * 1024;
  } catch {
    // The process ended in the meantime.
    return 0;
  }
}

/** Resolves after `ms` milliseconds. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
