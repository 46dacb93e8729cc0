/**
 * Content-Disposition for a file to be saved under this name (RFC 6266). The name comes of a source's, which may be
 * anything: what no file system takes becomes a hyphen.
 */
export function attachment(name: string): string {
  const safe = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-')
    .replace(/^[.\s-]+/, '')
    .slice(0, 150);
  const plain = safe.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\%]/g, '_');
  const encoded = encodeURIComponent(safe).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** "people" of "people.csv", and of "https://example.com/people.csv?x=1". */
export function baseName(source: string): string {
  const last =
    source
      .split(/[?#]/, 1)[0]
      ?.split(/[/\\]/)
      .findLast((part) => part !== '') ?? '';
  return last.replace(/\.[A-Za-z0-9]{1,6}$/, '') || 'import';
}
