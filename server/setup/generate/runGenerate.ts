import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Config, configuredDatabase } from '../../config.ts';
import { checkDatabase } from '../../database/checkDatabase.ts';
import { type DatabaseConfig, withClient } from '../../database/connections.ts';
import { readEmbeddedUrl } from '../../database/embeddedUrl.ts';
import type { Db } from '../../sdk/records.ts';
import { loadConfig } from '../configFile.ts';
import { complain, ignoreOutputErrors, print } from '../output.ts';
import { describeStart } from '../run.ts';
import { StartError } from '../startError.ts';
import { planImporter } from './importerPlan.ts';
import { shown } from './names.ts';
import { readKnownTable } from './readKnownTable.ts';
import { writeImporter } from './writeImporter.ts';

export interface GenerateOptions {
  readonly table?: string | undefined;
  readonly out?: string | undefined;
  readonly schema?: string | undefined;
  readonly tenant?: string | undefined;
}

/** Where Prisma has its schema unless told otherwise. */
const PRISMA_SCHEMA = join('prisma', 'schema.prisma');

/** Prints or writes an importer for a table that exists; ends with 1 and one line where that cannot be. */
export async function runGenerate(options: GenerateOptions, folder: string = process.cwd()): Promise<void> {
  ignoreOutputErrors();
  try {
    const { out } = options;
    if (out !== undefined && existsSync(resolve(folder, out))) throw new StartError(`${out} is there already.`);
    const code = await generate(options, folder);
    if (out === undefined) return print(code.trimEnd());
    await write(resolve(folder, out), out, code);
    print(`Wrote ${out}.`, `Next: name it in sluice.config.ts, importers: [...], and start Sluice again.`);
  } catch (error) {
    complain(error instanceof StartError ? `Nothing was written: ${error.message}` : describeStart(error));
    process.exitCode = 1;
  }
}

/** Never over a file that has come to be there since. */
async function write(path: string, name: string, code: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code, { flag: 'wx' });
  } catch (cause) {
    throw new StartError(`${name}: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
}

async function generate(options: GenerateOptions, folder: string): Promise<string> {
  const { table: name = '', tenant = null } = options;
  const config = await loadConfig(folder);
  const prismaSchema = await readPrismaSchema(options.schema, folder);
  const database = await openDatabase(config);
  // Names mean here what they mean to the application, not Sluice's own tables first.
  const session = { name: 'sluice-generate', findsOwnSchema: false };
  const known = await withClient(database, session, (client) => {
    const db: Db = { query: async (sql, values) => (await client.query(sql, values?.slice())).rows };
    return readKnownTable(db, { name, tenant, prismaSchema, ownSchema: config.schema });
  });
  const plan = planImporter(known);
  if (plan === null) {
    throw new StartError(
      `${shown(name)} has no primary key and no unique columns that are never empty, so nothing tells its records apart. Write its importer by hand, with \`key\` and \`match\`.`,
    );
  }
  const { features } = await import('../../importers/features.ts');
  return writeImporter(plan, new Set(features.map(({ importer }) => importer.name)));
}

/** The configured database, or the embedded one of a server that runs on this machine. */
async function openDatabase(config: Config): Promise<DatabaseConfig> {
  const configured = configuredDatabase(config);
  if (configured !== null) {
    await checkDatabase(configured);
    return configured;
  }
  const url = await readEmbeddedUrl(config.dataDir);
  if (url === null) {
    throw new StartError(`set DATABASE_URL, or start Sluice here: ${config.dataDir} is the data of no server.`);
  }
  const database = { url: url.href, schema: config.schema };
  await checkDatabase(database, `the server of ${config.dataDir}`);
  return database;
}

/** One file, or the .prisma files of a folder; null where none is named and none is there. */
async function readPrismaSchema(named: string | undefined, folder: string): Promise<string | null> {
  const path = resolve(folder, named ?? PRISMA_SCHEMA);
  if (named === undefined && !existsSync(path)) return null;
  try {
    if (!(await stat(path)).isDirectory()) return await readFile(path, 'utf8');
    const files = (await readdir(path)).filter((file) => file.endsWith('.prisma')).sort();
    return (await Promise.all(files.map((file) => readFile(join(path, file), 'utf8')))).join('\n');
  } catch (cause) {
    throw new StartError(`--schema: ${path} cannot be read.`, { cause });
  }
}
