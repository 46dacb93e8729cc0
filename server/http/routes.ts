import type { IncomingMessage, ServerResponse } from 'node:http';

/** A path that this server answers. tests/access walks the list: a new one needs its case there. */
export interface Route {
  readonly path: string;
  /** Everything below the path is answered too. */
  readonly below?: true;
  answer(request: IncomingMessage, response: ServerResponse): unknown;
}

/** Whatever was asked for, up to the query: a client may send what is no URL. */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  return url.split('?', 1)[0] ?? '/';
}

/** The route of a path, the first that fits. */
export function routeOf(routes: readonly Route[], path: string): Route | undefined {
  return routes.find((route) => path === route.path || (route.below && path.startsWith(below(route.path))));
}

function below(path: string): string {
  return path === '/' ? path : `${path}/`;
}
