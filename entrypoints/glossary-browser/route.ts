/** What the fragment of the book's address names. */
import { readEntryName } from '../../glossary/library/entry-name';

export type Route =
  | { name: 'index'; by: 'pinyin' | 'category' | 'bulletin' }
  | { name: 'entry'; id: string }
  | { name: 'map'; id: string | null }
  | { name: 'timeline' }
  | { name: 'search'; query: string }
  | { name: 'unknown'; path: string };

/** @param fragment with or without its `#`. Anything is understood, if only as unknown. */
export function parseRoute(fragment: string): Route {
  const path = fragment.replace(/^#?\/?/, '');
  const [name = '', ...rest] = path.split('/');
  const argument = decoded(rest.join('/'));
  switch (name) {
    case '':
      return { name: 'index', by: 'pinyin' };
    case 'pinyin':
    case 'category':
    case 'bulletin':
      return { name: 'index', by: name };
    case 'entry':
      return { name: 'entry', id: nameIn(argument) };
    case 'map':
      return { name: 'map', id: argument === '' ? null : nameIn(argument) };
    case 'timeline':
      return { name: 'timeline' };
    case 'search':
      return { name: 'search', query: argument };
    default:
      return { name: 'unknown', path: decoded(path) };
  }
}

/** The address of the book at a route, without the page's own. */
export function routeHref(route: Exclude<Route, { name: 'unknown' }>): string {
  switch (route.name) {
    case 'index':
      return `#/${route.by}`;
    case 'entry':
      return `#/entry/${encodedName(route.id)}`;
    case 'map':
      return route.id === null ? '#/map' : `#/map/${encodedName(route.id)}`;
    case 'search':
      return `#/search/${encodeURIComponent(route.query)}`;
    default:
      return `#/${route.name}`;
  }
}

export const entryHref = (id: string): string => routeHref({ name: 'entry', id });
/** @param id the entry that is chosen there; null for none. */
export const mapHref = (id: string | null): string => routeHref({ name: 'map', id });

/** The name of an entry; in an address that was saved with version 0.1.0 too. Other text stands for itself. */
function nameIn(text: string): string {
  return readEntryName(text) ?? text;
}

/** The slash between pack and term stays readable. */
function encodedName(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

/** What is no percent-encoding stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
