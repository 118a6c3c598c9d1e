/**
 * Draws the extension's icons: a page with a dotted underline, and a note in its margin; in grey for the toolbar button where
 * marking is off. The logo for Edge's store is written to `.output/store/`, because no package contains it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ON = { paper: '#fdfbf7', edge: '#5f584e', faint: '#8a8071', ink: '#23201c', vermilion: '#9d2f1f' };
const OFF: typeof ON = { paper: '#f1f1f1', edge: '#9a9a9a', faint: '#b4b4b4', ink: '#8c8c8c', vermilion: '#a8a8a8' };

type Colour = keyof typeof ON;
/** A rounded bar. */
type Bar = [colour: Colour, x: number, y: number, width: number, height: number];

interface Drawing {
  /** Edge length of the square that the bars are given in. */
  grid: number;
  bars: Bar[];
}

/** For sizes below 32 pixels, with room for one line. Every edge lies between two pixels. */
const SMALL: Drawing = {
  grid: 16,
  bars: [
    ['ink', 3, 5, 8, 2],
    ['vermilion', 3, 9, 2, 2],
    ['vermilion', 6, 9, 2, 2],
    ['vermilion', 9, 9, 2, 2],
    ['vermilion', 12, 3, 2, 10],
  ],
};
const LARGE: Drawing = {
  grid: 32,
  bars: [
    ['faint', 6, 7, 15, 1.5],
    ['faint', 6, 11, 15, 1.5],
    ['ink', 6, 16, 15, 2],
    ['vermilion', 6, 21, 3, 3],
    ['vermilion', 10, 21, 3, 3],
    ['vermilion', 14, 21, 3, 3],
    ['vermilion', 18, 21, 3, 3],
    ['vermilion', 24, 7, 3, 18],
  ],
};

interface Icon {
  file: string;
  size: number;
  /** Empty space at each edge, in pixels: Chrome's store asks for 16 around an icon of 96. */
  margin?: number;
  colours?: typeof ON;
}

const ICONS: readonly Icon[] = [
  { file: 'public/icon/16.png', size: 16 },
  { file: 'public/icon/32.png', size: 32 },
  { file: 'public/icon/48.png', size: 48 },
  { file: 'public/icon/128.png', size: 128, margin: 16 },
  { file: 'public/icon/off-16.png', size: 16, colours: OFF },
  { file: 'public/icon/off-32.png', size: 32, colours: OFF },
  { file: '.output/store/logo-300.png', size: 300 },
];

/** Bars snap to whole pixels, so that edges are sharp at toolbar sizes. */
function svgOf({ size: outer, margin = 0, colours = ON }: Icon): string {
  const size = outer - 2 * margin;
  const { grid, bars } = size < 32 ? SMALL : LARGE;
  const snapped = (length: number) => Math.max(1, Math.round((length * size) / grid));
  const frame = Math.max(1, Math.round(size / 26));
  const rect = (fill: string, [x = 0, y = 0, width = 0, height = 0]: number[], radius: number) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
  const drawn = bars.map(([colour, ...box]) => {
    const [x = 0, y = 0, width = 0, height = 0] = box.map(snapped);
    return rect(colours[colour], [x, y, width, height], size < 32 ? 0 : Math.min(width, height) / 2);
  });
  const inner = size - 2 * frame;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${outer}" height="${outer}"><g transform="translate(${margin} ${margin})">
    ${rect(colours.edge, [0, 0, size, size], size / 7)}
    ${rect(colours.paper, [frame, frame, inner, inner], size / 7 - frame)}
    ${drawn.join('')}</g>
  </svg>`;
}

const browser = await puppeteer.launch({
  executablePath: process.env.PANGZHU_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
mkdirSync(join(ROOT, '.output/store'), { recursive: true });
for (const icon of ICONS) {
  await page.setViewport({ width: icon.size, height: icon.size });
  await page.setContent(`<style>body{margin:0;background:none}svg{display:block}</style>${svgOf(icon)}`);
  writeFileSync(join(ROOT, icon.file), await page.screenshot({ omitBackground: true }));
}
await browser.close();
