import { z } from 'zod';
import { DeliveryKind, DeliveryStatus } from '../../generated/prisma/enums.ts';
import { readMessage } from '../../messages/stored.ts';
import { shownUrl } from '../../sources/fetch/url.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { type DeliveryShape, readDeliveries } from './store/readDeliveries.ts';

/** As notify keeps them. */
const ATTEMPTS = z.array(
  z.object({ at: z.coerce.date(), durationMs: z.number(), status: z.int().nullable(), error: z.unknown() }),
);

export type DeliveryAttemptShape = z.output<typeof ATTEMPTS>[number];

/** Delivery, its attempts, and the list of them that an import has. */
export function addDelivery(builder: Builder) {
  builder.enumType(DeliveryKind, {
    name: 'DeliveryKind',
    description: 'How a message is sent.',
    values: {
      EMAIL: { description: 'By e-mail, to one address.' },
      WEBHOOK: { description: 'By a signed POST.' },
    },
  });
  builder.enumType(DeliveryStatus, {
    name: 'DeliveryStatus',
    description:
      'PENDING while it is being sent, DELIVERED once the receiver accepts it, FAILED after the last attempt, NOT_SENT if no mail server is configured.',
    values: {
      PENDING: { description: 'The message is being sent, or will be retried.' },
      DELIVERED: { description: 'The receiver accepted the message.' },
      FAILED: { description: 'The last attempt failed, or the receiver rejected the message permanently.' },
      NOT_SENT: { description: 'No mail server is configured.' },
    },
  });
  const attempt = addAttempt(builder);
  const delivery = builder.objectRef<DeliveryShape>('Delivery');
  delivery.implement({
    description: 'A message about the end of an import, to one address or webhook.',
    fields: (t) => ({
      id: t.exposeID('id', {
        description:
          "The message's id, the same in every attempt. A webhook's webhook-id is `msg_` followed by this id.",
      }),
      kind: t.expose('kind', { type: DeliveryKind, description: 'How the message is sent.' }),
      event: t.exposeString('event', { description: 'The event, such as `import.completed`.' }),
      target: t.string({
        description: 'The e-mail address, or the URL without its query, which may hold a secret.',
        resolve: ({ kind, target }) => (kind === 'WEBHOOK' ? shownUrl(target) : target),
      }),
      status: t.expose('status', { type: DeliveryStatus, description: 'The status.' }),
      attempts: t.field({
        type: [attempt],
        description: 'The attempts, oldest first.',
        resolve: ({ attempts }) => ATTEMPTS.parse(attempts),
      }),
      nextAttemptAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'The time of the next attempt; null unless PENDING.',
        resolve: ({ status, dueAt }) => (status === 'PENDING' ? dueAt : null),
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time at which the import ended.' }),
      finishedAt: t.expose('finishedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time at which the message was delivered or failed.',
      }),
    }),
  });
  const deliveries = addConnection(builder, delivery, 'messages');
  builder.prismaObjectField('Import', 'deliveries', (t) =>
    t.field({
      type: deliveries,
      description: "The import's e-mails and webhooks, newest first.",
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (row, args, context) => readDeliveries(context.prisma, row.id, pageOf(args)),
    }),
  );
  return delivery;
}

function addAttempt(builder: Builder) {
  const attempt = builder.objectRef<DeliveryAttemptShape>('DeliveryAttempt');
  attempt.implement({
    description: 'An attempt to send a message.',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', description: 'The time at which it started.' }),
      durationMs: t.exposeInt('durationMs', { description: 'The duration in ms.' }),
      status: t.exposeInt('status', {
        nullable: true,
        description: 'The HTTP or SMTP status of the response; null if there was no response.',
      }),
      error: t.field({
        type: 'Message',
        nullable: true,
        description: 'Why the attempt failed.',
        resolve: ({ error }) => (error == null ? null : readMessage(error)),
      }),
    }),
  });
  return attempt;
}
