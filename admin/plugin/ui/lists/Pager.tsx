import PreviousIcon from '@mui/icons-material/ChevronLeftRounded';
import NextIcon from '@mui/icons-material/ChevronRightRounded';
import { Box, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../format/useFormat.ts';

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
      <Step label={translate('sluice.paging.previous')} last={page <= 1} onStep={() => onPage(page - 1)}>
        <PreviousIcon />
      </Step>
      <Step label={translate('sluice.paging.next')} last={to >= total} onStep={() => onPage(page + 1)}>
        <NextIcon />
      </Step>
    </Box>
  );
}

interface StepProps {
  readonly label: string;
  /** Whether there is no page in this direction. */
  readonly last: boolean;
  readonly onStep: () => void;
  readonly children: ReactNode;
}

/** Never disabled: a button that is would lose the keyboard to the top of the page, at the step to the last one. */
function Step({ label, last, onStep, children }: StepProps) {
  return (
    <IconButton
      size="small"
      aria-label={label}
      aria-disabled={last}
      onClick={last ? undefined : onStep}
      sx={last ? { color: 'action.disabled', cursor: 'default' } : {}}
    >
      {children}
    </IconButton>
  );
}

const PLACE = { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 0.5, py: 1 } as const;
