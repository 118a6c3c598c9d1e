/**
 * Names of entries: `packId/termId`, by which settings, messages and addresses refer to them. Packs of a policy are named
 * `policy-ID`, so that no organisation can name its pack as another one.
 */

export const BUNDLED_PACK = 'bundled';
export const USER_PACK = 'user';
const POLICY_PREFIX = 'policy-';

/** Both parts are letters, digits and hyphens. */
export const ENTRY_NAME = /^(?=.{1,140}$)[A-Za-z0-9-]+\/[A-Za-z0-9-]+$/;

/** The pack id for an id in a policy. */
export function policyPackId(id: string): string {
  return POLICY_PREFIX + id;
}

/** The name of a term in a pack. */
export function entryName(pack: string, term: string): string {
  return `${pack}/${term}`;
}

/** Pack id and term id of a name; both '' for an invalid name. */
export function partsOf(name: string): { pack: string; term: string } {
  const [pack = '', term = ''] = ENTRY_NAME.test(name) ? name.split('/') : [];
  return { pack, term };
}

/** Whether a name refers to an organisation's pack, even a missing one. */
export function isPolicyName(name: string): boolean {
  return partsOf(name).pack.startsWith(POLICY_PREFIX);
}

/**
 * The current name for one in stored settings, policies and saved addresses. Version 0.1.0 wrote `ID` for a bundled entry,
 * `own/ID` for the reader's own and `preset/PACK-HASH`, with 16 hexadecimal digits, for an organisation's.
 * @returns null for an invalid name.
 */
export function readEntryName(text: string): string | null {
  const [, pack = '', hash = ''] = /^preset\/([A-Za-z0-9-]+)-([0-9a-f]{16})$/.exec(text) ?? [];
  const name = pack
    ? entryName(policyPackId(pack), hash)
    : text.startsWith('own/')
      ? entryName(USER_PACK, text.slice('own/'.length))
      : text.includes('/')
        ? text
        : entryName(BUNDLED_PACK, text);
  return ENTRY_NAME.test(name) && !name.startsWith('preset/') ? name : null;
}
