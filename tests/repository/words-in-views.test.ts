// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are source code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { literalTexts } from './literal-texts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it.each<[code: string, texts: string[]]>([
  ['<p class="a">Close it</p>', ['Close it']],
  ['<p>{n} entries found</p>', ['entries found']],
  ['<p>\n  Two\n  lines&nbsp;<b>bold</b>\n</p>', ['Two lines', 'bold']],
  ['<>Close it</>', ['Close it']],
  ["<p>{'Close it'}</p>", ['Close it']],
  ["<button>{isOn ? 'Switch off' : 'Switch on'}</button>", ['Switch off', 'Switch on']],
  ["<p>{isOn && 'It is on'}{name ?? 'nobody'}</p>", ['It is on', 'nobody']],
  ['<p>{`${n} found`}</p>', [' found']],
  ["<p>{n + ' found'}</p>", [' found']],
  ["<p>{'Close it' as string}</p>", ['Close it']],
  ["<p>{['one', 'two'].join(', ')}</p>", ['one', 'two']],
  ['<p>{all.map((one) => `${one} found`)}</p>', [' found']],
  ['<p title="Close it">{t("x")}</p>', ['Close it']],
  ['<input placeholder="Search here" />', ['Search here']],
  ["<p aria-label={'Close it'} />", ['Close it']],
  ["<p aria-label={isOn ? 'Close it' : undefined} />", ['Close it']],
  ['<p aria-description="Closes it" /> ', ['Closes it']],
  ['<Field label="Site" />', ['Site']],
  ['<img alt={`Map of ${name}`} />', ['Map of ']],
  ["document.title = 'Close it'", ['Close it']],
  ['body.ariaLabel = `Card of ${name}`', ['Card of ']],
  ["const a = '关闭'; // 打开", ['关闭']],
  ["say('关闭')", ['关闭']],
])('finds the texts in %s', (code, texts) => {
  expect(literalTexts('view.tsx', code)).toEqual(texts);
});

it.each([
  '<p class="small grey" role="status" aria-live="polite" id={`list-${id}`}>{t("close")}</p>',
  "<p>{page === 'loading' ? t('loading') : t(`page_${page}`)}</p>",
  '<p aria-labelledby="head" aria-current={isHere ? "page" : undefined} />',
  "<p>{names.join(' · ')}{items.map((item) => <i key={`at-${item}`} />)}</p>",
  "<p>{fields['name']} ×{n}</p>",
  "<ul>{['own', 'preset'].map((by) => <li>{t(`list_${by}`)}</li>)}</ul>",
  '<input placeholder="*.example.cn" />',
  "date.indexOf('月')",
  '<Tools kind="small" onClose={() => close("card")} />',
  "/* 关闭 */ element.className = 'card'",
])('finds nothing in %s', (code) => {
  expect(literalTexts('view.tsx', code)).toEqual([]);
});

it.each(['components', 'entrypoints', 'site'])('no file in %s contains untranslated text', (folder) => {
  const sources = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const found = sources.flatMap((name) =>
    literalTexts(name, readFileSync(join(ROOT, folder, name), 'utf8')).map((text) => `${name}: ${text}`),
  );
  expect(sources.filter((name) => name.endsWith('.tsx')).length).toBeGreaterThan(3);
  expect(found).toEqual([]);
});

// Without it the browser shows the untranslated title until a script has run.
it.each(['popup', 'sidepanel'])('the manifest names the %s by a message', (page) => {
  const html = readFileSync(join(ROOT, 'entrypoints', page, 'index.html'), 'utf8');
  expect(html).toMatch(/<meta name="manifest\.title" content="__MSG_extension_name__" \/>/);
});
