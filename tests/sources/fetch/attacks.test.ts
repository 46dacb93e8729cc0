import type { LookupAddress } from 'node:dns';
import { beforeEach, describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../server/sources/fetch/addresses.ts';
import type { ResolveHost } from '../../../server/sources/fetch/connect.ts';
import { createFetcher } from '../../../server/sources/fetch/fetcher.ts';
import { loopback } from '../../helpers/loopback.ts';

const inner = loopback((_request, response) => response.end('a secret of the inner network'));
const outer = loopback();

beforeEach(() => {
  inner.forget();
});

/** What a request to the URL ends with. Nothing of the inner network may ever be answered. */
async function codeOf(url: string, options: Partial<Parameters<typeof createFetcher>[0]> = {}): Promise<string> {
  const fetcher = createFetcher({ allowedHosts: [], connectMs: 2_000, ...options });
  try {
    const { body } = await fetcher.request(url);
    body.destroy();
    return 'answered';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    await fetcher.close();
  }
}

const resolvesTo =
  (...addresses: string[]): ResolveHost =>
  (_hostname, done) =>
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('an address of the inner network is refused, however it is written', () => {
  const hosts = [
    ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '0x7f.0.0.1', '017700000001'],
    ...['127.0.0.1.', '%31%32%37.0.0.1', '127。0。0。1', '①②⑦.0.0.1', '0', '0.0.0.0', '127.255.255.254'],
    ...['10.0.0.1', '10.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '0xc0a80101', '3232235777'],
    ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '168.63.129.16'],
    ...['100.64.0.1', '100.100.100.200', '192.0.0.192', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:0:127.0.0.1]'],
    ...['[::127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::a00:1]', '[2002:7f00:1::]'],
    ...['[2002:a9fe:a9fe::1]', '[2001:0:7f00:1::]', '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[fec0::1]'],
    ...['[ff02::1]', '[100::1]', '[2001:db8::1]', '[3fff::1]', '[5f00::1]'],
  ];
  test.each(hosts)('%s', async (host) => {
    expect(await codeOf(`http://${host}:${inner.port}/`)).toBe('REFUSED_ADDRESS');
    expect(inner.requests).toHaveLength(0);
  });
});

test('an address that no URL can say is refused as one', async () => {
  for (const host of ['[fe80::1%25eth0]', '[::1', '256.256.256.256', '127.0.0.0x100', 'a b']) {
    expect(await codeOf(`http://${host}:${inner.port}/`), host).toBe('REFUSED_URL');
  }
});

test('names of this machine are refused', async () => {
  for (const host of ['localhost', 'LOCALHOST', 'ⓛocalhost']) {
    expect(await codeOf(`http://${host}:${inner.port}/`), host).toBe('REFUSED_ADDRESS');
  }
  // Some resolvers do not know it.
  expect(await codeOf(`http://localhost.:${inner.port}/`)).toMatch(/^(REFUSED_ADDRESS|UNREACHABLE)$/);
  expect(inner.requests).toHaveLength(0);
});

test('a name that resolves to inner addresses is refused, in every family', async () => {
  const addresses = ['127.0.0.1', '10.0.0.7', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fe80::1%lo', 'fd12::1'];
  for (const address of addresses) {
    const url = `http://feed.example:${inner.port}/`;
    expect(await codeOf(url, { resolve: resolvesTo(address) }), address).toBe('REFUSED_ADDRESS');
  }
  expect(await codeOf(`https://feed.example:${inner.port}/`, { resolve: resolvesTo(...addresses) })).toBe(
    'REFUSED_ADDRESS',
  );
  expect(inner.requests).toHaveLength(0);
});

test('a name that is rebound after it was looked up finds no gap: what is judged is what is connected to', async () => {
  let lookups = 0;
  const resolve: ResolveHost = (hostname, done) => {
    lookups += 1;
    if (lookups === 1) return done(Object.assign(new Error('away'), { code: 'EAI_AGAIN' }), []);
    resolvesTo('127.0.0.1')(hostname, done);
  };
  const fetcher = createFetcher({ allowedHosts: [], resolve });
  const url = `http://rebind.example:${inner.port}/`;
  await expect(fetcher.request(url)).rejects.toMatchObject({ code: 'UNREACHABLE', retryable: true });
  await expect(fetcher.request(url)).rejects.toMatchObject({ code: 'REFUSED_ADDRESS', retryable: false });
  await expect(fetcher.request(url)).rejects.toMatchObject({ code: 'REFUSED_ADDRESS' });
  // Every connection asks anew: none trusts an earlier answer.
  expect(lookups).toBe(3);
  expect(inner.requests).toHaveLength(0);
  await fetcher.close();
});

test('an allowed host may be anywhere, and only on its port and under its name', async () => {
  const resolve = resolvesTo('127.0.0.1');
  const allowedHosts = [`Feed.Example:${inner.port}`, `[::1]:${inner.port}`];
  expect(await codeOf(`http://127.0.0.1:${inner.port}/`, { allowedHosts: [`127.0.0.1:${inner.port}`] })).toBe(
    'answered',
  );
  expect(await codeOf(`http://127.0.0.1:${inner.port}/`, { allowedHosts })).toBe('REFUSED_ADDRESS');
  expect(await codeOf(`http://127.0.0.1:${outer.port}/`, { allowedHosts: [inner.host] })).toBe('REFUSED_ADDRESS');
  expect(await codeOf(`http://feed.example.evil:${inner.port}/`, { allowedHosts, resolve })).toBe('REFUSED_ADDRESS');
  expect(await codeOf(`http://feed.example:${inner.port}@127.0.0.1:${inner.port}/`, { allowedHosts })).toBe(
    'REFUSED_ADDRESS',
  );
});

test('a redirect is judged as a request of its own', async () => {
  const inside = [
    `http://127.0.0.1:${inner.port}/`,
    `http://localhost:${inner.port}/`,
    `//[::1]:${inner.port}/`,
    'http://169.254.169.254/latest/meta-data/',
  ];
  for (const location of inside) {
    outer.answer((_request, response) => response.writeHead(302, { location }).end());
    expect(await codeOf(`${outer.origin}/`, { allowedHosts: [outer.host] }), location).toBe('REFUSED_ADDRESS');
  }
  for (const location of ['file:///etc/passwd', 'gopher://127.0.0.1/', 'javascript:alert(1)', 'data:text/csv,a']) {
    outer.answer((_request, response) => response.writeHead(302, { location }).end());
    expect(await codeOf(`${outer.origin}/`, { allowedHosts: [outer.host] }), location).toBe('REFUSED_URL');
  }
  expect(inner.requests).toHaveLength(0);
});

test('other protocols are no sources', async () => {
  for (const url of [
    'file:///etc/passwd',
    'ftp://example.com/a.csv',
    'data:text/csv,a',
    '//example.com',
    'a.csv',
    '',
  ]) {
    expect(await codeOf(url), url).toBe('REFUSED_URL');
  }
});

test('a refusal says nothing of the network inside', async () => {
  const fetcher = createFetcher({ allowedHosts: [], resolve: resolvesTo('10.20.30.40') });
  const error = await fetcher.request('http://user:secret@intranet.example/?token=hidden').catch((each) => each);
  expect(error.message).toContain('intranet.example');
  expect(error.message).not.toMatch(/10\.20|secret|hidden|user/);
  await fetcher.close();
});

test('addresses of the public internet are public', () => {
  for (const address of ['8.8.8.8', '93.184.216.34', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111']) {
    expect(isPublicAddress(address), address).toBe(true);
  }
  for (const address of ['', 'example.com', '999.1.1.1']) expect(isPublicAddress(address)).toBe(false);
});
