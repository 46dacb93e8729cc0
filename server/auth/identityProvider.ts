import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { rolesOfClaim } from './rolesClaim.ts';
import { createViewer, type Viewer } from './viewer.ts';

/** An identity provider whose JWTs are accepted: all that makes one of its tokens one for us. */
export interface IdentityProviderOptions {
  /** Where its public keys are, as a JSON Web Key Set. */
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  /** The claim that says what the bearer may do; see rolesOfClaim. */
  readonly rolesClaim: string;
}

/** The viewer whose token this is; null for one that does not hold. Rejects when the provider's keys are out of reach. */
export type VerifyToken = (token: string) => Promise<Viewer | null>;

/** Only asymmetric signatures: with HS256, anyone who knows the public key could sign (RFC 8725, 3.1). */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** How far clocks may differ, in s. */
const CLOCK_TOLERANCE = 5;
/** Faults of the provider, not of the token. */
const OUT_OF_REACH = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

export function createTokenVerifier(prisma: PrismaClient, provider: IdentityProviderOptions): VerifyToken {
  const keys = createRemoteJWKSet(new URL(provider.jwksUrl));
  const { issuer, audience, rolesClaim } = provider;
  const demands = {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_TOLERANCE,
    requiredClaims: ['sub', 'exp'],
  };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, demands);
      return await viewerOfClaims(prisma, payload, rolesClaim);
    } catch (error) {
      if (error instanceof errors.JOSEError && !OUT_OF_REACH.includes(error.code)) return null;
      throw error;
    }
  };
}

/** Whether this has the form of a JWT, signed or not. */
export function isJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
}

async function viewerOfClaims(prisma: PrismaClient, claims: JWTPayload, rolesClaim: string): Promise<Viewer | null> {
  const { sub, exp } = claims;
  if (sub === undefined || exp === undefined) return null;
  const email = typeof claims.email === 'string' ? claims.email : null;
  const roles = rolesOfClaim(claims[rolesClaim]);
  const found = await prisma.project.findMany({
    where: { id: { in: [...roles.keys()] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const projects = found.flatMap((project) => {
    const role = roles.get(project.id);
    return role === undefined ? [] : [{ project, role }];
  });
  const credential = { kind: 'token', subject: sub, expiresAt: new Date(exp * 1000) } as const;
  return createViewer({ actor: `token:${email ?? sub}`, email, administrator: false, credential, projects });
}
