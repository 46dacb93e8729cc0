interface Operation {
  readonly query: string;
  readonly variables: unknown;
}

/** An operation as a graphql-multipart-request-spec form; null when its variables hold no file. */
export function multipart(operation: Operation): FormData | null {
  const files: { path: string; file: Blob }[] = [];
  const variables = takeFiles(operation.variables, 'variables', files);
  if (files.length === 0) return null;
  const form = new FormData();
  form.append('operations', JSON.stringify({ query: operation.query, variables }));
  form.append('map', JSON.stringify(Object.fromEntries(files.map(({ path }, index) => [index, [path]]))));
  for (const [index, { file }] of files.entries()) form.append(String(index), file);
  return form;
}

function takeFiles(value: unknown, path: string, files: { path: string; file: Blob }[]): unknown {
  if (value instanceof Blob) {
    files.push({ path, file: value });
    return null;
  }
  if (Array.isArray(value)) return value.map((item, index) => takeFiles(item, `${path}.${index}`, files));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, takeFiles(item, `${path}.${key}`, files)]),
  );
}
