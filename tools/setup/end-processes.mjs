/** Ends the processes of a run, recognised by its temporary folder in their environment or arguments. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Time to close a browser or print a table, after which processes are killed. */
const GRACE_MS = 2000;
const INTERVAL_MS = 20;

/**
 * Asks every process of the run to end, kills those that do not, and resolves when none is left. Browsers are found, too,
 * although their driver gives them process groups of their own.
 * @param {string} folder the run's temporary folder.
 */
export async function endProcesses(folder) {
  const end = Date.now() + GRACE_MS;
  const asked = new Set();
  for (let ids = processesOf(folder); ids.length > 0; ids = processesOf(folder)) {
    for (const id of ids) {
      if (Date.now() > end) send(id, 'SIGKILL');
      else if (!asked.has(id)) send(id, 'SIGTERM');
      asked.add(id);
    }
    await setTimeout(INTERVAL_MS);
  }
}

/** Ids of the run's processes; none on Windows, which does not list environments. */
function processesOf(folder) {
  const carries = (text) => text.includes(folder);
  if (existsSync('/proc/self/environ')) {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return ids.filter((id) => carries(readProcess(id, 'environ')) || carries(readProcess(id, 'cmdline'))).map(Number);
  }
  const { stdout } = spawnSync('ps', ['-axwwE', '-o', 'pid=,command='], { encoding: 'utf8' });
  const lines = (stdout ?? '').split('\n').filter(carries);
  return lines.map((line) => Number.parseInt(line, 10));
}

/** Empty for a process that has ended, or of another user. */
function readProcess(id, file) {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function send(id, signal) {
  try {
    process.kill(id, signal);
  } catch (error) {
    // The process has ended.
    if (error.code !== 'ESRCH') throw error;
  }
}
