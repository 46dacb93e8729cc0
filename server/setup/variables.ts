import { isIP } from 'node:net';
import { z } from 'zod';

/** Texts with commas between. */
export const list = z.string().transform((text) => text.split(',').flatMap((item) => item.trim() || []));

/** A URL of one of these protocols. */
export const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** An address, a network, or proxy-addr's names for networks. */
export const isProxy = (text: string) => {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0) return ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  return (
    rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
};

/** A whole number; `usual` where the variable is not set. */
export const count = (usual: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'must be a number from 1 to 999999')
    .transform(Number)
    .default(usual);

export const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;
