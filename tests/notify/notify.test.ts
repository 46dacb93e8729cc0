import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSecretBox } from '../../server/engine/model/secretBox.ts';
import { createDeliveryWorker, type DeliveryWorker } from '../../server/jobs/deliveries.ts';
import { createDeliver, type Deliver, type DelivererOptions } from '../../server/notify/deliver.ts';
import { createMailer } from '../../server/notify/mailer.ts';
import { WAITS } from '../../server/notify/waits.ts';
import { createFetcher } from '../../server/sources/fetch/fetcher.ts';
import { testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';
import { mailReceiver, webhookReceiver } from '../helpers/receivers.ts';
import { saying } from '../helpers/saying.ts';
import { until } from '../helpers/until.ts';
import { ALLOW, asking, REDELIVER, ROTATE, START } from './asking.ts';

const api = testApi();
const hooks = webhookReceiver();
const mails = mailReceiver();
const never = new AbortController().signal;

let options: DelivererOptions;
let deliver: Deliver;
const closing: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  const fetcher = createFetcher({ allowedHosts: [hooks.host] });
  const mailer = createMailer(mails.url, 'Sluice <sluice@example.com>');
  closing.push(fetcher.close, mailer.close);
  const { database, log } = api.engine.context;
  const secretBox = createSecretBox('a secret of the tests that is long enough');
  options = { database, fetcher, mailer, secretBox, publicUrl: 'https://sluice.example', log };
  deliver = createDeliver(options);
  await api.engine.pool.query(
    `WITH person AS (INSERT INTO "user" (id, name, email) VALUES ('u1', 'Ann', 'ann@members.example') RETURNING id)
     INSERT INTO member (project_id, user_id, role) SELECT 'demo', id, 'VIEWER' FROM person`,
  );
});
afterAll(() => Promise.all(closing.map((close) => close())));
beforeEach(() => {
  hooks.answers = [204];
  hooks.received.length = 0;
  mails.received.length = 0;
  mails.refuse = null;
});

const { ask, start, deliveriesOf, onlyDelivery, dueNow } = asking(api);

test('a job sends a webhook that the reference library verifies, without any value of a row', async () => {
  const { secret } = await ask(ROTATE);
  const worker: DeliveryWorker = createDeliveryWorker(api.engine.boss, api.engine.context.database, deliver);
  await worker.start();
  const id = await start({ webhookUrl: `${hooks.url}?token=secret` });
  const { headers, body } = await until(() => hooks.received[0], { what: 'the webhook' });
  const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
  expect(verified).toMatchObject({
    type: 'import.completed_with_errors',
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: {
      id,
      projectId: 'demo',
      importer: 'people',
      status: 'COMPLETED_WITH_ERRORS',
      dryRun: false,
      counts: { total: 2, created: 1, failed: 1, pending: 0 },
      errors: [{ code: 'REQUIRED', field: 'name', count: 1 }],
      url: `https://sluice.example/#/imports/${id}/show`,
    },
  });
  expect(body).not.toMatch(/secret\.example|5085559999|Ada/);
  const delivered = async () => {
    const [delivery] = await deliveriesOf(id);
    return delivery?.status === 'DELIVERED' && delivery;
  };
  expect(await until(delivered, { what: 'the log of the delivery' })).toMatchObject({
    kind: 'WEBHOOK',
    event: 'import.completed_with_errors',
    // A query may hold a secret.
    target: hooks.url,
    attempts: [{ status: 204, error: null, durationMs: expect.any(Number) }],
  });
  await worker.stop();
});

test('a receiver that fails is asked again with the same id and body, and a growing wait, until it answers', async () => {
  hooks.answers = [500, 500, 200];
  const id = await start({ webhookUrl: hooks.url }, false);
  const delivery = await onlyDelivery(id);
  const first = await deliver(delivery, never);
  expect(first).toBeGreaterThanOrEqual(WAITS[0]);
  expect(await deliver(delivery, never), 'a job that comes early waits').toBeGreaterThan(WAITS[0] - 2);
  await dueNow(delivery);
  expect(await deliver(delivery, never)).toBeGreaterThanOrEqual(WAITS[1]);
  await dueNow(delivery);
  expect(await deliver(delivery, never)).toBeNull();
  const [log] = await deliveriesOf(id);
  expect(log).toMatchObject({
    status: 'DELIVERED',
    event: 'import.completed',
    nextAttemptAt: null,
    attempts: [
      { status: 500 },
      { status: 500, error: { text: 'The receiver responded with HTTP status 500.' } },
      { status: 200 },
    ],
  });
  expect(new Set(hooks.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([`msg_${delivery}`]));
  expect(new Set(hooks.received.map(({ body }) => body)).size).toBe(1);
  expect(await deliver(delivery, never), 'a second job finds nothing to do').toBeNull();
  expect(hooks.received).toHaveLength(3);
});

test('one that never answers times out, and after the last attempt the message has failed', async () => {
  hooks.answers = [null];
  const id = await start({ webhookUrl: hooks.url }, false);
  const delivery = await onlyDelivery(id);
  const fetcher = createFetcher({ allowedHosts: [hooks.host], idleMs: 50 });
  const impatient = createDeliver({ ...options, fetcher });
  expect(await impatient(delivery, never)).not.toBeNull();
  await api.engine.pool.query('UPDATE delivery SET tries = $2, due_at = now() WHERE id = $1', [delivery, WAITS.length]);
  expect(await impatient(delivery, never)).toBeNull();
  await fetcher.close();
  const [log] = await deliveriesOf(id);
  expect(log).toMatchObject({
    ...{ status: 'FAILED', nextAttemptAt: null },
    attempts: [{ status: null, error: saying(/./) }, { status: null }],
  });
});

test('a private address that nobody allowed is refused, and so is a receiver that is gone for good', async () => {
  const strict = createFetcher({ allowedHosts: [] });
  const refused = await start({ webhookUrl: hooks.url }, false);
  expect(await createDeliver({ ...options, fetcher: strict })(await onlyDelivery(refused), never)).toBeNull();
  await strict.close();
  expect(hooks.received).toEqual([]);
  expect(await deliveriesOf(refused)).toMatchObject([{ status: 'FAILED', attempts: [{ status: null }] }]);
  hooks.answers = [410];
  const gone = await start({ webhookUrl: hooks.url }, false);
  expect(await deliver(await onlyDelivery(gone), never)).toBeNull();
  expect(await deliveriesOf(gone)).toMatchObject([{ status: 'FAILED', attempts: [{ status: 410 }] }]);
});

test('a rotated secret signs beside the new one for a day, and is kept in no readable form', async () => {
  const before = await ask(ROTATE);
  const after = await ask(ROTATE);
  expect(new Date(after.previousUntil).getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000);
  const { rows } = await api.engine.pool.query('SELECT encrypted FROM webhook_secret');
  for (const { encrypted } of rows) expect(encrypted.toString()).not.toContain(after.secret.slice(6, 20));
  await deliver(await onlyDelivery(await start({ webhookUrl: hooks.url }, false)), never);
  const headers = hooks.received[0]?.headers as Record<string, string>;
  for (const { secret } of [before, after]) {
    expect(() => new Webhook(secret).verify(hooks.received[0]?.body ?? '', headers)).not.toThrow();
  }
  await api.engine.pool.query('UPDATE webhook_secret SET expires_at = now() WHERE expires_at IS NOT NULL');
  await deliver(await onlyDelivery(await start({ webhookUrl: hooks.url }, false)), never);
  const [, later] = hooks.received;
  const verify = (secret: string) =>
    new Webhook(secret).verify(later?.body ?? '', later?.headers as Record<string, string>);
  expect(() => verify(before.secret)).toThrow();
  expect(() => verify(after.secret)).not.toThrow();
});

test('e-mails go to members and allowed domains, one each, as text and HTML with nothing of the rows', async () => {
  expect(await ask(ALLOW, { domains: ['Partner.Example'] })).toMatchObject({
    data: { emailDomains: ['partner.example'] },
  });
  const notifyEmails = ['Ann@members.example', 'bob@partner.example'];
  const id = await start({ notifyEmails, dryRun: true });
  for (const delivery of await deliveriesOf(id)) expect(await deliver(delivery.id, never)).toBeNull();
  expect(mails.received.map(({ to }) => to).sort()).toEqual([['ann@members.example'], ['bob@partner.example']]);
  for (const { text } of mails.received) {
    expect(text).toMatch(/^Subject: \[Sluice\] Dry run of inline rows: completed with 1 failed row\r$/m);
    expect(text).toContain('text/plain');
    expect(text).toContain('text/html');
    expect(text).toContain('REQUIRED (name): 1');
    expect(text).toContain(`<a href="https://sluice.example/#/imports/${id}/show">`);
    expect(text).not.toMatch(/secret\.example|5085559999|Ada/);
  }
  expect(await deliveriesOf(id)).toMatchObject([
    { kind: 'EMAIL', status: 'DELIVERED', attempts: [{ status: 250 }] },
    { kind: 'EMAIL', status: 'DELIVERED' },
  ]);
});

test('what comes of a file’s name is escaped', async () => {
  const name = '<img src=x onerror=alert(1)>\r\nBcc: x@evil.example.csv';
  const source = csv(['Ada', '', '']);
  if (source.kind !== 'file') throw new Error('A file was meant.');
  const id = await api.engine.start({ source: { ...source, name }, notifyEmails: ['ann@members.example'] });
  await deliver(await onlyDelivery(id), never);
  const [mail] = mails.received;
  expect(mail?.to).toEqual(['ann@members.example']);
  expect(mail?.text.slice(mail.text.indexOf('<!doctype'))).not.toContain('<img');
  expect(mail?.text).not.toMatch(/^Bcc:/m);
});

test('a mail server that is busy is asked again, one that refuses for good is not, and none at all is said', async () => {
  const mailTo = async () => onlyDelivery(await start({ notifyEmails: ['ann@members.example'] }, false));
  const [busy, refused, without] = [await mailTo(), await mailTo(), await mailTo()];
  mails.refuse = 451;
  expect(await deliver(busy, never)).toBeGreaterThanOrEqual(WAITS[0]);
  mails.refuse = 550;
  expect(await deliver(refused, never)).toBeNull();
  expect(await createDeliver({ ...options, mailer: null })(without, never)).toBeNull();
  const { rows } = await api.engine.pool.query('SELECT status, attempts FROM delivery WHERE id = ANY($1)', [
    [busy, refused, without],
  ]);
  expect(rows.map(({ status }) => status).sort()).toEqual(['FAILED', 'NOT_SENT', 'PENDING']);
  expect(JSON.stringify(rows)).not.toContain('members.example');
});

test('strangers, too many, nonsense and unsafe URLs are refused by path, and nothing is started', async () => {
  const many = Array.from({ length: 11 }, (_, index) => `p${index}@partner.example`);
  const wrong: [Record<string, unknown>, string[]][] = [
    [{ notifyEmails: ['ann@members.example', 'eve@evil.example'] }, ['notifyEmails', '1']],
    [{ notifyEmails: ['x@sub.partner.example'] }, ['notifyEmails', '0']],
    [{ notifyEmails: ['no address'] }, ['notifyEmails', '0']],
    [{ notifyEmails: many }, ['notifyEmails']],
    [{ webhookUrl: 'ftp://example.com/x' }, ['webhookUrl']],
    [{ webhookUrl: 'https://user:pass@example.com/x' }, ['webhookUrl']],
    [{ webhookUrl: 'nonsense' }, ['webhookUrl']],
  ];
  const count = async () => (await api.engine.pool.query('SELECT count(*) FROM import')).rows[0].count;
  const before = await count();
  for (const [input, path] of wrong) {
    const source = { rows: [{ name: 'Ada' }] };
    const answer = await ask(START, { input: { projectId: 'demo', importer: 'people', source, ...input } });
    expect(answer, JSON.stringify(input)).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path }] });
  }
  expect(await count()).toBe(before);
});

test('a failed plan is told, and a retry that ends again is told anew, each with an id of its own', async () => {
  const bytes = Buffer.from('nothing,here\n1,2\n');
  const failed = await api.engine.start({
    source: { kind: 'file', name: 'odd.csv', bytes },
    mapping: [],
    webhookUrl: hooks.url,
  });
  await deliver(await onlyDelivery(failed), never);
  expect(JSON.parse(hooks.received[0]?.body ?? '')).toMatchObject({
    type: 'import.failed',
    data: { status: 'FAILED', statusReason: { text: expect.stringContaining('None of the 2 columns') } },
  });
  const id = await start({ webhookUrl: hooks.url });
  const corrections = [{ rowNumber: 2, values: { name: 'Bea' } }];
  await api.engine.engine.retryFailedRows('test', id, { corrections });
  const told = await deliveriesOf(id);
  expect(told.map(({ event }) => event)).toEqual(['import.completed', 'import.completed_with_errors']);
  expect(new Set(told.map(({ id: delivery }) => delivery)).size).toBe(2);
});

test('an editor sends a message again with its id; others do not learn that it is there', async () => {
  const id = await start({ webhookUrl: hooks.url }, false);
  const delivery = await onlyDelivery(id);
  expect(await ask(REDELIVER, { id: delivery })).toMatchObject({
    __typename: 'ConflictError',
    code: 'DELIVERY_PENDING',
  });
  await deliver(delivery, never);
  expect(await ask(REDELIVER, { id: delivery }, 'editor')).toMatchObject({ data: { id: delivery, status: 'PENDING' } });
  await deliver(delivery, never);
  expect(hooks.received.map(({ headers }) => headers['webhook-id'])).toEqual([`msg_${delivery}`, `msg_${delivery}`]);
  const stranger = await api.graphql(REDELIVER, { id: delivery }, 'outsider');
  const unknown = await api.graphql(REDELIVER, { id: '01900000-0000-7000-8000-000000000000' }, 'outsider');
  expect(stranger.data.answer).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
  expect(stranger.data.answer.message.replace(delivery, 'ID')).toBe(
    unknown.data.answer.message.replace('01900000-0000-7000-8000-000000000000', 'ID'),
  );
  for (const query of [ROTATE, ALLOW]) {
    const refused = await api.graphql(query, { domains: ['evil.example'] }, 'editor');
    expect(refused.data.answer).toMatchObject({ __typename: 'ForbiddenError' });
  }
});
