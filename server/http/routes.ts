import type { IncomingMessage, ServerResponse } from 'node:http';

/** A path that this server answers. tests/access walks the list: a new one needs its case there. */
export interface Route {
  readonly path: string;
  /** Everything below the path is answered too. */
  readonly below?: true;
  answer(request: IncomingMessage, response: ServerResponse): unknown;
}

/** The route of a path, the first that fits. */
export function routeOf(routes: readonly Route[], path: string): Route | undefined {
  return routes.find((route) => path === route.path || (route.below && path.startsWith(below(route.path))));
}

function below(path: string): string {
  return path === '/' ? path : `${path}/`;
}
