import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { resolveForAuthors } from '../app/authorModules.ts';
import { type Config, ConfigError, type ConfigFile, configFileVariable, readConfig } from '../config.ts';

/** In the working folder. */
const NAMES = ['sluice.config.ts', 'sluice.config.js', 'sluice.config.mjs'];

/** The settings of the file that a variable has too, by the paths of their keys. */
export const VARIABLES: Readonly<Record<string, string>> = {
  schema: 'SLUICE_SCHEMA',
  databaseUrl: 'DATABASE_URL',
  directDatabaseUrl: 'SLUICE_DIRECT_DATABASE_URL',
  port: 'PORT',
  host: 'HOST',
  publicUrl: 'SLUICE_PUBLIC_URL',
  dataDir: 'SLUICE_DATA_DIR',
  allowedOrigins: 'SLUICE_ALLOWED_ORIGINS',
  trustedProxies: 'SLUICE_TRUSTED_PROXIES',
  allowedHosts: 'SLUICE_ALLOWED_HOSTS',
  'notifications.smtpUrl': 'SMTP_URL',
  'notifications.mailFrom': 'SLUICE_MAIL_FROM',
  'uploads.maxBytes': 'SLUICE_MAX_UPLOAD_BYTES',
  'uploads.s3.bucket': 'SLUICE_S3_BUCKET',
  'uploads.s3.region': 'SLUICE_S3_REGION',
  'uploads.s3.endpoint': 'SLUICE_S3_ENDPOINT',
  maxConcurrentImports: 'SLUICE_MAX_CONCURRENT_IMPORTS',
  'keep.logDays': 'SLUICE_LOG_DAYS',
  'keep.rowDays': 'SLUICE_ROW_DAYS',
  logLevel: 'SLUICE_LOG_LEVEL',
};

const text = z.string().min(1);
const list = z.array(z.string().regex(/^[^,]+$/, 'must be a text without commas'));

/** Its shape; what the values mean is checked with those of the environment. */
const shape = z.strictObject({
  importers: z.array(z.union([text, z.looseObject({})], 'must be an importer or the name of a module')).optional(),
  schema: text.optional(),
  projects: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be small letters, digits and -, at most 63'),
        name: z.string().trim().min(1).max(200),
      }),
    )
    .optional(),
  notifications: z.strictObject({ smtpUrl: text.optional(), mailFrom: text.optional() }).optional(),
  databaseUrl: text.optional(),
  directDatabaseUrl: text.optional(),
  port: z.number().optional(),
  host: text.optional(),
  publicUrl: text.optional(),
  dataDir: text.optional(),
  allowedOrigins: list.optional(),
  trustedProxies: list.optional(),
  allowedHosts: list.optional(),
  uploads: z
    .strictObject({
      maxBytes: z.number().optional(),
      s3: z.strictObject({ bucket: text, region: text.optional(), endpoint: text.optional() }).optional(),
    })
    .optional(),
  maxConcurrentImports: z.number().optional(),
  keep: z.strictObject({ logDays: z.number().optional(), rowDays: z.number().optional() }).optional(),
  logLevel: text.optional(),
});

/** The configuration of this process: the config file of the working folder, if it has one, below the environment. */
export async function loadConfig(folder: string = process.cwd(), variables?: NodeJS.ProcessEnv): Promise<Config> {
  const path = findFile(folder, configFileVariable(variables));
  return readConfig(variables, path === null ? null : await readFile(path));
}

function findFile(folder: string, named: string | null): string | null {
  if (named === null) return NAMES.map((name) => join(folder, name)).find((path) => existsSync(path)) ?? null;
  const path = resolve(folder, named);
  if (!existsSync(path)) throw new ConfigError(`SLUICE_CONFIG: there is no file ${path}.`);
  return path;
}

async function readFile(path: string): Promise<ConfigFile> {
  const name = basename(path);
  const read = shape.safeParse(await load(path, name));
  if (!read.success) throw new ConfigError(read.error.issues.map((issue) => `${name}: ${lineOf(issue)}`).join('\n'));
  const { importers = null, projects = [] } = read.data;
  const settings = new Map<string, { readonly key: string; readonly value: string }>();
  for (const [key, variable] of Object.entries(VARIABLES)) {
    const value = valueAt(read.data, key);
    if (value !== undefined) settings.set(variable, { key, value: String(value) });
  }
  return { name, folder: dirname(path), settings, importers, projects };
}

async function load(path: string, name: string): Promise<unknown> {
  resolveForAuthors();
  try {
    const loaded: { readonly default?: unknown } = await import(pathToFileURL(path).href);
    if (loaded.default !== undefined) return loaded.default;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`${name} cannot be loaded: ${why.split('\n', 1)[0]}`, { cause });
  }
  throw new ConfigError(`${name} exports no configuration: write export default defineConfig({ … }).`);
}

/** The value of a key such as uploads.s3.bucket. */
function valueAt(config: object, key: string): unknown {
  let value: unknown = config;
  for (const name of key.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map<string, unknown>(Object.entries(value)).get(name);
  }
  return value;
}

function lineOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.reduce<string>((all, part) => {
    if (typeof part === 'number') return `${all}[${part}]`;
    return all === '' ? String(part) : `${all}.${String(part)}`;
  }, '');
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => (path === '' ? key : `${path}.${key}`));
    return `there is no setting ${keys.join(', ')}.`;
  }
  return `${path || 'the configuration'}: ${issue.message}.`;
}
