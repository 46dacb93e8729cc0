import type { Authenticate } from '../auth/authenticator.ts';
import { Forbidden } from '../auth/errors.ts';
import { requireRole } from '../auth/requireRole.ts';
import type { Viewer } from '../auth/viewer.ts';
import { NotFound } from '../engine/model/errors.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { message, messageText } from '../messages/catalogue.ts';
import type { Message } from '../messages/message.ts';

/** An answer in the form that @tus/server takes as an error. */
export class UploadRefused extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor(status: number, reason: Message) {
    const text = messageText(reason);
    super(text);
    this.name = 'UploadRefused';
    this.status_code = status;
    this.body = `${text}\n`;
  }
}

export interface UploadAccess {
  /** The viewer who can upload to the project; throws UploadRefused with 401, 403 or 404. */
  requireEditor(headers: Headers, projectId: string | null | undefined): Promise<Viewer>;
  /** Passes for an upload of a project that the sender can edit. Any other upload gets 404, as if it did not exist. */
  requireOwn(headers: Headers, uploadId: string): Promise<{ readonly viewer: Viewer; readonly projectId: string }>;
}

export function createUploadAccess(options: { prisma: PrismaClient; authenticate: Authenticate }): UploadAccess {
  async function viewerOf(headers: Headers): Promise<Viewer> {
    const viewer = await options.authenticate(headers);
    if (viewer) return viewer;
    throw new UploadRefused(401, message('UNAUTHENTICATED'));
  }
  return {
    async requireEditor(headers, projectId) {
      const viewer = await viewerOf(headers);
      if (!projectId) throw new UploadRefused(400, message('UPLOAD_PROJECT'));
      allow(() => requireRole(viewer, projectId, 'EDITOR'));
      return viewer;
    },
    async requireOwn(headers, uploadId) {
      const viewer = await viewerOf(headers);
      const upload = await options.prisma.upload.findUnique({ where: { id: uploadId } });
      if (!upload || viewer.roleIn(upload.projectId) === null) throw noSuchUpload(uploadId);
      allow(() => requireRole(viewer, upload.projectId, 'EDITOR'));
      if (upload.expiresAt <= new Date()) throw new UploadRefused(410, message('UPLOAD_EXPIRED'));
      return { viewer, projectId: upload.projectId };
    },
  };
}

function noSuchUpload(id: string): UploadRefused {
  return new UploadRefused(404, message('NO_UPLOAD_SEEN', { id }));
}

function allow(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (error instanceof NotFound) throw new UploadRefused(404, error.reason);
    if (error instanceof Forbidden) throw new UploadRefused(403, error.reason);
    throw error;
  }
}
