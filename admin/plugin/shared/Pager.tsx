import PreviousIcon from '@mui/icons-material/ChevronLeftRounded';
import NextIcon from '@mui/icons-material/ChevronRightRounded';
import { Box, IconButton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from './useFormat.ts';

interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** "26–50 of 1,234" with a step back and a step on; the range alone when one page holds everything. */
export function Pager({ page, perPage, total, onPage }: PagerProps) {
  const translate = useTranslate();
  const format = useFormat();
  if (total === 0) return null;
  const from = Math.min(total, (page - 1) * perPage + 1);
  const to = Math.min(total, page * perPage);
  const range = (
    <Typography variant="body2" color="textSecondary" sx={{ mr: 1 }}>
      {translate('sluice.paging.range', {
        from: format.count(from),
        to: format.count(to),
        total: format.count(total),
      })}
    </Typography>
  );
  if (total <= perPage && page === 1) return <Box sx={PLACE}>{range}</Box>;
  return (
    <Box component="nav" aria-label={translate('sluice.paging.label')} sx={PLACE}>
      {range}
      <IconButton
        size="small"
        aria-label={translate('sluice.paging.previous')}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <PreviousIcon />
      </IconButton>
      <IconButton
        size="small"
        aria-label={translate('sluice.paging.next')}
        disabled={to >= total}
        onClick={() => onPage(page + 1)}
      >
        <NextIcon />
      </IconButton>
    </Box>
  );
}

const PLACE = { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 0.5, py: 1 } as const;
