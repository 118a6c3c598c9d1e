/** Writes a version into the texts of the files that carry it. */
import * as v from 'valibot';

/** The heading under which changes are collected until a release. */
const UNRELEASED = '## Unreleased';

const packageSchema = v.looseObject({ version: v.string() });
const lockSchema = v.looseObject({
  version: v.string(),
  packages: v.looseObject({ '': v.looseObject({ version: v.string() }) }),
});

/** The version in the text of a `package.json`. @throws if it has none. */
export function versionIn(packageText: string): string {
  return v.parse(packageSchema, JSON.parse(packageText)).version;
}

/** The text of a `package.json` with another version. */
export function setPackageVersion(text: string, version: string): string {
  const manifest: unknown = JSON.parse(text);
  v.assert(packageSchema, manifest);
  // Changed in place: a parsed copy would have the schema's keys first.
  manifest.version = version;
  return formatJson(manifest);
}

/** The text of a `package-lock.json` with another version of the project itself. */
export function setLockVersion(text: string, version: string): string {
  const lock: unknown = JSON.parse(text);
  v.assert(lockSchema, lock);
  lock.version = version;
  lock.packages[''].version = version;
  return formatJson(lock);
}

/**
 * The text of the changelog with the unreleased changes under a heading of the version.
 * @param date as `YYYY-MM-DD`.
 * @throws if no change is listed, or the version has a heading already.
 */
export function cutChangelog(text: string, version: string, date: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf(UNRELEASED);
  if (start < 0) throw new Error(`CHANGELOG.md has no heading “${UNRELEASED}”`);
  if (lines.some((line) => line.split(' ', 2).join(' ') === `## ${version}`)) {
    throw new Error(`CHANGELOG.md has a heading for ${version} already`);
  }
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  const section = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  if (!section.some((line) => line.startsWith('- ')))
    throw new Error(`CHANGELOG.md lists nothing under “${UNRELEASED}”`);
  return [...lines.slice(0, start), `## ${version} (${date})`, ...lines.slice(start + 1)].join('\n');
}

/** As npm writes it. */
function formatJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
