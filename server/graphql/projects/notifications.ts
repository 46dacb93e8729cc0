import { requireRole } from '../../auth/requireRole.ts';
import { NotFound } from '../../engine/model/errors.ts';
import { message } from '../../messages/catalogue.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import type { Builder } from '../builder.ts';
import { toResult } from '../errors.ts';
import type { addDelivery } from '../imports/delivery.ts';
import { requireImport } from '../imports/requireImport.ts';
import type { DeliveryShape } from '../imports/store/readDeliveries.ts';
import { addResult, type Result } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';

interface ProjectShape {
  readonly id: string;
  readonly name: string;
}
interface OfProject {
  readonly project: ProjectShape;
}
interface OfSecret extends OfProject {
  readonly secret: string;
  readonly previousUntil: Date | null;
}
interface OfDelivery {
  readonly delivery: DeliveryShape;
}
type AllowEmailDomainsResult = Result<'AllowEmailDomainsSuccess', OfProject>;
type RotateWebhookSecretResult = Result<'RotateWebhookSecretSuccess', OfSecret>;
type RedeliverResult = Result<'RedeliverSuccess', OfDelivery>;

/** What administrators decide of a project's notifications, and a message that is to be sent again. */
export function addNotificationMutations(builder: Builder, delivery: ReturnType<typeof addDelivery>): void {
  addAllowEmailDomains(builder);
  addRotateWebhookSecret(builder);
  addRedeliver(builder, delivery);
}

function addAllowEmailDomains(builder: Builder): void {
  const result = addResult<OfProject>(builder, 'AllowEmailDomains', {
    of: 'allowEmailDomains',
    success: 'The domains were set.',
    data: (t) => t.field({ type: 'Project', description: 'The project.', resolve: ({ project }) => project }),
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
        toResult(async (): Promise<AllowEmailDomainsResult> => {
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
  const result = addResult<OfSecret>(builder, 'RotateWebhookSecret', {
    of: 'rotateWebhookSecret',
    success: 'The new secret signs webhooks from now on.',
    data: (t) => t.field({ type: 'Project', description: 'The project.', resolve: ({ project }) => project }),
    fields: (t) => ({
      secret: t.exposeString('secret', {
        description: 'The secret, whsec_ and base64, following Standard Webhooks. It is not shown again.',
      }),
      previousUntil: t.expose('previousUntil', {
        type: 'DateTime',
        nullable: true,
        description: 'The time until which webhooks are also signed with the old secret; null if there was none.',
      }),
    }),
  });
  builder.mutationField('rotateWebhookSecret', (t) =>
    t.field({
      type: result,
      description:
        'Creates a new webhook secret of a project and shows it once. Webhooks are also signed with the old secret for one day. Requires ADMIN.',
      args: { projectId: t.arg.id({ required: true, description: "The project's id." }) },
      resolve: (_root, { projectId }, context) =>
        toResult(async (): Promise<RotateWebhookSecretResult> => {
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
  const result = addResult<OfDelivery>(builder, 'Redeliver', {
    of: 'redeliver',
    success: 'The message is being sent.',
    data: (t) =>
      t.field({ type: delivery, description: 'The message as it is now.', resolve: (sent) => sent.delivery }),
  });
  builder.mutationField('redeliver', (t) =>
    t.field({
      type: result,
      description: 'Resends a message, delivered or not, with the same id and content. Requires EDITOR.',
      args: { id: t.arg.id({ required: true, description: "The delivery's id." }) },
      resolve: (_root, { id }, context) =>
        toResult(async (): Promise<RedeliverResult> => {
          const { actor } = viewerOf(context);
          const found = isUuid(id) ? await context.prisma.delivery.findUnique({ where: { id } }) : null;
          const unknown = new NotFound(message('NO_DELIVERY', { id }));
          if (!found) throw unknown;
          await requireImport(context, found.importId, 'EDITOR').catch((error: unknown) => {
            // The same message as for a delivery that does not exist.
            throw error instanceof NotFound ? unknown : error;
          });
          await context.notifications.redeliver(actor, found);
          const sent = await context.prisma.delivery.findUniqueOrThrow({ where: { id: found.id } });
          return { __typename: 'RedeliverSuccess', delivery: sent };
        }),
    }),
  );
}
