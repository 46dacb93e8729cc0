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
      'PENDING while it is tried, DELIVERED once the other side took it, FAILED after the last attempt, NOT_SENT where no mail server is configured.',
    values: {
      PENDING: { description: 'It is tried, or will be again.' },
      DELIVERED: { description: 'The other side took it.' },
      FAILED: { description: 'It was tried for the last time, or refused for good.' },
      NOT_SENT: { description: 'No mail server is configured.' },
    },
  });
  const attempt = addAttempt(builder);
  const delivery = builder.objectRef<DeliveryShape>('Delivery');
  delivery.implement({
    description: 'A message about the end of an import, to one address or webhook.',
    fields: (t) => ({
      id: t.exposeID('id', {
        description: "The message's id, the same in every attempt: a webhook's webhook-id is `msg_` and this.",
      }),
      kind: t.expose('kind', { type: DeliveryKind, description: 'How it is sent.' }),
      event: t.exposeString('event', { description: 'What it tells, such as `import.completed`.' }),
      target: t.string({
        description: 'The e-mail address, or the URL without its query, which may hold a secret.',
        resolve: ({ kind, target }) => (kind === 'WEBHOOK' ? shownUrl(target) : target),
      }),
      status: t.expose('status', { type: DeliveryStatus, description: 'Where it stands.' }),
      attempts: t.field({
        type: [attempt],
        description: 'Each try, the oldest first.',
        resolve: ({ attempts }) => ATTEMPTS.parse(attempts),
      }),
      nextAttemptAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'When it is tried next; null unless PENDING.',
        resolve: ({ status, dueAt }) => (status === 'PENDING' ? dueAt : null),
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the import ended.' }),
      finishedAt: t.expose('finishedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was delivered or given up.',
      }),
    }),
  });
  const deliveries = addConnection(builder, delivery, 'messages');
  builder.prismaObjectField('Import', 'deliveries', (t) =>
    t.field({
      type: deliveries,
      description: 'Its e-mails and webhooks, the newest first.',
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
    description: 'One try to send a message.',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', description: 'When it began.' }),
      durationMs: t.exposeInt('durationMs', { description: 'How long it took, in ms.' }),
      status: t.exposeInt('status', {
        nullable: true,
        description: 'What the other side answered: the status of HTTP or SMTP; null where there was no answer.',
      }),
      error: t.field({
        type: 'Message',
        nullable: true,
        description: 'Why it did not arrive.',
        resolve: ({ error }) => (error == null ? null : readMessage(error)),
      }),
    }),
  });
  return attempt;
}
