/** Keeps cores busy, like other programs of a machine. */
import { spawn } from 'node:child_process';

/** Ends by itself when the process that started it is gone. */
const LOOP = `
const parent = Number(process.argv[1]);
for (let turn = 0; ; turn++) if (turn % 1e7 === 0 && process.ppid !== parent) process.exit();
`;

/** Starts `count` processes that never pause. @returns a function that ends them. */
export function keepBusy(count: number): () => void {
  const start = () => spawn(process.execPath, ['-e', LOOP, String(process.pid)], { stdio: 'ignore' });
  const processes = Array.from({ length: count }, start);
  return () => {
    for (const busy of processes) busy.kill('SIGKILL');
  };
}
