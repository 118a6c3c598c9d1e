/** Builds what pages load: one script, one style sheet, and the licences of the libraries in the script. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { licencesPlugin, readLicences } from '../tools/build/licences-plugin';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Contents of the files. */
export interface BuiltAssets {
  script: string;
  style: string;
  licences: string;
}

/** Takes about two seconds; the same sources give the same bytes. */
export async function buildAssets(): Promise<BuiltAssets> {
  const result = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [licencesPlugin()],
    // Independent of `NODE_ENV`: a development build would contain paths of this machine.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      cssCodeSplit: false,
      // A module would not load in pages opened as files.
      rolldownOptions: { input: `${ROOT}site/client/main.tsx`, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const script = outputs.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const style = outputs.flatMap((file) =>
    file.fileName.endsWith('.css') && 'source' in file ? [String(file.source)] : [],
  );
  if (script.length !== 1 || style.length !== 1)
    throw new Error(`built ${script.length} scripts, ${style.length} styles`);
  const licences = readLicences().map(({ name, version, text }) => `${name} ${version}\n\n${text.trim()}\n`);
  return { script: script.join(''), style: style.join(''), licences: licences.join(`\n${'-'.repeat(72)}\n\n`) };
}
