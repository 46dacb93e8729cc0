import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { hashSecret } from '../../server/auth/secrets.ts';
import type { PrismaClient } from '../../server/generated/prisma/client.ts';
import type { TestServer } from '../helpers/server.ts';

/** Ids of one thing of each kind that the API knows by an id. */
export interface Things {
  readonly project: string;
  readonly import: string;
  /** A finished upload. */
  readonly upload: string;
  /** One that goes on. */
  readonly openUpload: string;
  readonly contact: string;
  readonly contactList: string;
  readonly node: string;
  readonly apiKey: string;
  readonly invitation: string;
  readonly user: string;
  readonly mapping: string;
  readonly delivery: string;
  readonly event: string;
  readonly venue: string;
  readonly organizer: string;
  readonly category: string;
  readonly schedule: string;
  /** An entry of the review queue. */
  readonly question: string;
}

export type Kind = keyof Things;

/** What both projects remember of a source's venue. */
export const KNOWN_NAME = 'name:known|';

/** Ids of nothing, of the same form. */
export function missingThings(): Things {
  return {
    project: 'nowhere',
    import: uuidv7(),
    upload: randomUUID(),
    openUpload: randomUUID(),
    contact: uuidv7(),
    contactList: uuidv7(),
    node: uuidv7(),
    apiKey: uuidv7(),
    invitation: uuidv7(),
    user: uuidv7(),
    mapping: uuidv7(),
    delivery: uuidv7(),
    event: uuidv7(),
    venue: uuidv7(),
    organizer: uuidv7(),
    category: uuidv7(),
    question: uuidv7(),
    schedule: uuidv7(),
  };
}

/** One thing of each kind in the project, with `mark` in all that it says. `key` may edit the project. */
export async function addThings(server: TestServer, projectId: string, key: string, mark: string): Promise<Things> {
  const { prisma } = server.options;
  await prisma.project.update({ where: { id: projectId }, data: { name: `${mark} project` } });
  const things = {
    ...missingThings(),
    project: projectId,
    ...(await importSome(server, projectId, key, mark)),
    ...(await addPeople(prisma, projectId, mark)),
    upload: await upload(server, projectId, key, mark, 'name\nAda'),
    openUpload: await upload(server, projectId, key, mark, null),
  };
  await prisma.contactList.create({
    data: { id: things.contactList, projectId, name: mark, members: { create: { contactId: things.contact } } },
  });
  const url = `https://${mark}.example/`;
  const place = { url, site: url, slug: mark, title: mark, derivedTitle: mark };
  await prisma.taxonomyNode.create({ data: { id: things.node, projectId, ...place } });
  const headerKey = new Uint8Array(32);
  const saved = { importerName: 'people', headers: [mark], headerKey, mapping: [{ column: mark, field: 'name' }] };
  const by = { createdBy: mark, name: mark };
  await prisma.savedMapping.create({ data: { ...by, ...saved, projectId, id: things.mapping, format: {} } });
  await prisma.importSchedule.create({
    data: {
      ...{ ...by, id: things.schedule, projectId, importerName: 'people', cron: '0 6 * * *', timeZone: 'UTC' },
      ...{ shownUrl: `https://${mark}.example/`, encryptedUrl: 'encrypted', secretId: 'tests' },
      runs: { create: { id: uuidv7(), dueAt: new Date(), actor: mark, outcome: 'REFUSED', reason: mark } },
    },
  });
  const sent = { kind: 'WEBHOOK', event: 'import.completed', target: `https://${mark}.example/hook` } as const;
  await prisma.delivery.create({
    data: { ...sent, id: things.delivery, importId: things.import, projectId, status: 'FAILED', payload: {} },
  });
  await addEntities(prisma, things, mark);
  return things;
}

async function addEntities(prisma: PrismaClient, things: Things, mark: string): Promise<void> {
  const entity = { projectId: things.project, name: mark, matchName: mark };
  await prisma.venue.create({ data: { ...entity, id: things.venue } });
  await prisma.organizer.create({ data: { ...entity, id: things.organizer } });
  await prisma.eventCategory.create({ data: { ...entity, id: things.category } });
  await prisma.entityRule.create({
    data: { projectId: things.project, kind: 'VENUE', key: KNOWN_NAME, entityId: things.venue, name: mark },
  });
  const question = { kind: 'VENUE', key: `${mark}|`, matchPlace: '' };
  await prisma.entityMatch.create({ data: { ...entity, ...question, id: things.question } });
  await prisma.event.create({
    data: {
      ...{
        id: things.event,
        projectId: things.project,
        slug: mark,
        slugStart: `|${mark}|`,
        title: mark,
        venueId: things.venue,
      },
      ...{ startAt: new Date(), startLocal: '2026-11-21 20:00:00', source: `${mark}.example` },
      ...{ organizerIds: [things.organizer], categoryIds: [things.category] },
    },
  });
}

/** By tus, as a client does; without content it is left unfinished. */
async function upload(
  server: TestServer,
  projectId: string,
  key: string,
  mark: string,
  content: string | null,
): Promise<string> {
  const tus = { authorization: `Bearer ${key}`, 'tus-resumable': '1.0.0' };
  const metadata = `projectId ${btoa(projectId)},filename ${btoa(`${mark}.csv`)}`;
  const length = String(content?.length ?? 10);
  const made = await fetch(`${server.origin}/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': length, 'upload-metadata': metadata },
  });
  const location = new URL(made.headers.get('location') ?? '', server.origin);
  if (content !== null) {
    const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    await fetch(location, { method: 'PATCH', headers, body: content });
  }
  return location.pathname.split('/').at(-1) ?? '';
}

/** A real import of one good row and one bad one, and another that nobody works. */
async function importSome(server: TestServer, projectId: string, key: string, mark: string) {
  const rows = [
    { name: mark, phone: '+12025550100', email: `${mark}@example.com` },
    { name: '', phone: mark },
  ];
  const id = await startOne(server, projectId, key, { rows, mode: 'SYNC' });
  await startOne(server, projectId, key, { rows: [{ name: mark }], mode: 'ASYNC' });
  const contact = await server.options.prisma.contact.findFirstOrThrow({ where: { projectId } });
  return { import: id, contact: contact.id };
}

async function startOne(
  server: TestServer,
  projectId: string,
  key: string,
  variables: { readonly rows: readonly object[]; readonly mode: string },
): Promise<string> {
  const query = `mutation ($rows: [JSON!], $mode: ImportModeChoice) {
    startImport(input: { projectId: "${projectId}", importer: "people", mode: $mode, source: { rows: $rows } }) {
      ... on StartImportSuccess { data { id } } } }`;
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()).data.startImport.data.id;
}

async function addPeople(prisma: PrismaClient, projectId: string, mark: string) {
  const user = uuidv7();
  await prisma.user.create({
    data: {
      ...{ id: user, name: mark, email: `person@${mark}.example` },
      memberships: { create: { projectId, role: 'VIEWER' } },
    },
  });
  const apiKey = await prisma.apiKey.create({
    data: { projectId, name: mark, role: 'VIEWER', prefix: mark, hash: hashSecret(randomUUID()), createdBy: mark },
  });
  const invitation = await prisma.invitation.create({
    data: {
      ...{ projectId, role: 'VIEWER', email: `guest@${mark}.example`, createdBy: mark },
      ...{ tokenHash: hashSecret(randomUUID()), expiresAt: new Date(Date.now() + 3_600_000) },
    },
  });
  return { user, apiKey: apiKey.id, invitation: invitation.id };
}
