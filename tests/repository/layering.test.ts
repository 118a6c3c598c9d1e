import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of each planted violation, and the module it imports. */
const FORBIDDEN: [string, string][] = [
  ['glossary/find', '../../components/i18n'],
  ['glossary/find', '../../entrypoints/shared/sites/site-rules'],
  ['glossary/find', 'preact'],
  ['glossary/find', 'wxt/browser'],
  ['glossary/find', 'webextension-polyfill'],
  ['glossary/find', '../editor/compile'],
  ['glossary/library', '../cli/find'],
  ['glossary/pack', '../find/finder'],
  ['glossary/pack', '../editor/fold'],
  ['glossary/pack', 'preact'],
  ['glossary/editor', '../../components/i18n'],
  ['components', '../glossary/editor/entry-schema'],
  ['components', '../entrypoints/shared/sites/site-rules'],
  ['components', 'webextension-polyfill'],
  ['components', 'virtual:pangzhu/pack'],
  ['entrypoints/popup', '../../glossary/intake/plan-intake'],
  ['entrypoints/shared', '../../../glossary/editor/fold'],
  ['entrypoints/popup', '../background/answer'],
  ['entrypoints/content', '../engine.content/text-run'],
  ['entrypoints/engine.content', '../content/page-prefilter'],
  ['entrypoints/shared', '../../components/i18n'],
  ['entrypoints/shared', '../popup/page-terms'],
  ['glossary/cli', '../../site/write-site'],
  ['components', '../site/links'],
  ['entrypoints/popup', '../../site/links'],
  ['site', '../entrypoints/popup/main'],
  ['site', '../entrypoints/shared/settings/settings'],
  ['site', '../glossary/editor/compile'],
  ['site', '../tools/demo/main'],
  ['site', 'webextension-polyfill'],
];

const ALLOWED: [string, string][] = [
  ['glossary/find', '../pack/pack'],
  ['glossary/pack', './pack'],
  ['glossary/cli', '../editor/compile'],
  ['glossary/editor', '../pack/pack'],
  ['components', '../glossary/pack/pack'],
  ['entrypoints/popup', '../../components/i18n'],
  ['entrypoints/popup', '../shared/sites/site-rules'],
  ['entrypoints/shared', '../../glossary/pack/pack'],
  ['site', '../components/i18n'],
  ['site', '../glossary/publish/site'],
  ['site', '../entrypoints/shared/language/words'],
  ['site', '../tools/build/licences-plugin'],
];

describe('the layers', () => {
  let folder: string;
  /** Planted files that the linter reported. */
  let caught: Set<string>;
  const fileOf = ([room, source]: [string, string]) => `${room}/planted-${source.replace(/\W+/g, '-')}.ts`;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'layers-')));
    copyFileSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
    for (const plant of [...FORBIDDEN, ...ALLOWED]) {
      const file = join(folder, fileOf(plant));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `import { planted } from '${plant[1]}';\n\nexport const use = planted;\n`);
    }
    const biome = join(ROOT, 'tools/check/node_modules/@biomejs/biome/bin/biome');
    const args = ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none', '.'];
    const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
    caught = new Set([...stdout.matchAll(/file=([^,]+)/g)].map(([, file = '']) => relative(folder, file)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(FORBIDDEN)('forbid %s to import %s', (...plant) => {
    expect(caught).toContain(fileOf(plant));
  });

  it.each(ALLOWED)('allow %s to import %s', (...plant) => {
    expect(caught).not.toContain(fileOf(plant));
  });
});
