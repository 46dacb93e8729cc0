import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { connectionConfig, type DatabaseConfig } from './connections.ts';

const charType = 18;
const textType = 25;

interface RowDescription {
  readonly fields: { readonly name: string; dataTypeID: number }[];
}

/** Connections to one database as Prisma's schema engine takes them. */
export interface MigrationConnections {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
}

/**
 * Prisma's adapter (7.10.0) with two fixes for migrations. Its "shadow" is the database itself: give only a disposable
 * database to commands that need a shadow.
 */
export function openMigrationConnections(database: DatabaseConfig): MigrationConnections {
  const charColumns = new Set<string>();
  const pool = new pg.Pool({
    ...connectionConfig(database, { name: 'sluice-migrate' }),
    // One, so that the columns noted are those of the query that was just made.
    max: 1,
    Client: clientThatNotesChars(charColumns),
  });
  // A connection that breaks while idle is reported by the query that needs it next.
  pool.on('error', () => undefined);
  const prisma = new PrismaPg(pool, { schema: database.schema });
  const connect = async () => repairAdapter(await prisma.connect(), pool, charColumns);
  return {
    factory: { provider: prisma.provider, adapterName: prisma.adapterName, connect, connectToShadowDb: connect },
    close: () => pool.end(),
  };
}

function repairAdapter(adapter: SqlDriverAdapter, pool: pg.Pool, charColumns: Set<string>): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    charColumns.clear();
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, index) =>
      charColumns.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  // Its own cuts the script at every semicolon, those in comments, texts and function bodies included.
  adapter.executeScript = (script) => runScript(pool, script);
  return adapter;
}

/**
 * The adapter refuses Postgres' internal type "char", which the engine reads in catalogs: call it text, and note it.
 */
function clientThatNotesChars(charColumns: Set<string>): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      // Runs before the client's own listener, which is added when it connects.
      this.connection.on('rowDescription', ({ fields }: RowDescription) => {
        for (const field of fields) {
          if (field.dataTypeID !== charType) continue;
          field.dataTypeID = textType;
          charColumns.add(field.name);
        }
      });
    }
  };
}

/** One simple query, hence one transaction: a migration is applied whole or not at all. */
async function runScript(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script);
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError)) throw cause;
    throw new DriverAdapterError({
      kind: 'postgres',
      code: cause.code ?? '',
      severity: cause.severity ?? 'ERROR',
      message: cause.message,
      detail: cause.detail,
      column: cause.column,
      hint: cause.hint,
    });
  }
}
