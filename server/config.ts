import { resolve } from 'node:path';
import { z } from 'zod';
import type { DatabaseConfig } from './database/connections.ts';
import type { ConfiguredProject } from './sdk/config.ts';
import { StartError } from './setup/startError.ts';
import { count, isOrigin, isProxy, list, url } from './setup/variables.ts';

/** Everything that an administrator decides by environment variables. README says what each one is for. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: the embedded Postgres in dataDir. */
  readonly databaseUrl: string | null;
  /** Leads past a pooler to Postgres itself; null where DATABASE_URL does. */
  readonly directDatabaseUrl: string | null;
  /** The schema of Sluice's own tables. */
  readonly schema: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly admin: {
    readonly email: string;
    /** Null where it is to be generated. */
    readonly password: string | null;
    readonly apiKey: string | null;
  };
  /** Signs cookies and links; null where it is to be generated and kept in dataDir. */
  readonly secret: string | null;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  /** Proxies in front of us, whose X-Forwarded-For is believed: see http/clientAddress. */
  readonly trustedProxies: readonly string[];
  /** An identity provider whose JWTs are accepted; null for none. See auth/identityProvider. */
  readonly identityProvider: {
    readonly jwksUrl: string;
    readonly issuer: string;
    readonly audience: string;
    readonly rolesClaim: string;
  } | null;
  /** Null: mails are logged. */
  readonly smtpUrl: string | null;
  /** Who e-mails come from, such as "Sluice <sluice@example.com>". */
  readonly mailFrom: string;
  /** Private hosts that feeds and webhooks may reach, as host:port. */
  readonly allowedHosts: readonly string[];
  /** The most bytes of one upload. */
  readonly maxUploadBytes: number;
  /** How long a connection to the database may owe an answer before it is looked after, in ms. */
  readonly silenceMs: number;
  /** Imports of a project that run at the same time; the others are queued. */
  readonly maxConcurrentImports: number;
  /** A process whose event loop stood still for so many seconds ends itself; see setup/watchdog. */
  readonly freezeSeconds: number;
  /** How long is kept what nothing needs any more, in days: audit entries, messages and runs; rows that were read. */
  readonly keep: { readonly logDays: number; readonly rowDays: number };
  /** What one viewer, or one address that signs in, may do in a minute. */
  readonly perMinute: {
    readonly starts: number;
    readonly inspections: number;
    readonly uploads: number;
    readonly signIns: number;
  };
  /** The bucket that uploads go to; null: the data folder. Credentials come from the SDK's own variables. */
  readonly s3: { readonly bucket: string; readonly region: string; readonly endpoint: string | null } | null;
  /** Base URL of an OpenTelemetry collector (OTLP over HTTP); null: no spans. */
  readonly otlpEndpoint: string | null;
  /** Importers of the user's own. */
  readonly importers: {
    /** Importers, or modules that export some: paths or packages, as seen from `folder`. */
    readonly modules: readonly (string | object)[];
    readonly folder: string;
    /** Where they are named, for messages. */
    readonly origin: string;
  };
  /** Projects that are there from the first start on; none: the demo project. */
  readonly projects: readonly ConfiguredProject[];
  /** Whether browsers get GraphiQL at /graphql. */
  readonly graphiql: boolean;
  /** The token for /metrics; null for this machine only. */
  readonly metricsToken: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** One line for each variable that cannot be understood. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';
}

/** What a config file says, below what the environment says. */
export interface ConfigFile {
  /** For messages: sluice.config.ts. */
  readonly name: string;
  readonly folder: string;
  /** By the variable that is the same: the key of the file, and the value as a variable would have it. */
  readonly settings: ReadonlyMap<string, { readonly key: string; readonly value: string }>;
  /** Null where it names none. */
  readonly importers: readonly (string | object)[] | null;
  readonly projects: readonly ConfiguredProject[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const END_SLASHES = /(?<!\/)\/+$/;

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a port from 1 to 65535')
    .default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  SLUICE_DIRECT_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  SLUICE_SCHEMA: z
    .string()
    // pg-boss makes names of its own from it, which have to stay within Postgres' 63 bytes.
    .regex(/^[a-z_][a-z0-9_]{0,49}$/, 'must be small letters, digits and _, at most 50, and begin with no digit')
    .refine((name) => !name.startsWith('pg_') && name !== 'information_schema', 'must not be a schema of Postgres')
    .default('sluice'),
  SLUICE_DATA_DIR: z.string().default('.sluice'),
  SLUICE_ADMIN_EMAIL: z
    .string()
    // Not zod's own: that refuses the default, which has no dot.
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
    .transform((email) => email.toLowerCase())
    .default('admin@localhost'),
  SLUICE_ADMIN_PASSWORD: z
    .string()
    .min(8, 'must have at least 8 characters')
    .max(128, 'must have at most 128 characters')
    .optional(),
  SLUICE_ADMIN_API_KEY: z
    .string()
    .regex(/^\S{8,200}$/, 'must have 8 to 200 characters and no spaces')
    .optional(),
  SLUICE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SLUICE_PUBLIC_URL: url('http:', 'https:').optional(),
  SLUICE_ALLOWED_ORIGINS: list
    .refine(
      (origins) => origins.every(isOrigin),
      'must be origins such as https://crm.example.com, with commas between',
    )
    .default([]),
  SLUICE_TRUSTED_PROXIES: list
    .refine(
      (proxies) => proxies.every(isProxy),
      'must be addresses or networks such as 10.0.0.0/8, or loopback, with commas between',
    )
    .default([]),
  SLUICE_JWKS_URL: url('http:', 'https:').optional(),
  SLUICE_JWT_ISSUER: z.string().optional(),
  SLUICE_JWT_AUDIENCE: z.string().optional(),
  SLUICE_JWT_ROLES_CLAIM: z.string().default('sluice'),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  SLUICE_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]@[^\s@<>]+>?$/, 'must be an address such as Sluice <sluice@example.com>')
    .optional(),
  SLUICE_ALLOWED_HOSTS: list
    .refine((hosts) => hosts.every((host) => /^\S+:\d{1,5}$/.test(host)), 'must be host:port, with commas between')
    .default([]),
  SLUICE_MAX_UPLOAD_BYTES: z
    .string()
    .regex(/^[1-9]\d{0,14}$/, 'must be a number of bytes')
    .transform(Number)
    .default(1024 ** 3),
  // Read before the file that it names: see configFileVariable.
  SLUICE_CONFIG: z.string().optional(),
  SLUICE_IMPORTERS: list.default([]),
  SLUICE_SILENCE_SECONDS: count(30),
  SLUICE_MAX_CONCURRENT_IMPORTS: count(5),
  SLUICE_FREEZE_SECONDS: count(60),
  SLUICE_LOG_DAYS: count(365),
  SLUICE_ROW_DAYS: count(90),
  SLUICE_STARTS_PER_MINUTE: count(300),
  SLUICE_INSPECTIONS_PER_MINUTE: count(300),
  SLUICE_UPLOADS_PER_MINUTE: count(300),
  SLUICE_SIGN_INS_PER_MINUTE: count(20),
  SLUICE_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  SLUICE_S3_REGION: z.string().default('us-east-1'),
  SLUICE_S3_ENDPOINT: url('http:', 'https:').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http:', 'https:').optional(),
  SLUICE_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  NODE_ENV: z.string().optional(),
  SLUICE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
});

/** The file that SLUICE_CONFIG names; null where it names none. */
export function configFileVariable(variables: Environment = process.env): string | null {
  return variables.SLUICE_CONFIG || null;
}

/** The configuration of this process; `file` is that of the config file. Throws ConfigError. */
export function readConfig(variables: Environment = process.env, file: ConfigFile | null = null): Config {
  // An empty variable is what a shell or a compose file makes of one that is not set.
  const given = new Map(Object.entries(variables).filter(([, value]) => value !== ''));
  const inFile = [...(file?.settings ?? [])].filter(([variable]) => !given.has(variable));
  const merged = {
    ...Object.fromEntries(given),
    ...Object.fromEntries(inFile.map(([name, { value }]) => [name, value])),
  };
  const read = environment.safeParse(merged);
  if (!read.success) {
    const named = new Map(inFile.map(([variable, { key }]) => [variable, `${file?.name}: ${key}`]));
    const lines = read.error.issues.map(({ path: [name = ''], message }) => {
      return `${named.get(String(name)) ?? String(name)} ${message}.`;
    });
    throw new ConfigError(lines.join('\n'));
  }
  const found = read.data;
  const publicUrl = (found.SLUICE_PUBLIC_URL ?? `http://localhost:${found.PORT}`).replace(END_SLASHES, '');
  const identityProvider = identityProviderOf(found);
  return {
    port: found.PORT,
    host: found.HOST,
    databaseUrl: found.DATABASE_URL ?? null,
    directDatabaseUrl: directDatabaseUrlOf(found),
    schema: found.SLUICE_SCHEMA,
    dataDir: resolve(found.SLUICE_DATA_DIR),
    admin: {
      email: found.SLUICE_ADMIN_EMAIL,
      password: found.SLUICE_ADMIN_PASSWORD ?? null,
      apiKey: found.SLUICE_ADMIN_API_KEY ?? null,
    },
    secret: found.SLUICE_SECRET ?? null,
    publicUrl,
    allowedOrigins: found.SLUICE_ALLOWED_ORIGINS,
    trustedProxies: found.SLUICE_TRUSTED_PROXIES,
    identityProvider,
    smtpUrl: found.SMTP_URL ?? null,
    mailFrom: found.SLUICE_MAIL_FROM ?? `Sluice <sluice@${new URL(publicUrl).hostname}>`,
    allowedHosts: found.SLUICE_ALLOWED_HOSTS,
    maxUploadBytes: found.SLUICE_MAX_UPLOAD_BYTES,
    silenceMs: found.SLUICE_SILENCE_SECONDS * 1000,
    maxConcurrentImports: found.SLUICE_MAX_CONCURRENT_IMPORTS,
    freezeSeconds: found.SLUICE_FREEZE_SECONDS,
    keep: { logDays: found.SLUICE_LOG_DAYS, rowDays: found.SLUICE_ROW_DAYS },
    perMinute: {
      starts: found.SLUICE_STARTS_PER_MINUTE,
      inspections: found.SLUICE_INSPECTIONS_PER_MINUTE,
      uploads: found.SLUICE_UPLOADS_PER_MINUTE,
      signIns: found.SLUICE_SIGN_INS_PER_MINUTE,
    },
    s3: found.SLUICE_S3_BUCKET
      ? {
          bucket: found.SLUICE_S3_BUCKET,
          region: found.SLUICE_S3_REGION,
          endpoint: found.SLUICE_S3_ENDPOINT?.replace(END_SLASHES, '') ?? null,
        }
      : null,
    otlpEndpoint: found.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    importers: importersOf(given.has('SLUICE_IMPORTERS') ? found.SLUICE_IMPORTERS : null, file),
    projects: file?.projects ?? [],
    graphiql: found.NODE_ENV !== 'production',
    metricsToken: found.SLUICE_METRICS_TOKEN ?? null,
    logLevel: found.SLUICE_LOG_LEVEL,
  };
}

function importersOf(named: readonly string[] | null, file: ConfigFile | null): Config['importers'] {
  if (named === null && file?.importers) {
    return { modules: file.importers, folder: file.folder, origin: `${file.name}: importers` };
  }
  return { modules: named ?? [], folder: process.cwd(), origin: 'SLUICE_IMPORTERS' };
}

function directDatabaseUrlOf(found: z.infer<typeof environment>): string | null {
  const { DATABASE_URL: usual, SLUICE_DIRECT_DATABASE_URL: direct } = found;
  if (direct === undefined) return null;
  if (usual === undefined) throw new ConfigError('SLUICE_DIRECT_DATABASE_URL needs DATABASE_URL, that of the pooler.');
  return direct === usual ? null : direct;
}

/** How the database of DATABASE_URL is used; null for the embedded one. */
export function configuredDatabase(
  config: Pick<Config, 'databaseUrl' | 'directDatabaseUrl' | 'schema'>,
): DatabaseConfig | null {
  const { databaseUrl, directDatabaseUrl, schema } = config;
  if (databaseUrl === null) return null;
  if (directDatabaseUrl === null) return { url: databaseUrl, schema };
  return { url: directDatabaseUrl, poolerUrl: databaseUrl, schema };
}

/** A token of any issuer, or for any audience, would open the door to those made for other programs: both are needed. */
function identityProviderOf(found: z.infer<typeof environment>): Config['identityProvider'] {
  const { SLUICE_JWKS_URL: jwksUrl, SLUICE_JWT_ISSUER: issuer, SLUICE_JWT_AUDIENCE: audience } = found;
  if (jwksUrl === undefined && issuer === undefined && audience === undefined) return null;
  if (jwksUrl && issuer && audience) return { jwksUrl, issuer, audience, rolesClaim: found.SLUICE_JWT_ROLES_CLAIM };
  throw new ConfigError('SLUICE_JWKS_URL, SLUICE_JWT_ISSUER and SLUICE_JWT_AUDIENCE must be set together.');
}
