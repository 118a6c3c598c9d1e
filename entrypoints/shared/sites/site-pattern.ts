/** Parses typed patterns of sites. */
import { failure, ok, type Result } from '../result';
import { LOCAL_FILES } from './site-rules';

export type PatternFault = 'empty' | 'path' | 'host';

/**
 * The pattern in the browser's spelling (`site-rules.ts`). An address with a scheme counts as its host; a path without a
 * scheme is a fault, because rules have no paths.
 */
export function parsePattern(text: string): Result<string, PatternFault> {
  const typed = text.trim().normalize('NFKC').toLowerCase();
  if (typed === '') return failure('empty');
  if (typed.startsWith(LOCAL_FILES)) return ok(LOCAL_FILES);
  const isAddress = /^https?:\/\//.test(typed);
  const below = !isAddress && typed.startsWith('*.');
  const rest = isAddress ? typed : `http://${below ? typed.slice(2) : typed}`;
  if (!URL.canParse(rest)) return failure('host');
  const { hostname, port, pathname, search, hash, username } = new URL(rest);
  const host = hostname.replace(/\.$/, '');
  if (!isAddress && (pathname !== '/' || search !== '' || hash !== '')) return failure('path');
  // There are no hosts below a numeric address.
  if (username !== '' || /^$|^\.|\.\.|\.$|[*%]/.test(host) || (below && /^[\d.]+$|^\[/.test(host)))
    return failure('host');
  const isUsual = port === '' || port === '80' || port === '443';
  return ok(`${below ? '*.' : ''}${host}${isUsual ? '' : `:${port}`}`);
}
