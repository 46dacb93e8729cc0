import { writeNextMigration } from '../database/nextMigration.ts';

/** `npm run migration -- NAME` */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Give the migration a name in lower case: npm run migration -- add_venues\n');
  process.exit(2);
}
const file = await writeNextMigration(name, new Date());
process.stdout.write(file === null ? 'The migrations agree with prisma/schema.prisma.\n' : `Wrote ${file}\n`);
