import OpenIcon from '@mui/icons-material/KeyboardArrowDownRounded';
import ClosedIcon from '@mui/icons-material/KeyboardArrowRightRounded';
import { Box, Paper, Typography } from '@mui/material';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FROM_TOP } from '../../shared/fromTop.ts';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../shared/Notices.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { useStable } from '../../shared/useStable.ts';
import { usePath } from '../../usePath.ts';
import { hasChildren, type TreeRow } from './treeRows.ts';
import { type Tree, useTree } from './useTree.ts';
import { type TreeKeys, useTreeKeys } from './useTreeKeys.ts';

/** The pages of the project's sites as a tree, for mouse and keyboard. What is below a page is read when one opens it. */
export function TaxonomyTree({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const tree = useTree(projectId);
  if (tree.failure !== null) return <FailureNotice message={tree.failure} retry={tree.retry} />;
  if (tree.rows === null) return <LoadingNotice />;
  if (tree.rows.length === 0) {
    return <EmptyNotice title={translate('sluice.taxonomy.none')} hint={translate('sluice.taxonomy.none_hint')} />;
  }
  return <Lines rows={tree.rows} tree={tree} />;
}

function Lines({ rows, tree }: { rows: readonly TreeRow[]; tree: Tree }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const path = usePath();
  const show = useStable((id: string) => void navigate(path('taxonomy', id), { state: FROM_TOP }));
  const keys = useTreeKeys(rows, tree, show);
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {translate('sluice.taxonomy.hint')}
      </Typography>
      <Paper elevation={0} sx={{ borderRadius: 2, py: 1, overflow: 'hidden' }}>
        <Box role="tree" aria-label={translate('sluice.taxonomy.tree')} onKeyDown={keys.onKeyDown}>
          {rows.map((row) => (
            <Line
              key={row.key}
              row={row}
              current={keys.current === row.key}
              toggle={tree.toggle}
              more={tree.more}
              stand={keys.stand}
              keep={keys.keep}
              show={show}
            />
          ))}
        </Box>
      </Paper>
    </>
  );
}

interface LineProps extends Pick<Tree, 'toggle' | 'more'>, Pick<TreeKeys, 'stand' | 'keep'> {
  readonly row: TreeRow;
  /** Whether the keyboard stands on it. */
  readonly current: boolean;
  readonly show: (id: string) => void;
}

/** A step of the keyboard draws two lines anew, and not ten thousand. */
const Line = memo(function Line({ row, current, toggle, more, stand, keep, show }: LineProps) {
  const isNode = row.kind === 'node';
  const opens = isNode && hasChildren(row.node);
  return (
    <Box
      role="treeitem"
      ref={(element: HTMLElement | null) => keep(row.key, element)}
      tabIndex={current ? 0 : -1}
      aria-level={row.level}
      aria-selected={current}
      {...(opens ? { 'aria-expanded': row.open } : {})}
      {...(isNode ? { 'aria-posinset': row.place, 'aria-setsize': row.of } : {})}
      onFocus={() => stand(row.key)}
      onClick={() => (isNode ? show(row.node.id) : more(row.parent))}
      sx={{
        ...LINE,
        pl: { xs: 0.5 + Math.min(row.level - 1, 8) * 1.5, sm: 1 + Math.min(row.level - 1, 16) * 2.5 },
      }}
    >
      {isNode ? <NodeLine row={row} onToggle={() => toggle(row.node.id, !row.open)} /> : <RestLine row={row} />}
    </Box>
  );
});

const LINE = {
  display: 'flex',
  alignItems: 'center',
  gap: 0.5,
  pr: 2,
  minHeight: 36,
  cursor: 'pointer',
  // What is out of sight of ten thousand lines costs no layout.
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 36px',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
} as const;

// On a phone the name has the whole line: the address says much the same.
const TITLE = {
  fontWeight: 600,
  minWidth: 0,
  flex: { xs: '1 1 auto', sm: '0 0 auto' },
  maxWidth: { sm: '60%' },
} as const;
const ADDRESS = { minWidth: 0, flexGrow: 1, display: { xs: 'none', sm: 'block' } } as const;

function NodeLine({ row, onToggle }: { row: Extract<TreeRow, { kind: 'node' }>; onToggle: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const below = row.node.children?.totalCount ?? 0;
  const Icon = row.open ? OpenIcon : ClosedIcon;
  return (
    <>
      <Box
        aria-hidden
        onClick={(event) => {
          if (below === 0) return;
          event.stopPropagation();
          onToggle();
        }}
        sx={{ width: 32, height: 32, display: 'grid', placeItems: 'center', flexShrink: 0 }}
      >
        {below > 0 ? <Icon fontSize="small" /> : null}
      </Box>
      <Typography component="span" noWrap sx={TITLE}>
        {row.node.title}
      </Typography>
      <Typography component="span" variant="body2" color="textSecondary" noWrap sx={ADDRESS}>
        {row.level === 1 ? row.node.url : row.node.slug}
      </Typography>
      {below > 0 ? (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ flexShrink: 0 }}>
          {translate('sluice.taxonomy.below', { smart_count: below, pages: format.count(below) })}
        </Typography>
      ) : null}
    </>
  );
}

function RestLine({ row }: { row: Exclude<TreeRow, { kind: 'node' }> }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Typography component="span" variant="body2" sx={{ pl: 4.5, color: 'primary.main', fontWeight: 600 }}>
      {translate(`sluice.taxonomy.${row.kind}`, { left: format.count(row.left) })}
    </Typography>
  );
}
