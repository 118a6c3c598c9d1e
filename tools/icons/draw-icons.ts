/** Draws the extension's icons: a page with a dotted underline, and a note in its margin. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const OUT = fileURLToPath(new URL('../../public/icon/', import.meta.url));
const COLOUR = { paper: '#fdfbf7', edge: '#5f584e', faint: '#8a8071', ink: '#23201c', vermilion: '#9d2f1f' };

type Colour = keyof typeof COLOUR;
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
const ICONS: [size: number, drawing: Drawing][] = [
  [16, SMALL],
  [32, LARGE],
  [48, LARGE],
  [128, LARGE],
];

/** Bars snap to whole pixels, so that edges are sharp at toolbar sizes. */
function svgOf(size: number, { grid, bars }: Drawing): string {
  const snapped = (length: number) => Math.max(1, Math.round((length * size) / grid));
  const frame = Math.max(1, Math.round(size / 26));
  const rect = (fill: string, [x = 0, y = 0, width = 0, height = 0]: number[], radius: number) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
  const drawn = bars.map(([colour, ...box]) => {
    const [x = 0, y = 0, width = 0, height = 0] = box.map(snapped);
    return rect(COLOUR[colour], [x, y, width, height], size < 32 ? 0 : Math.min(width, height) / 2);
  });
  const inner = size - 2 * frame;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    ${rect(COLOUR.edge, [0, 0, size, size], size / 7)}
    ${rect(COLOUR.paper, [frame, frame, inner, inner], size / 7 - frame)}
    ${drawn.join('')}
  </svg>`;
}

const browser = await puppeteer.launch({
  executablePath: process.env.PANGZHU_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const [size, drawing] of ICONS) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body{margin:0;background:none}svg{display:block}</style>${svgOf(size, drawing)}`);
  writeFileSync(`${OUT}${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
