/**
 * Reads, compiles and saves imported files outside the page's thread. A file of the extension, because its policy refuses
 * workers made from text. Ending the worker at any moment leaves the stored packs unchanged.
 */
import type { ReadFile } from '../../components/glossaries/wizard-state';
import { sourceOfBlob } from '../../glossary/exchange/byte-source';
import type { Choices } from '../../glossary/exchange/contract';
import { type Imported, importFile, type Outcome, type Progress } from '../../glossary/exchange/import-file';
import { inspectFile } from '../../glossary/exchange/inspect-file';
import { compareTerms } from '../../glossary/library/compare-terms';
import { compilePack, importedPackId } from '../../glossary/library/imported-packs';
import { Folding } from '../../glossary/pack/folding';
import { PACKAGED_FILES } from '../../glossary/pack/packaged-files';
import type { PackContent } from '../../glossary/pack/plain-term';
import { freeId, newRecord } from '../shared/packs/new-record';
import { PackStore, type SavedPack } from '../shared/packs/pack-store';
import { failure, faultOf, ok } from '../shared/result';
import { readBackup } from './backup';
import { answerFollow } from './follow-requests';
import type { ImportAnswer, ImportRequest } from './import-messages';

const store = new PackStore();
let folding: Promise<Folding> | null = null;
/** The file that was read last. */
let last: Imported | null = null;
let lastName = '';

// The page learns of errors, but not of rejections.
addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => void answer(data).catch(reportError));

function send(message: ImportAnswer): void {
  postMessage(message);
}

async function answer(request: ImportRequest): Promise<void> {
  const { turn } = request;
  switch (request.type) {
    case 'inspect': {
      const outcome = await inspectFile(sourceOfBlob(request.file.name, request.file), request.choices);
      return send({ type: 'inspected', turn, outcome });
    }
    case 'read':
      return send({ type: 'read', turn, outcome: await read(request) });
    case 'save':
      return send(await save(request));
    case 'restore':
      return send(await restore(request.file, turn));
    case 'preview':
    case 'follow':
    case 'check':
      return send(await answerFollow(request, { store, folding: readFolding }));
    default:
      return request satisfies never;
  }
}

/** Progress is sent no oftener than this, in ms. */
const PROGRESS_MS = 100;

async function read({ turn, file, choices, into }: ImportRequest & { type: 'read' }): Promise<Outcome<ReadFile>> {
  let sentMs = 0;
  const onProgress = (progress: Progress) => {
    if (performance.now() - sentMs < PROGRESS_MS) return;
    sentMs = performance.now();
    send({ type: 'progress', turn, progress });
  };
  const outcome = await readWhole(file, choices, onProgress);
  if (!outcome.ok) return outcome;
  const { pack, ...rest } = outcome.value;
  const { terms, ...about } = pack;
  const old = into === null ? undefined : (await store.list()).find(({ id }) => id === into);
  const changes = old ? compareTerms(await store.terms(old), terms) : null;
  return { ok: true, value: { ...rest, about, count: terms.length, changes } };
}

async function readWhole(file: File, choices: Choices, onProgress: (progress: Progress) => void) {
  const outcome = await importFile(sourceOfBlob(file.name, file), choices, { onProgress });
  last = outcome.ok ? outcome.value : null;
  lastName = file.name;
  return outcome;
}

async function save({ turn, title, into }: ImportRequest & { type: 'save' }): Promise<ImportAnswer> {
  if (!last) return { type: 'saved', turn, result: failure(faultOf('no file was read')) };
  try {
    const { pack, format } = last;
    const id = into ?? freeId(importedPackId, pack.id, await store.list());
    const saved = await compiled(id, { ...pack, title }, { name: lastName, format });
    const result = await store.save([saved]);
    return { type: 'saved', turn, result: result.ok ? ok({ ids: [id], count: saved.terms.length }) : result };
  } catch (error) {
    return { type: 'saved', turn, result: failure(faultOf(error)) };
  }
}

async function restore(file: File, turn: number): Promise<ImportAnswer> {
  try {
    const backup = readBackup(await file.text());
    if (!backup) return { type: 'saved', turn, result: failure({ kind: 'no-backup' }) };
    const packs: SavedPack[] = [];
    for (const { id, content, file: from, preferences } of backup) {
      const pack = await compiled(id, content, from);
      packs.push({ ...pack, record: { ...pack.record, ...preferences } });
    }
    const result = await store.save(packs);
    const count = packs.reduce((sum, { terms }) => sum + terms.length, 0);
    return {
      type: 'saved',
      turn,
      result: result.ok ? ok({ ids: packs.map(({ record }) => record.id), count }) : result,
    };
  } catch (error) {
    return { type: 'saved', turn, result: failure(faultOf(error)) };
  }
}

async function compiled(
  id: string,
  { terms, ...about }: PackContent,
  file: SavedPack['record']['file'],
): Promise<SavedPack> {
  const record = newRecord({ id, about, terms, file, followed: null }, Date.now());
  return { record, terms, compiled: compilePack(terms, await readFolding()) };
}

function readFolding(): Promise<Folding> {
  folding ??= loadFolding();
  return folding;
}

async function loadFolding(): Promise<Folding> {
  const response = await fetch(new URL(`/${PACKAGED_FILES.spellings}`, location.origin));
  return new Folding((await response.json()) as string); // Our own file, written by the same build.
}
