/** Tests the npm scripts as real processes: exit code, output, errors, closed streams. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runInMemory } from './run-in-memory';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { scripts: Record<string, string> }; // npm's format.

/** Starts what `npm run SCRIPT -- ARGS` starts. */
function start(script: string, ...args: string[]) {
  const [, ...words] = scripts[script]?.split(' ') ?? [];
  const child = spawn(process.execPath, [...words, ...args], { cwd: ROOT });
  return { child, status: new Promise((resolve) => child.once('close', resolve)) };
}

async function run(script: string, ...args: string[]) {
  const { child, status } = start(script, ...args);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

describe('as a process', () => {
  it('find reads standard input line by line, and ends without an error when its output is closed', async () => {
    const { child, status } = start('find', '-');
    child.stdin.on('error', () => {}); // The process may end before it reads the last line.
    child.stdin.write(`${JSON.stringify({ id: 'a', text: '科创中国' })}\n`);
    const first = await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(JSON.parse(String(first))).toMatchObject({ id: 'a', mentions: [{ surface: '科创中国' }] });
    child.stdout.destroy();
    child.stdin.end(`${JSON.stringify({ id: 'b', text: '科普中国' })}\n`);
    expect(await text(child.stderr)).toBe('');
    expect(await status).toBe(0);
  });

  it('find ends at a malformed line without waiting for more input', async () => {
    const { child, status } = start('find', '-');
    child.stdin.write('malformed\n');
    expect(await text(child.stderr)).toBe('line 1: this is no JSON\n');
    expect(await status).toBe(2);
    child.stdin.destroy();
  });

  it('eval is started as find is', () => {
    expect(scripts.eval).toBe(`${scripts.find?.replace(/ find$/, '')} eval`);
  });

  it('glossary shows its usage', async () => {
    expect(await run('glossary')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Usage: npm run glossary -- COMMAND\n/),
    });
  });
});

describe('the commands of the glossary', () => {
  it('eval reports bad input on standard error', async () => {
    expect(await runInMemory(['eval', '/nowhere/gold.jsonl'])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('/nowhere/gold.jsonl does not exist'),
    });
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['constructor']],
    ['an argument of a command without arguments', ['check', 'this']],
  ])('show their usage for %s', async (_name, args) => {
    expect(await runInMemory(args)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Usage: npm run glossary -- COMMAND\n/),
    });
  });
});
