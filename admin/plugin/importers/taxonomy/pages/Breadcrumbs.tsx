import { Box } from '@mui/material';
import type { TreeRow } from './treeRows.ts';

/** The bar of the page, which stands over what scrolls, in pixels. */
export const APP_BAR = 48;
/** In pixels. */
export const PATH_HEIGHT = 32;
/** The nearest ancestors are shown. */
const SHOWN = 3;

interface BreadcrumbsProps {
  readonly rows: readonly TreeRow[];
  /** The first line in sight, by its place among the rows. */
  readonly first: number;
}

/** Under which pages the lines in sight stand, once those have gone out of sight. For the eye: a line says its level. */
export function Breadcrumbs({ rows, first }: BreadcrumbsProps) {
  const titles = titlesAbove(rows, first);
  return (
    <Box sx={{ position: 'sticky', top: APP_BAR, zIndex: 1, height: 0 }} aria-hidden>
      {titles.length === 0 ? null : (
        <Box sx={PATH}>
          {titles.length > SHOWN ? '… › ' : ''}
          {titles.slice(-SHOWN).join(' › ')}
        </Box>
      )}
    </Box>
  );
}

const PATH = {
  height: PATH_HEIGHT,
  px: 2,
  typography: 'body2',
  lineHeight: `${PATH_HEIGHT}px`,
  fontWeight: 600,
  color: 'text.secondary',
  bgcolor: 'background.paper',
  borderBottom: 1,
  borderColor: 'divider',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
} as const;

/** From the root down to the parent of the line. */
function titlesAbove(rows: readonly TreeRow[], first: number): string[] {
  const titles: string[] = [];
  let level = rows[first]?.level ?? 1;
  for (let index = first - 1; index >= 0 && level > 1; index -= 1) {
    const row = rows[index];
    if (!row || row.level >= level) continue;
    level = row.level;
    if (row.kind === 'node') titles.unshift(row.node.title ?? row.node.url);
  }
  return titles;
}
