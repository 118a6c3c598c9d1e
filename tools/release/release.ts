/** Makes a release: version, changelog, checked zips, commit and tag, or nothing of it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkZip, ZIP_KINDS, zipPath } from './check-zips';
import { checkVersion } from './version';
import { cutChangelog, setLockVersion, setPackageVersion, versionIn } from './versioned-files';

/** The parts of a release. */
export interface ReleaseOptions {
  /** The repository. */
  root: string;
  version: string;
  /** As `YYYY-MM-DD`, for the changelog. */
  date: string;
  /** Writes the zips of the version in `package.json` to where `zipPath` says. @throws if a build fails. */
  makeZips(): Promise<void>;
}

/**
 * Commits and tags a release. If anything fails, the files, the commits and the tags are as before, and no zip of the
 * version remains. @returns the paths of the zips, from the root.
 * @throws with the reason if the tree has changes, the version cannot follow, or a zip has faults.
 */
export async function release({ root, version, date, makeZips }: ReleaseOptions): Promise<string[]> {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  const tag = `v${version}`;
  if (git('status', '--porcelain') !== '') throw new Error('the working tree has changes: commit or stash them');
  const read = (name: string) => readFileSync(join(root, name), 'utf8');
  checkVersion(version, versionIn(read('package.json')));
  if (git('tag', '--list', tag) !== '') throw new Error(`the tag ${tag} exists already`);
  const changed = new Map([
    ['package.json', setPackageVersion(read('package.json'), version)],
    ['package-lock.json', setLockVersion(read('package-lock.json'), version)],
    ['CHANGELOG.md', cutChangelog(read('CHANGELOG.md'), version, date)],
  ]);

  const zips = ZIP_KINDS.map((kind) => zipPath(kind, version));
  const removeZips = () => zips.forEach((path) => void rmSync(join(root, path), { force: true }));
  const start = git('rev-parse', 'HEAD');
  try {
    // Those of an earlier build must not pass for this one.
    removeZips();
    for (const [name, text] of changed) writeFileSync(join(root, name), text);
    await makeZips();
    const faults = ZIP_KINDS.flatMap((kind) =>
      checkZip(root, kind).map((fault) => `${zipPath(kind, version)}: ${fault}`),
    );
    if (faults.length > 0) throw new Error(`the zips have faults:\n${faults.join('\n')}`);
    git('commit', '--quiet', '-m', `chore(release): ${version}`, '--', ...changed.keys());
    git('tag', '-a', tag, '-m', `Pangzhu ${version}`);
    return zips;
  } catch (error) {
    removeZips();
    git('reset', '--quiet', '--soft', start);
    git('restore', '--staged', '--worktree', '--', ...changed.keys());
    throw error;
  }
}
