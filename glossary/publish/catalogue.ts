/** Schema of `packs.json`, the catalogue of published packs that the extension knows without a request. */
import * as v from 'valibot';
import { LATEST_FILE, manifestSchema, publicKeySchema } from './manifest';

const { title, languages, licence, full } = manifestSchema.entries;
const keys = `${publicKeySchema.pipe[1].requirement.source.slice(1, -1)}`;
const address = new RegExp(`^https://[^?#]+/${LATEST_FILE.replace('.', '\\.')}#k=${keys}(,${keys})?$`);

/** The catalogue, in the order in which it is shown. */
export const catalogueSchema = v.array(
  v.strictObject({
    title,
    languages,
    /** Required: the catalogue lists only packs that may be redistributed. */
    licence: v.unwrap(licence),
    count: full.entries.count,
    bytes: full.entries.bytes,
    /** Address of `latest.json` with the key, as `publish` prints it. */
    address: v.pipe(v.string(), v.regex(address)),
  }),
);
