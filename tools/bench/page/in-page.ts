/** Functions that run inside the measured pages. Each is sent as source and must not use anything else of this module. */

/** Walks all text nodes and reads every unit: the lower limit for any per-node search. */
export function walkAndRead(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  }
  return sum;
}

/** Milliseconds it takes to read the page's text in one piece. */
export function timeToRead(): number {
  const begin = performance.now();
  const length = document.body.textContent?.length ?? 0;
  return performance.now() - begin + (length === -1 ? 1 : 0);
}

/** The least work that shows marks without changing the page: two style rules and a screenful of ranges. */
export function styleAndMark(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '@media screen { :root::highlight(a) { text-decoration: underline dotted } :root::highlight(b) { color: red } }',
  );
  document.adoptedStyleSheets = [sheet];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const highlight = new Highlight();
  for (let node = walker.nextNode(); node && highlight.size < 20; node = walker.nextNode()) {
    const { length } = node.nodeValue ?? '';
    if (length < 4) continue;
    highlight.add(new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 4 }));
  }
  CSS.highlights.set('a', highlight);
}

/** Observes all mutations and does nothing with them, until `stopObserving`. */
export function observeOnly(): void {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  Object.assign(globalThis, { stopObserving: () => observer.disconnect() });
}

/** Ends `observeOnly`. */
export function stopObserving(): void {
  const { stopObserving: stop } = globalThis as unknown as { stopObserving: () => void }; // Put there by it.
  stop();
}

/** Marks by one regular expression, with a span around each match. */
export function wrapInSpans(forms: string[]): void {
  const expression = new RegExp([...forms].sort((a, b) => b.length - a.length).join('|'), 'g');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
  for (const node of nodes) {
    let rest = node;
    let past = 0;
    for (const match of node.data.matchAll(expression)) {
      const hit = rest.splitText(match.index - past);
      rest = hit.splitText(match[0].length);
      past = match.index + match[0].length;
      const span = document.createElement('span');
      span.style.textDecoration = 'underline dotted';
      hit.replaceWith(span);
      span.append(hit);
    }
  }
}

/** Milliseconds a script of the page takes to add and remove a thousand elements, and to change a thousand texts. */
export function changeThePage(): number {
  const texts = [...document.querySelectorAll('p')].slice(0, 1000).map((paragraph) => paragraph.firstChild);
  const begin = performance.now();
  for (let i = 0; i < 1000; i++) {
    const item = document.createElement('p');
    item.textContent = '一段添进来又拿走的文字';
    document.body.prepend(item);
    item.remove();
  }
  for (const text of texts) if (text) text.nodeValue = `${text.nodeValue?.slice(0, 24)}。`;
  return performance.now() - begin;
}

/** Changes a style in each of `count` frames. */
export async function styleFrames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await new Promise(requestAnimationFrame);
    document.body.style.outlineColor = i % 2 ? 'red' : 'blue';
  }
}

/** Adds 200 items every 100 ms and keeps the newest thousand. @returns the median time of the page's own script per tick, in ms. */
export async function feed(items: string[], ticks: number): Promise<number> {
  const main = document.querySelector('main');
  if (!main) return Number.NaN;
  const spent: number[] = [];
  for (let tick = 0; tick < ticks; tick++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begin = performance.now();
    for (let i = 0; i < 200; i++) {
      const item = document.createElement('p');
      item.textContent = items[(tick * 200 + i) % items.length] ?? '';
      main.prepend(item);
    }
    while (main.childElementCount > 1000) main.lastElementChild?.remove();
    spent.push(performance.now() - begin);
  }
  return spent.sort((a, b) => a - b)[Math.floor(spent.length / 2)] ?? Number.NaN;
}

/** Time until the page has a highlight, in ms. */
export function untilFirstMark(): Promise<number> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (CSS.highlights.size === 0) return;
      clearInterval(timer);
      resolve(performance.now() - begin);
    }, 1);
  });
}

/** The longest time during `durationMs` in which the main thread was blocked, in ms. */
export function longestGap(durationMs: number): Promise<number> {
  const begin = performance.now();
  const channel = new MessageChannel();
  let last = begin;
  let longest = 0;
  return new Promise((resolve) => {
    channel.port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (now - begin > durationMs) resolve(longest);
      else channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
  });
}
