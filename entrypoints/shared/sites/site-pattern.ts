/** Parses typed patterns of sites. */
import { failure, ok, type Result } from '../result';
import { LOCAL_FILES } from './site-rules';

export type PatternFault = 'empty' | 'path' | 'host';

/** Limit of a path in UTF-16 units of its encoded form: a rule is the name of a stored setting. */
const MAX_PATH = 200;

/**
 * The pattern in the browser's spelling (`site-rules.ts`). An address with a scheme counts as its host, because it was copied
 * from a page whose site is meant; a path typed without a scheme is part of the pattern.
 */
export function parsePattern(text: string): Result<string, PatternFault> {
  const typed = text.trim().normalize('NFKC');
  if (typed === '') return failure('empty');
  if (typed.toLowerCase().startsWith(LOCAL_FILES)) return ok(LOCAL_FILES);
  const isAddress = /^https?:\/\//i.test(typed);
  const below = !isAddress && typed.startsWith('*.');
  const rest = isAddress ? typed : `http://${below ? typed.slice(2) : typed}`;
  if (!URL.canParse(rest)) return failure('host');
  const { hostname, port, pathname, search, hash, username } = new URL(rest);
  const host = hostname.replace(/\.$/, '');
  const path = isAddress ? '' : pathname.replace(/\/+\*?$/, '');
  if (!isAddress && (search !== '' || hash !== '' || path.includes('*') || path.length > MAX_PATH))
    return failure('path');
  // There are no hosts below a numeric address.
  if (username !== '' || /^$|^\.|\.\.|\.$|[*%]/.test(host) || (below && /^[\d.]+$|^\[/.test(host)))
    return failure('host');
  const isUsual = port === '' || port === '80' || port === '443';
  return ok(`${below ? '*.' : ''}${host}${isUsual ? '' : `:${port}`}${path}`);
}
