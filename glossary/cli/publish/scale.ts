/** `npm run --silent glossary -- scale`: calculates the traffic of a thousand to a hundred million readers of a pack. */
import { parseArgs } from 'node:util';
import { errorMessage } from '../../error-message';
import { type Load, loadOf, type ScaleAssumptions, USUAL } from '../../publish/scale';
import { BadInput, type Command, printHelp } from '../command';
import { GLOSSARY_DIR, readFolder } from '../read-glossary';
import { type MeasuredPack, measurePack } from './measured-packs';

const USAGE = `Usage: npm run --silent glossary -- scale [OPTION VALUE]…
  --terms NUMBER      of the pack whose readers are counted (5000)
  --sizes NUMBER,…    of packs to measure (500,5000,20000,100000)
  --per-week NUMBER   revisions (7)
  --whole SHARE       of the readers that fetch the whole pack on a day (${USUAL.wholeShare})
  --edges NUMBER      caches of the content network (${USUAL.edges})
  --per-million USD   price of a million requests (${USUAL.perMillionRequests})
  --per-gb USD        price of a gigabyte (${USUAL.perGigabyte})`;

const MEASURED = '500,5000,20000,100000';
const READERS = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

/** The command `scale`: prints Markdown. */
export const scale: Command = async (args, io) => {
  const { values } = parse(args);
  if (values.help) return printHelp(USAGE, io);
  const terms = numberOf(values.terms, 5_000);
  const sizes = new Set(
    [...(values.sizes ?? MEASURED).split(',').map(sizeOf), sizeOf(String(terms))].sort((a, b) => a - b),
  );
  const assumed: ScaleAssumptions = {
    ...USUAL,
    revisionsPerDay: numberOf(values['per-week'], 7) / 7,
    wholeShare: numberOf(values.whole, USUAL.wholeShare),
    edges: numberOf(values.edges, USUAL.edges),
    perMillionRequests: numberOf(values['per-million'], USUAL.perMillionRequests),
    perGigabyte: numberOf(values['per-gb'], USUAL.perGigabyte),
  };
  const prose = readFolder(GLOSSARY_DIR, 'bulletins/received', '.txt').map(({ text }) => text);
  const packs: MeasuredPack[] = [];
  for (const size of sizes) packs.push(await measurePack(size, prose.join('')));
  const pack = packs.find((measured) => measured.terms === terms);
  if (!pack) throw new Error(`no pack of ${terms} terms was measured`);
  const loads = READERS.map((readers) => loadOf(readers, pack, assumed));
  io.output.write(`${sizesTable(packs)}\n\n${loadsTable(loads)}\n`);
  return 0;
};

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const texts = {
    terms: text,
    sizes: text,
    'per-week': text,
    whole: text,
    edges: text,
    'per-million': text,
    'per-gb': text,
  };
  try {
    return parseArgs({ args: [...args], options: { ...texts, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw new BadInput(`${errorMessage(error)}\n${USAGE}`);
  }
}

function numberOf(value: string | undefined, otherwise: number): number {
  const number = value === undefined ? otherwise : Number(value);
  if (!(number >= 0 && number <= 1e6)) throw new BadInput(USAGE);
  return number;
}

function sizeOf(value: string): number {
  const size = Number(value);
  if (!(Number.isInteger(size) && size >= 1 && size <= 100_000)) throw new BadInput(USAGE);
  return size;
}

function sizesTable(packs: readonly MeasuredPack[]): string {
  const rows = packs.map((pack) => [
    pack.terms.toLocaleString('en'),
    bytes(pack.raw),
    bytes(pack.full),
    bytes(pack.latest),
    String(pack.changed),
    bytes(pack.delta),
    `${pack.parts} / ${bytes(pack.partBytes)}`,
    `${pack.changedParts} / ${bytes(pack.changedBytes)}`,
  ]);
  const head = ['terms', 'pack file', 'whole', 'manifest', 'changed', 'delta', 'parts', 'changed parts'];
  return table(head, rows);
}

function loadsTable(loads: readonly Load[]): string {
  const rows = loads.map((load) => [
    load.readers.toLocaleString('en'),
    count(load.requestsPerDay),
    count(load.requestsPerSecond),
    bytes(load.bytesPerDay),
    bytes(load.bytesPerDay * 30),
    count(load.originRequestsPerDay),
    bytes(load.originBytesPerDay),
    `$${count(load.dollarsPerMonth)}`,
  ]);
  const head = ['readers', 'requests/day', 'a second', 'bytes/day', 'a month', 'origin: requests/day', 'bytes/day'];
  return table([...head, 'cost/month'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'--:|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Two digits and a unit of 1,000. */
function bytes(value: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, value)) / 3)));
  return `${rounded(value / 1000 ** step)} ${UNITS[step]}`;
}

function count(value: number): string {
  return value >= 1e6 ? `${rounded(value / 1e6)} M` : rounded(value);
}

function rounded(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 2 : 3 });
}
