import type { AnyImporter } from './importer.ts';

/** A project that is there from the first start on. */
export interface ConfiguredProject {
  /** Small letters, digits and -, at most 63. */
  readonly id: string;
  /** Its name when it is created; a name that people change later stays. */
  readonly name: string;
}

/**
 * What `sluice.config.ts` exports by default. An environment variable wins over its setting here. Passwords and secrets
 * belong in the environment.
 */
export interface SluiceConfig {
  /** Importers of your own: objects, or modules as seen from the file's folder. They are loaded once, at the start. */
  readonly importers?: readonly (AnyImporter | string)[];
  /** The schema of Sluice's tables in the database; `sluice`. */
  readonly schema?: string;
  /** Projects that are there from the first start on, instead of the demo project. */
  readonly projects?: readonly ConfiguredProject[];
  /** E-mails at the end of an import. */
  readonly notifications?: {
    /** smtp://mail.example.com:587 */
    readonly smtpUrl?: string;
    /** Sluice <sluice@example.com> */
    readonly mailFrom?: string;
  };
  readonly databaseUrl?: string;
  /** Past a pooler, to Postgres itself. */
  readonly directDatabaseUrl?: string;
  readonly port?: number;
  readonly host?: string;
  readonly publicUrl?: string;
  readonly dataDir?: string;
  readonly allowedOrigins?: readonly string[];
  readonly trustedProxies?: readonly string[];
  /** Private hosts that sources by URL and webhooks can reach, as host:port. */
  readonly allowedHosts?: readonly string[];
  readonly uploads?: {
    readonly maxBytes?: number;
    readonly s3?: { readonly bucket: string; readonly region?: string; readonly endpoint?: string };
  };
  readonly maxConcurrentImports?: number;
  /** How long what is no longer needed is kept, in days. */
  readonly keep?: { readonly logDays?: number; readonly rowDays?: number };
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error';
}

/**
 * Types the config file.
 *
 * @example
 * export default defineConfig({ importers: ['./importers/products.ts'], projects: [{ id: 'shop', name: 'Shop' }] });
 */
export function defineConfig(config: SluiceConfig): SluiceConfig {
  return config;
}
