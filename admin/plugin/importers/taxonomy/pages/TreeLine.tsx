import OpenIcon from '@mui/icons-material/KeyboardArrowDownRounded';
import ClosedIcon from '@mui/icons-material/KeyboardArrowRightRounded';
import { Box, Skeleton, Typography } from '@mui/material';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { hasChildren, type TreeRow } from './treeRows.ts';
import type { Tree } from './useTree.ts';
import type { TreeKeys } from './useTreeKeys.ts';

/** In pixels. All lines are alike, so that one knows where the ten-thousandth stands. */
export const LINE_HEIGHT = 36;

interface TreeLineProps extends Pick<Tree, 'toggle' | 'read'>, Pick<TreeKeys, 'stand' | 'keep'> {
  readonly row: TreeRow;
  /** In pixels from the first line. */
  readonly top: number;
  /** Whether the keyboard stands on it, or would once it comes to the tree. */
  readonly current: boolean;
  /** Whether the line is focused. */
  readonly selected: boolean;
  readonly show: (id: string) => void;
}

/** A line of the tree. A keyboard step renders only two of them again. */
export const TreeLine = memo(function TreeLine(props: TreeLineProps) {
  const { row, top, current, selected, toggle, read, stand, keep, show } = props;
  const isNode = row.kind === 'node';
  const opens = isNode && hasChildren(row.node);
  return (
    <Box
      role="treeitem"
      ref={(element: HTMLElement | null) => keep(row.key, element)}
      tabIndex={current ? 0 : -1}
      aria-level={row.level}
      aria-selected={selected}
      aria-posinset={row.place}
      aria-setsize={row.of}
      {...(opens ? { 'aria-expanded': row.open } : {})}
      onFocus={() => stand(row.key)}
      onClick={() => (isNode ? show(row.node.id) : void read(row.parent, row.place))}
      style={{ transform: `translateY(${top}px)` }}
      sx={{
        ...LINE,
        pl: { xs: 0.5 + Math.min(row.level - 1, 8) * 1.5, sm: 1 + Math.min(row.level - 1, 16) * 2.5 },
      }}
    >
      {isNode ? <NodeLine row={row} onToggle={() => toggle(row.node.id, !row.open)} /> : <BlankLine row={row} />}
    </Box>
  );
});

const LINE = {
  position: 'absolute',
  top: 0,
  left: 0,
  width: '100%',
  height: LINE_HEIGHT,
  display: 'flex',
  alignItems: 'center',
  gap: 0.5,
  pr: 2,
  cursor: 'pointer',
  '&:hover': { bgcolor: 'action.hover' },
  '&[aria-selected=true]': { bgcolor: 'action.selected' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
} as const;

// On a phone the name has the whole line: the address says much the same. That of a site tells it from the others.
const TITLE = {
  fontWeight: 600,
  minWidth: 0,
  flex: { xs: '1 1 auto', sm: '0 0 auto' },
  maxWidth: { sm: '60%' },
} as const;
const SITE = { fontWeight: 600, minWidth: 0, maxWidth: '60%', flexShrink: 0 } as const;
const SITE_ADDRESS = { minWidth: 0, flexGrow: 1 } as const;
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
      <Typography component="span" dir="auto" noWrap sx={row.level === 1 ? SITE : TITLE}>
        {row.node.title}
      </Typography>
      <Typography
        component="span"
        variant="body2"
        color="textSecondary"
        noWrap
        sx={row.level === 1 ? SITE_ADDRESS : ADDRESS}
      >
        {row.level === 1 ? row.node.url : row.node.slug}
      </Typography>
      {below > 0 ? (
        <Typography component="span" variant="body2" color="textSecondary" sx={{ flexShrink: 0 }}>
          <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
            {translate('sluice.taxonomy.below', { smart_count: below, pages: format.count(below) })}
          </Box>
          {/* In the hand the name needs the room. */}
          <Box component="span" sx={{ display: { sm: 'none' } }}>
            {format.count(below)}
          </Box>
        </Typography>
      ) : null}
    </>
  );
}

function BlankLine({ row }: { row: Extract<TreeRow, { kind: 'blank' }> }) {
  const translate = useTranslate();
  if (!row.refused) {
    return (
      <Skeleton aria-label={translate('sluice.taxonomy.loading')} sx={{ ml: 4.5, width: { xs: '60%', sm: 240 } }} />
    );
  }
  return (
    <Typography component="span" variant="body2" noWrap sx={{ pl: 4.5, color: 'error.main', fontWeight: 600 }}>
      {translate('sluice.taxonomy.failed')}
    </Typography>
  );
}
