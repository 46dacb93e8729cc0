import { createSluiceClient, FailedRowsDocument, type FailedRowsQuery, StartImportDocument } from 'sluice/client';

const { SLUICE_URL = 'http://localhost:4000', SLUICE_API_KEY } = process.env;
const sluice = createSluiceClient({ url: SLUICE_URL, apiKey: SLUICE_API_KEY });

const file = new File(['Name,Email\nAnn,ann@client.example\nBen,ben\n'], 'people.csv');
const { startImport } = await sluice.request(StartImportDocument, {
  input: { projectId: 'demo', importer: 'contacts', source: { file } },
});
if (startImport.__typename !== 'StartImportSuccess') throw new Error(startImport.message);
const { id } = startImport.data;

for await (const { status, percent } of sluice.watchImport(id)) console.log(`${status} ${Math.floor(percent)} %`);

let after: string | null | undefined;
do {
  const page: FailedRowsQuery = await sluice.request(FailedRowsDocument, { id, first: 100, after });
  const list = page.import?.failedRows;
  for (const { node } of list?.edges ?? []) console.log(`row ${node.rowNumber}: ${node.errors[0]?.message}`);
  after = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
} while (after);
