import { create } from 'content-disposition';

/** Characters of a source's name in the name of a download. */
const MAX_BASE = 120;

/**
 * Content-Disposition for a file to be saved under this name (RFC 6266). The name comes from a source's, which may be
 * anything: what no file system takes becomes a hyphen. A client that reads ASCII only gets underscores for the rest.
 */
export function attachment(name: string): string {
  const safe = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-')
    .replace(/^[.\s-]+/, '');
  return create(safe, { fallback: safe.replaceAll(/[^\x20-\x7e]|%/g, '_') });
}

/** "people" of "people.csv", and of "https://example.com/people.csv?x=1". */
export function baseName(source: string): string {
  const last =
    source
      .split(/[?#]/, 1)[0]
      ?.split(/[/\\]/)
      .findLast((part) => part !== '') ?? '';
  return last.replace(/\.[A-Za-z0-9]{1,6}$/, '').slice(0, MAX_BASE) || 'import';
}
