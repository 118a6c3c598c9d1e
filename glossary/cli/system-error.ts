/** Sentences for errors of the file system. */
import { errorMessage } from '../error-message';

const WORDS: Record<string, string> = {
  EISDIR: 'is a folder; name a file in it',
  ENOTDIR: 'has a parent that is not a folder',
  ENOENT: 'does not exist',
  EACCES: 'may not be read by you',
  EPERM: 'may not be read by you',
  EMFILE: 'cannot be opened: too many files are open',
};

/** A sentence about the path. Unknown errors keep their own message. */
export function describeSystemError(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = WORDS[code];
  if (words) return `${path} ${words}.`;
  return `${path}: ${errorMessage(error)}`;
}
