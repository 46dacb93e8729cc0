import { Button, Checkbox, FormControlLabel, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type EntityMatch, sameKind } from '../../api/reviewApi.ts';

/** What is decided for several at once. */
export type ManyAction = 'create' | 'best' | 'link' | 'ignore';

interface BulkActionsToolbarProps {
  readonly items: readonly EntityMatch[];
  readonly chosen: readonly EntityMatch[];
  readonly busy: boolean;
  readonly onChoose: (all: boolean) => void;
  readonly onAct: (action: ManyAction) => void;
}

/** The selected entities and the actions for all of them. */
export function BulkActionsToolbar({ items, chosen, busy, onChoose, onAct }: BulkActionsToolbarProps) {
  const translate = useTranslate();
  const all = chosen.length === items.length;
  const offered: readonly ManyAction[] = [
    'create',
    ...(chosen.every(({ candidates }) => candidates.length > 0) ? (['best'] as const) : []),
    ...(isOneKind(chosen) ? (['link'] as const) : []),
    'ignore',
  ];
  return (
    <Stack
      direction="row"
      sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', minHeight: 42, px: { xs: 1.5, sm: 2 } }}
    >
      <FormControlLabel
        control={
          <Checkbox
            sx={{ p: 0.5, mr: 0.5 }}
            checked={all}
            indeterminate={chosen.length > 0 && !all}
            onChange={() => onChoose(!all)}
          />
        }
        label={translate('sluice.review.choose_all')}
        slotProps={{ typography: { variant: 'body2' } }}
        sx={{ ml: 0 }}
      />
      {chosen.length > 0 ? (
        <>
          <Typography variant="body2" role="status" sx={{ fontWeight: 600 }}>
            {translate('sluice.review.chosen', { smart_count: chosen.length })}
          </Typography>
          {offered.map((action) => (
            <Button
              key={action}
              size="small"
              disabled={busy}
              {...(action === 'ignore' ? { color: 'inherit' as const } : {})}
              onClick={() => onAct(action)}
            >
              {translate(`sluice.review.many_${action}`)}
            </Button>
          ))}
        </>
      ) : null}
    </Stack>
  );
}

function isOneKind([first, ...others]: readonly EntityMatch[]): boolean {
  return first !== undefined && others.every((other) => sameKind(first, other));
}
