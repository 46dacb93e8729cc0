import type { Viewer } from '../auth/viewer.ts';
import { message } from '../messages/catalogue.ts';
import type { Context } from './context.ts';
import { messageError } from './errors.ts';

/**
 * Who asks. Throws a top-level error with code UNAUTHENTICATED for an anonymous client. Every root field begins with
 * it.
 */
export function viewerOf(context: Context): Viewer {
  if (context.viewer) return context.viewer;
  throw messageError(message('UNAUTHENTICATED'), { code: 'UNAUTHENTICATED' });
}
