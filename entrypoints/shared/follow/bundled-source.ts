/** The address of later revisions of the bundled pack, in builds that name one (`PANGZHU_FOLLOW`). */
import followAddress from 'virtual:pangzhu/follow';
import packaged from 'virtual:pangzhu/manifest';
import { type FollowAddress, readFollowAddress } from '../../../glossary/follow/follow-address';
import type { BundledSource } from './follow-environment';

const named = followAddress === '' ? null : readFollowAddress(followAddress);

/** Null in builds that name none. */
export const BUNDLED_ADDRESS: FollowAddress | null = typeof named === 'string' ? null : named;

/** As `FollowEnvironment.bundled`. */
export const BUNDLED_SOURCE: BundledSource | null = BUNDLED_ADDRESS && { url: BUNDLED_ADDRESS.url, manifest: packaged };
