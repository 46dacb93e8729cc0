import { GraphQLError } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import type { Context } from './context.ts';

/** Who asks. Throws a top-level error with code UNAUTHENTICATED for a stranger. Every root field begins with it. */
export function viewerOf(context: Context): Viewer {
  if (context.viewer) return context.viewer;
  throw new GraphQLError('Sign in, or send an API key: "Authorization: Bearer slk_...".', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}
