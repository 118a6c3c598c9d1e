/** Writes sitemaps: one, or one that lists others where there are more addresses than a file may have. */

/** The limit of the format. */
const MAX_ADDRESSES = 50_000;

/** Files with their contents. @param base address of the root. @param addresses absolute. */
export function sitemaps(base: string, addresses: readonly string[]): [path: string, content: string][] {
  if (addresses.length <= MAX_ADDRESSES) return [['sitemap.xml', urlSet(addresses)]];
  const count = Math.ceil(addresses.length / MAX_ADDRESSES);
  const parts = Array.from({ length: count }, (_, i): [string, string] => [
    `sitemap-${i + 1}.xml`,
    urlSet(addresses.slice(i * MAX_ADDRESSES, (i + 1) * MAX_ADDRESSES)),
  ]);
  const index = parts.map(([path]) => `<sitemap><loc>${escapeXml(base + path)}</loc></sitemap>\n`).join('');
  return [['sitemap.xml', xml('sitemapindex', index)], ...parts];
}

function urlSet(addresses: readonly string[]): string {
  return xml('urlset', addresses.map((address) => `<url><loc>${escapeXml(address)}</loc></url>\n`).join(''));
}

function xml(element: string, content: string): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  return `${head}<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${content}</${element}>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
