/** What a mapping is recognised by, as its key says it: name:NAME|PLACE or id:HOST#ID. */
export type Recognised =
  | { readonly by: 'name'; readonly place: string }
  | { readonly by: 'id'; readonly id: string; readonly host: string };

export function recognised(key: string): Recognised {
  if (!key.startsWith('id:')) return { by: 'name', place: key.slice(key.lastIndexOf('|') + 1) };
  const at = key.lastIndexOf('#');
  return { by: 'id', host: key.slice('id:'.length, at), id: key.slice(at + 1) };
}
