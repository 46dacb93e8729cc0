/** Has the browser fetch a file of the server's, by a signed URL; `origin` is where the pages reach that server. */
export function openDownload(origin: string, address: string): void {
  const { pathname, search } = new URL(address, globalThis.location.href);
  const link = document.createElement('a');
  link.href = `${origin}${pathname}${search}`;
  link.download = '';
  link.click();
}
