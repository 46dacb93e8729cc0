import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Locker, Server } from '@tus/server';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { AccessMonitor } from '../auth/accessMonitor.ts';
import type { Authenticate } from '../auth/authenticator.ts';
import type { IsAllowedOrigin } from '../auth/origins.ts';
import type { Viewer } from '../auth/viewer.ts';
import { LimitExceeded } from '../engine/model/errors.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { RateLimits } from '../limits/rateLimits.ts';
import { message, messageText } from '../messages/catalogue.ts';
import { storableName } from '../sdk/storable.ts';
import { finishUpload } from './finishUpload.ts';
import { createUploadAccess, UploadRefused } from './uploadAccess.ts';
import { UPLOAD_LIFETIME_MS } from './uploadLifetime.ts';
import type { UploadStore } from './uploadStore.ts';

export interface UploadServerOptions {
  readonly prisma: PrismaClient;
  readonly authenticate: Authenticate;
  readonly accessMonitor: AccessMonitor;
  readonly store: UploadStore;
  readonly locker: Locker;
  readonly log: Logger;
  /** The most bytes of one upload. */
  readonly maxBytes: number;
  readonly isAllowedOrigin: IsAllowedOrigin;
  readonly limits: RateLimits;
}

/** Answers requests under /uploads: tus 1.0, with Upload-Metadata projectId and filename. */
export type UploadHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createUploadServer(options: UploadServerOptions): UploadHandler {
  const { prisma, store } = options;
  const access = createUploadAccess(options);
  const current = new AsyncLocalStorage<{ readonly request: IncomingMessage; readonly response: ServerResponse }>();

  /** An upload may last for hours: a key that is revoked meanwhile sends no more of it. It can be resumed. */
  function cutWhenLost(viewer: Viewer, projectId: string): void {
    const request = current.getStore()?.request;
    request?.once(
      'close',
      options.accessMonitor.watch(viewer, projectId, 'EDITOR', () => request.destroy()),
    );
  }

  async function takeUpload(viewer: Viewer): Promise<void> {
    try {
      await options.limits.take('upload', viewer.id);
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error;
      current.getStore()?.response.setHeader('retry-after', String(error.retryAfterSeconds));
      throw new UploadRefused(429, error.reason);
    }
  }

  const server = new Server({
    path: '/uploads',
    datastore: store.dataStore,
    locker: options.locker,
    maxSize: options.maxBytes,
    relativeLocation: true,
    namingFunction: () => uuid(),
    allowedOrigins: (origin) => options.isAllowedOrigin(origin, null),
    allowedCredentials: true,
    // Those that a page of another origin proves itself with (http/crossSite.ts), beside tus' own.
    allowedHeaders: ['x-graphql-yoga-csrf', 'x-requested-with', 'authorization'],
    // An import may be reading it; it goes when it expires.
    disableTerminationForFinishedUploads: true,
    async onIncomingRequest(request, id) {
      // A creation is checked in onUploadCreate, where its metadata is there.
      if (request.method === 'POST') return;
      const { viewer, projectId } = await access.requireOwn(request.headers, id);
      cutWhenLost(viewer, projectId);
      if (request.method === 'GET') throw new UploadRefused(404, message('UPLOAD_NOT_READ'));
    },
    async onUploadCreate(request, { id, size, metadata }) {
      const projectId = metadata?.projectId ?? '';
      const viewer = await access.requireEditor(request.headers, projectId);
      await takeUpload(viewer);
      cutWhenLost(viewer, projectId);
      await prisma.upload.create({
        data: {
          id,
          projectId,
          createdBy: viewer.actor,
          name: storableName(metadata?.filename ?? '') || 'upload',
          size: size ?? 0,
          storeId: store.id,
          expiresAt: new Date(Date.now() + UPLOAD_LIFETIME_MS),
        },
      });
      return {};
    },
    async onUploadFinish(_request, { id, size }) {
      await finishUpload(prisma, store, { id, size });
      return {};
    },
    onResponseError(_request, error) {
      if (!(error instanceof Error) || error instanceof UploadRefused) return undefined;
      options.log.error({ err: error }, 'an upload failed unexpectedly');
      return { status_code: 500, body: `${messageText(message('UPLOAD_BROKEN'))}\n` };
    },
  });
  server.on('POST_TERMINATE', (_request, _response, id) => {
    prisma.upload
      .deleteMany({ where: { id } })
      .catch((error: unknown) => options.log.warn({ err: error, uploadId: id }, 'a deleted upload kept its entry'));
  });
  return (request, response) => current.run({ request, response }, () => server.handle(request, response));
}
