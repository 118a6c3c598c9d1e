/** Owns finding the bulletins of a received text: where each begins and ends, its title and its byline. */
import { type Byline, bylineAt, type Found } from './byline';
import { endsSentence, type Line, linesOf, trimBlank } from './lines';
import { type Obstacle, obstaclesOf } from './obstacles';
import { joinLines } from './rejoin-lines';

export interface Split {
  found: Found[];
  obstacles: Obstacle[];
  /** Lines that belong to no bulletin: an editor's name, a page number. */
  leftOver: Line[];
}

/** What an office adds after a bulletin: it belongs to none. */
const NOT_OURS =
  /^[[(【（〔]?\s*(?:责任编辑|责编|编辑|编审|审核|校对|排版|初审|复审|终审|打印|关闭|上一篇|下一篇|分享)/u;
const MAX_TITLE = 60;
const MAX_TITLE_LINES = 3;

/** @param text with `\n` line ends. */
export function splitBulletins(text: string): Split {
  const lines = linesOf(text);
  const bylines = lines.flatMap((_line, i) => bylineAt(lines, i) ?? []);
  const [first] = bylines;
  const above = trimBlank(lines.slice(0, first?.start ?? 0));
  // A title alone stands above the first byline: what comes under it is text.
  const isHeaded = first !== undefined && isTitle(above) && above.every((line) => line.text !== '');
  const { found, leftOver } = isHeaded ? splitHeaded(lines, bylines) : splitSigned(lines, bylines);
  return { found, leftOver, obstacles: obstaclesOf(lines, found, leftOver) };
}

/** Each bulletin ends with its byline. */
function splitSigned(lines: readonly Line[], bylines: readonly Byline[]): Pick<Split, 'found' | 'leftOver'> {
  const found: Found[] = [];
  const leftOver: Line[] = [];
  let from = 0;
  for (const byline of bylines) {
    const own = trimBlank(lines.slice(from, byline.start)).filter((line, i, all) => {
      const isForeign =
        NOT_OURS.test(line.text) && all.slice(0, i).every((other) => NOT_OURS.test(other.text) || other.text === '');
      if (isForeign) leftOver.push(line);
      return !isForeign;
    });
    const content = trimBlank(own);
    const title = titleOf(content);
    const body = trimBlank(content.slice(title?.length ?? 0));
    from = byline.end;
    found.push({
      title: title === null ? null : joined(title),
      byline,
      bylineAt: 'end',
      body,
      lines: [(content[0] ?? lines[byline.start])?.number ?? 1, lines[byline.end - 1]?.number ?? 1],
    });
  }
  leftOver.push(...lines.slice(from).filter((line) => line.text !== ''));
  return { found, leftOver };
}

/** Each bulletin begins with its title, and the byline under it. */
function splitHeaded(lines: readonly Line[], bylines: readonly Byline[]): Pick<Split, 'found' | 'leftOver'> {
  const heads = bylines.flatMap((byline, i) => {
    const title = titleBefore(lines, bylines[i - 1]?.end ?? 0, byline.start);
    return title ? [{ byline, title }] : [];
  });
  const leftOver: Line[] = lines.filter(
    (line) => line.text !== '' && line.number < (heads[0]?.title[0]?.number ?? Infinity),
  );
  const found = heads.map(({ byline, title }, i): Found => {
    const next = heads[i + 1]?.title[0]?.number ?? Infinity;
    const rest = trimBlank(lines.slice(byline.end).filter((line) => line.number < next));
    const foreign = rest.findIndex(
      (line, k) => NOT_OURS.test(line.text) && rest.slice(k).every(({ text }) => text === '' || NOT_OURS.test(text)),
    );
    if (foreign >= 0) leftOver.push(...rest.slice(foreign).filter(({ text }) => text !== ''));
    const body = trimBlank(foreign < 0 ? rest : rest.slice(0, foreign));
    const last = body.at(-1)?.number ?? lines[byline.end - 1]?.number ?? 1;
    return { title: joined(title), byline, bylineAt: 'start', body, lines: [title[0]?.number ?? 1, last] };
  });
  return { found, leftOver };
}

/** The lines of a title that opens `content`, or null if it opens with text. */
function titleOf(content: readonly Line[]): Line[] | null {
  const end = content.findIndex(({ text }) => text === '');
  const head = content.slice(0, end < 0 ? Math.min(1, content.length - 1) : end);
  return isTitle(head) ? head : null;
}

/** The title that stands alone right above line `before`, or null. */
function titleBefore(lines: readonly Line[], from: number, before: number): Line[] | null {
  const above = trimBlank(lines.slice(from, before));
  const start = above.findLastIndex(({ text }) => text === '' || endsSentence(text)) + 1;
  const head = above.slice(start);
  return isTitle(head) ? head : null;
}

function isTitle(head: readonly Line[]): boolean {
  const text = joined(head);
  const isShort = text !== '' && text.length <= MAX_TITLE && head.length <= MAX_TITLE_LINES;
  return isShort && !/[。！；，、：,;:]$/u.test(text) && !/[。；]/u.test(text);
}

function joined(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).reduce(joinLines, '');
}
