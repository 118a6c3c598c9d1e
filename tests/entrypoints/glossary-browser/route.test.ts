import { describe, expect, it } from 'vitest';
import { parseRoute, type Route, routeHref } from '../../../entrypoints/glossary-browser/route';

describe('the address of a page of the book', () => {
  it.each<[string, Route]>([
    ['', { name: 'index', by: 'pinyin' }],
    ['#/', { name: 'index', by: 'pinyin' }],
    ['#/category', { name: 'index', by: 'category' }],
    ['#/entry/cast-10th', { name: 'entry', id: 'bundled/cast-10th' }],
    ['#/entry/bundled/cast-10th', { name: 'entry', id: 'bundled/cast-10th' }],
    ['#/entry/own%2Fown-5f0c', { name: 'entry', id: 'user/own-5f0c' }],
    ['#/entry/preset%2Fa-0123456789abcdef', { name: 'entry', id: 'policy-a/0123456789abcdef' }],
    ['#/entry/', { name: 'entry', id: '' }],
    ['#/map', { name: 'map', id: null }],
    ['#/map/cast', { name: 'map', id: 'bundled/cast' }],
    ['#/print/category', { name: 'print', by: 'category' }],
    ['#/print/else', { name: 'print', by: 'pinyin' }],
    ['#/timeline', { name: 'timeline' }],
    ['#/search/3%2B1%2F%E5%9B%9B', { name: 'search', query: '3+1/四' }],
    ['#/entry/%E0%A4%A', { name: 'entry', id: '%E0%A4%A' }],
    ['#somewhere/else', { name: 'unknown', path: 'somewhere/else' }],
  ])('%s', (fragment, route) => {
    expect(parseRoute(fragment)).toEqual(route);
  });

  it.each<Exclude<Route, { name: 'unknown' }>>([
    { name: 'index', by: 'bulletin' },
    { name: 'entry', id: '甲/乙%' },
    { name: 'map', id: null },
    { name: 'map', id: 'bundled/cast' },
    { name: 'entry', id: 'user/own-5f0c' },
    { name: 'print', by: 'bulletin' },
    { name: 'timeline' },
    { name: 'search', query: '“3+1”试点' },
  ])('is parsed to the route it was made from: %j', (route) => {
    expect(parseRoute(routeHref(route))).toEqual(route);
  });
});
