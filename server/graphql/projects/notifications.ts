import { requireRole } from '../../auth/requireRole.ts';
import { NotFound } from '../../engine/model/errors.ts';
import { message } from '../../messages/catalogue.ts';
import type { Builder } from '../builder.ts';
import { answer, type ErrorAnswer } from '../errors.ts';
import type { addDelivery } from '../imports/delivery.ts';
import { requireImport } from '../imports/requireImport.ts';
import type { DeliveryShape } from '../imports/store/readDeliveries.ts';
import { isUuid } from '../isUuid.ts';
import { viewerOf } from '../viewerOf.ts';

interface ProjectShape {
  readonly id: string;
  readonly name: string;
}
interface Domains {
  readonly project: ProjectShape;
}
interface Rotated extends Domains {
  readonly secret: string;
  readonly previousUntil: Date | null;
}
interface Sent {
  readonly delivery: DeliveryShape;
}
type Answer<Name extends string, Shape> = ({ readonly __typename: Name } & Shape) | ErrorAnswer;

const ERRORS = ['InvalidInputError', 'NotFoundError', 'ForbiddenError', 'ConflictError', 'LimitExceededError'] as const;

/** What administrators decide of a project's notifications, and a message that is to be sent again. */
export function addNotificationMutations(builder: Builder, delivery: ReturnType<typeof addDelivery>): void {
  addAllowEmailDomains(builder);
  addRotateWebhookSecret(builder);
  addRedeliver(builder, delivery);
}

function addAllowEmailDomains(builder: Builder): void {
  const success = builder.objectRef<Domains>('AllowEmailDomainsSuccess').implement({
    description: 'The domains were set.',
    fields: (t) => ({
      data: t.field({ type: 'Project', description: 'The project.', resolve: ({ project }) => project }),
    }),
  });
  const result = builder.unionType('AllowEmailDomainsResult', {
    description: 'The result of allowEmailDomains.',
    types: [success, ...ERRORS],
  });
  builder.mutationField('allowEmailDomains', (t) =>
    t.field({
      type: result,
      description:
        'Sets the domains whose addresses, besides those of members, can be notified of imports. It replaces the earlier list. Requires ADMIN.',
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        domains: t.arg.stringList({
          required: true,
          description:
            'Domains such as example.com, at most 20. Subdomains count separately. If empty, only members can be notified.',
        }),
      },
      resolve: (_root, { projectId, domains }, context) =>
        answer(async (): Promise<Answer<'AllowEmailDomainsSuccess', Domains>> => {
          const viewer = viewerOf(context);
          requireRole(viewer, projectId, 'ADMIN');
          await context.notifications.allowEmailDomains(viewer.actor, projectId, domains);
          const project = await context.prisma.project.findUniqueOrThrow({ where: { id: projectId } });
          return { __typename: 'AllowEmailDomainsSuccess', project };
        }),
    }),
  );
}

function addRotateWebhookSecret(builder: Builder): void {
  const success = builder.objectRef<Rotated>('RotateWebhookSecretSuccess').implement({
    description: 'The new secret signs webhooks from now on.',
    fields: (t) => ({
      secret: t.exposeString('secret', {
        description: 'The secret, whsec_ and base64, following Standard Webhooks. It is not shown again.',
      }),
      previousUntil: t.expose('previousUntil', {
        type: 'DateTime',
        nullable: true,
        description: 'The time until which webhooks are also signed with the old secret; null if there was none.',
      }),
      data: t.field({ type: 'Project', description: 'The project.', resolve: ({ project }) => project }),
    }),
  });
  const result = builder.unionType('RotateWebhookSecretResult', {
    description: 'The result of rotateWebhookSecret.',
    types: [success, ...ERRORS],
  });
  builder.mutationField('rotateWebhookSecret', (t) =>
    t.field({
      type: result,
      description:
        'Creates a new webhook secret of a project and shows it once. Webhooks are also signed with the old secret for one day. Requires ADMIN.',
      args: { projectId: t.arg.id({ required: true, description: "The project's id." }) },
      resolve: (_root, { projectId }, context) =>
        answer(async (): Promise<Answer<'RotateWebhookSecretSuccess', Rotated>> => {
          const viewer = viewerOf(context);
          requireRole(viewer, projectId, 'ADMIN');
          const rotated = await context.notifications.rotateWebhookSecret(viewer.actor, projectId);
          const project = await context.prisma.project.findUniqueOrThrow({ where: { id: projectId } });
          return { __typename: 'RotateWebhookSecretSuccess', project, ...rotated };
        }),
    }),
  );
}

function addRedeliver(builder: Builder, delivery: ReturnType<typeof addDelivery>): void {
  const success = builder.objectRef<Sent>('RedeliverSuccess').implement({
    description: 'The message is being sent.',
    fields: (t) => ({
      data: t.field({ type: delivery, description: 'The message as it is now.', resolve: (sent) => sent.delivery }),
    }),
  });
  const result = builder.unionType('RedeliverResult', {
    description: 'The result of redeliver.',
    types: [success, ...ERRORS],
  });
  builder.mutationField('redeliver', (t) =>
    t.field({
      type: result,
      description: 'Resends a message, delivered or not, with the same id and content. Requires EDITOR.',
      args: { id: t.arg.id({ required: true, description: "The delivery's id." }) },
      resolve: (_root, { id }, context) =>
        answer(async (): Promise<Answer<'RedeliverSuccess', Sent>> => {
          const { actor } = viewerOf(context);
          const found = isUuid(id) ? await context.prisma.delivery.findUnique({ where: { id } }) : null;
          const unknown = new NotFound(message('NO_DELIVERY', { id }));
          if (!found) throw unknown;
          await requireImport(context, found.importId, 'EDITOR').catch((error: unknown) => {
            // The same words as for one that is not there.
            throw error instanceof NotFound ? unknown : error;
          });
          await context.notifications.redeliver(actor, found);
          const sent = await context.prisma.delivery.findUniqueOrThrow({ where: { id: found.id } });
          return { __typename: 'RedeliverSuccess', delivery: sent };
        }),
    }),
  );
}
