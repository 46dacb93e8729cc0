import { Box, Paper, Typography } from '@mui/material';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { FROM_TOP } from '../../../ui/browser/fromTop.ts';
import { useStable } from '../../../ui/hooks/useStable.ts';
import { NewImportLink } from '../../../ui/NewImportLink.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { usePath } from '../../../usePath.ts';
import { APP_BAR, Breadcrumbs, PATH_HEIGHT } from './Breadcrumbs.tsx';
import { inTree } from './inTree.ts';
import { LINE_HEIGHT, TreeLine } from './TreeLine.tsx';
import type { TreeRow } from './treeRows.ts';
import { type Tree, useTree } from './useTree.ts';
import { useTreeKeys } from './useTreeKeys.ts';

/** What stands over the lines that one scrolls to, in pixels. */
const COVERED = APP_BAR + PATH_HEIGHT;

/**
 * The pages of the project's sites as a tree, for mouse and keyboard. What is below a page is read when one opens it,
 * and drawn where it is in sight: there may be ten thousand siblings.
 */
export function TaxonomyTree({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const tree = useTree(projectId);
  if (tree.failure !== null) return <FailureNotice error={tree.failure} retry={tree.retry} />;
  if (tree.rows === null) return <LoadingNotice />;
  if (tree.rows.length === 0) {
    return (
      <EmptyNotice
        title={translate('sluice.taxonomy.none')}
        hint={translate('sluice.taxonomy.none_hint')}
        action={<NewImportLink />}
      />
    );
  }
  return <Lines rows={tree.rows} tree={tree} />;
}

function Lines({ rows, tree }: { rows: readonly TreeRow[]; tree: Tree }) {
  const translate = useTranslate();
  const show = useShow();
  const { list, top } = useTop();
  const current = useRef(0);
  const lines = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: COVERED,
    scrollPaddingEnd: LINE_HEIGHT,
    getItemKey: (index) => rows[index]?.key ?? index,
    // The line that has the focus stays, however far one scrolls away from it.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), current.current])].sort((a, b) => a - b),
  });
  const keys = useTreeKeys({ rows, tree, show, scrollTo: (index, align) => lines.scrollToIndex(index, { align }) });
  current.current = Math.min(keys.at, rows.length - 1);
  const drawn = lines.getVirtualItems();
  const first = Math.max(0, Math.floor(((lines.scrollOffset ?? 0) + COVERED - top) / LINE_HEIGHT));
  useRevealed(tree, keys.find);
  // What came into sight and is not read yet.
  useEffect(() => {
    for (const { index } of drawn) {
      const row = rows[index];
      if (row?.kind === 'blank' && !row.refused) void tree.read(row.parent, row.place);
    }
  });
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1, display: { xs: 'none', md: 'block' } }}>
        {translate('sluice.taxonomy.hint')}
      </Typography>
      <Paper elevation={0} sx={{ borderRadius: 2, py: 1 }}>
        <Breadcrumbs rows={rows} first={first} />
        <Box
          ref={list}
          role="tree"
          aria-label={translate('sluice.taxonomy.tree')}
          onKeyDown={keys.onKeyDown}
          sx={{ position: 'relative' }}
          style={{ height: lines.getTotalSize() }}
        >
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <TreeLine
                key={row.key}
                row={row}
                top={start - top}
                current={keys.at === index}
                selected={keys.chosen === row.key}
                toggle={tree.toggle}
                read={tree.read}
                stand={keys.stand}
                keep={keys.keep}
                show={show}
              />
            ) : null;
          })}
        </Box>
      </Paper>
    </>
  );
}

/** Shows a page, and has the way back lead to its place in the tree. */
function useShow(): (id: string) => void {
  const navigate = useNavigate();
  const path = usePath();
  return useStable((id: string) => {
    void navigate(inTree(path('taxonomy'), id), { replace: true });
    void navigate(path('taxonomy', id), { state: FROM_TOP });
  });
}

/** Goes to the page that the address asks for, once. */
function useRevealed(tree: Tree, find: (key: string) => void): void {
  const [params] = useSearchParams();
  const [node] = useState(() => params.get('node'));
  const { reveal } = tree;
  useEffect(() => {
    if (node === null) return;
    void reveal(node).then((key) => {
      if (key !== null) find(key);
    });
  }, [node, reveal, find]);
}

/** How far from the top of the document the list begins, in pixels. */
function useTop() {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + globalThis.scrollY));
  }, []);
  return { list, top };
}
