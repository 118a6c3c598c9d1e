/** Draws the extension's icons from one drawing: a page whose line is underlined with dots, and the note in its margin. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

/** Edge lengths in pixels. Below 32, thinner details are left out. */
const SIZES = [16, 32, 48, 128];
const OUT = fileURLToPath(new URL('../../public/icon/', import.meta.url));

function drawing(size: number): string {
  const lines =
    size < 32 ? '' : '<path d="M34 34h44M34 50h44" stroke="#8a8071" stroke-width="5" stroke-linecap="round"/>';
  const weight = size < 32 ? 12 : 8;
  const y = size < 32 ? 50 : 70;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 128 128">
    <rect x="8" y="6" width="112" height="116" rx="18" fill="#fdfbf7" stroke="#5f584e" stroke-width="5"/>
    ${lines}
    <path d="M34 ${y}h44" stroke="#23201c" stroke-width="${weight}" stroke-linecap="round"/>
    <path d="M34 ${y + 22}h46" stroke="#9d2f1f" stroke-width="${weight}" stroke-linecap="round" stroke-dasharray="0.1 ${weight * 1.6}"/>
    <rect x="92" y="${size < 32 ? 26 : 28}" width="${size < 32 ? 16 : 13}" height="76" rx="6" fill="#9d2f1f"/>
  </svg>`;
}

const browser = await puppeteer.launch({
  executablePath: process.env.PANGZHU_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body{margin:0;background:none}svg{display:block}</style>${drawing(size)}`);
  writeFileSync(`${OUT}${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
