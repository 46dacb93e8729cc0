import TreeIcon from '@mui/icons-material/AccountTreeOutlined';
import { Button, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { isRecord, jsonText } from '../../../api/json.ts';
import { RecordPage } from '../../../pages/records/RecordPage.tsx';
import { WebLink } from '../../../pages/records/WebLink.tsx';
import { Fact, FactList } from '../../../ui/FactList.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { usePath } from '../../../usePath.ts';
import type { TaxonomyDetail } from '../api.ts';
import { useTaxonomyApi } from '../useTaxonomyApi.ts';
import { inTree } from './inTree.ts';

/** One page of a site: where it stands, and every import that touched it. */
export function TaxonomyPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const path = usePath();
  const api = useTaxonomyApi();
  const query = useSluiceQuery({ queryKey: ['sluice', 'taxonomyNode', id], queryFn: () => api.taxonomyNode(id) });
  return (
    <RecordPage
      id={id}
      query={query}
      title={({ title }) => title}
      subtitle={({ url }) => <span style={{ overflowWrap: 'anywhere' }}>{url}</span>}
      back={{ to: path('taxonomy'), label: translate('sluice.taxonomy.all') }}
    >
      {(node) => (
        <>
          <Button component={RouterLink} to={inTree(path('taxonomy'), node.id)} startIcon={<TreeIcon />} sx={{ mb: 2 }}>
            {translate('sluice.taxonomy.in_tree')}
          </Button>
          <Facts node={node} />
        </>
      )}
    </RecordPage>
  );
}

function Facts({ node }: { node: TaxonomyDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string) => translate(`sluice.taxonomy.${name}`);
  const below = node.children?.totalCount ?? 0;
  return (
    <FactList>
      <Fact name={label('url')}>
        <WebLink url={node.url} />
      </Fact>
      <Fact name={label('parents')}>
        <Parents ancestors={node.ancestors ?? []} />
      </Fact>
      <Fact name={label('depth')}>{format.count(node.depth)}</Fact>
      <Fact name={label('position')}>{format.count(node.position)}</Fact>
      <Fact name={label('count_below')}>{format.count(below)}</Fact>
      <Fact name={label('slug')}>{node.slug || '—'}</Fact>
      <Fact name={label('description')}>{node.description ?? '—'}</Fact>
      {(isRecord(node.metadata) ? Object.entries(node.metadata) : []).map(([column, value]) => (
        <Fact key={column} name={column}>
          {jsonText(value)}
        </Fact>
      ))}
      <Fact name={label('updated')}>{format.time(node.updatedAt)}</Fact>
      <Fact name={translate('sluice.records.id')}>
        <code>{node.id}</code>
      </Fact>
    </FactList>
  );
}

function Parents({ ancestors }: { ancestors: TaxonomyDetail['ancestors'] }) {
  const path = usePath();
  if (ancestors.length === 0) return '—';
  return ancestors.map(({ id, title }, index) => (
    <span key={id}>
      {index > 0 ? ' › ' : null}
      <Link component={RouterLink} to={path('taxonomy', id)}>
        {title}
      </Link>
    </span>
  ));
}
