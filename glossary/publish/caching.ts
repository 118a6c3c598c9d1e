/**
 * Writes the rules by which a web server lets a published pack be cached, for hosts that read `_headers` and for nginx. Content
 * never changes in `data/` and `assets/`; `latest.json` is requested again after an hour at most.
 */

/** Lifetime of `latest.json` in caches, in seconds: the longest delay of a revision behind a content network. */
const LATEST_SECONDS = 3_600;
/** Lifetime of pages, in seconds: their addresses are the same in each revision. */
const PAGE_SECONDS = 600;
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The file `_headers`, as Cloudflare Pages and Netlify read it. */
export function headersFile(): string {
  return `/data/*
  Cache-Control: ${IMMUTABLE}
  Content-Type: application/gzip
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: ${IMMUTABLE}
/latest.json
  Cache-Control: public, max-age=${LATEST_SECONDS}
  Access-Control-Allow-Origin: *
/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
`;
}

/** Locations for the `server` of an nginx whose `root` is the published folder. */
export function nginxLocations(): string {
  return `# A published glossary: content-addressed files for ever, the manifest for an hour, pages for ten minutes.
etag on;
gzip on;
gzip_vary on;
gzip_min_length 512;
gzip_types text/css text/javascript application/javascript application/json application/xml image/svg+xml;

location /data/ {
  types { }
  default_type application/gzip;
  gzip off;
  add_header Cache-Control "${IMMUTABLE}";
  add_header X-Content-Type-Options nosniff;
}

location /assets/ {
  add_header Cache-Control "${IMMUTABLE}";
  add_header X-Content-Type-Options nosniff;
}

location = /latest.json {
  types { }
  default_type application/json;
  add_header Cache-Control "public, max-age=${LATEST_SECONDS}";
  add_header Access-Control-Allow-Origin *;
  add_header X-Content-Type-Options nosniff;
}

error_page 404 /404.html;

location / {
  index index.html;
  add_header Cache-Control "public, max-age=${PAGE_SECONDS}";
  add_header X-Content-Type-Options nosniff;
  add_header Referrer-Policy no-referrer;
}
`;
}
