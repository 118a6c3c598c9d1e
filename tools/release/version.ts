/** Versions of the extension: three numbers, as both browsers and npm accept. */

/** Largest number in a version that Chromium accepts. */
const MAX_PART = 65_535;

/**
 * Checks that `next` may follow `current`. An equal version is allowed, because the first release has the version that
 * `package.json` begins with; that its tag is new is checked where tags are known.
 * @throws if `next` has another form, or is lower.
 */
export function checkVersion(next: string, current: string): void {
  const parts = partsOf(next);
  const before = partsOf(current);
  const at = parts.findIndex((part, index) => part !== before[index]);
  if (at >= 0 && (parts[at] ?? 0) < (before[at] ?? 0)) throw new Error(`${next} is lower than ${current}`);
}

function partsOf(version: string): number[] {
  const isWellFormed = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version);
  const parts = version.split('.').map(Number);
  if (!isWellFormed || parts.some((part) => part > MAX_PART)) {
    throw new Error(`“${version}” is no version: three numbers up to ${MAX_PART}, such as 1.2.0`);
  }
  return parts;
}
