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
    description: 'They are allowed, and no others.',
    fields: (t) => ({
      data: t.field({ type: 'Project', description: 'The project.', resolve: ({ project }) => project }),
    }),
  });
  const result = builder.unionType('AllowEmailDomainsResult', {
    description: 'What allowEmailDomains answers with.',
    types: [success, ...ERRORS],
  });
  builder.mutationField('allowEmailDomains', (t) =>
    t.field({
      type: result,
      description:
        'Says whose addresses, beside those of members, may be notified of imports: in place of what was said before. For ADMINs of the project.',
      args: {
        projectId: t.arg.id({ required: true, description: 'Which project.' }),
        domains: t.arg.stringList({
          required: true,
          description: 'Such as example.com, at most 20; subdomains are others. Empty: members alone.',
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
    description: 'From now on webhooks are signed with the new secret.',
    fields: (t) => ({
      secret: t.exposeString('secret', {
        description: 'The secret, whsec_ and base64, as Standard Webhooks has it. It is not shown again.',
      }),
      previousUntil: t.expose('previousUntil', {
        type: 'DateTime',
        nullable: true,
        description: 'Until when webhooks carry a signature by the secret before, too; null where there was none.',
      }),
      data: t.field({ type: 'Project', description: 'The project.', resolve: ({ project }) => project }),
    }),
  });
  const result = builder.unionType('RotateWebhookSecretResult', {
    description: 'What rotateWebhookSecret answers with.',
    types: [success, ...ERRORS],
  });
  builder.mutationField('rotateWebhookSecret', (t) =>
    t.field({
      type: result,
      description:
        'Makes a new secret for the webhooks of a project and shows it, once. The one before signs beside it for a day. For ADMINs of the project.',
      args: { projectId: t.arg.id({ required: true, description: 'Which project.' }) },
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
    description: 'It is being sent.',
    fields: (t) => ({
      data: t.field({ type: delivery, description: 'The message as it is now.', resolve: (sent) => sent.delivery }),
    }),
  });
  const result = builder.unionType('RedeliverResult', {
    description: 'What redeliver answers with.',
    types: [success, ...ERRORS],
  });
  builder.mutationField('redeliver', (t) =>
    t.field({
      type: result,
      description: 'Sends a message again, delivered or not, with the same id and content. For EDITORs of the project.',
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
