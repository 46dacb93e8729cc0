import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ReviewKind } from '../../api/reviewApi.ts';
import { useFormat } from '../../ui/format/useFormat.ts';
import { kindValue, useKindTexts } from './useReviewKinds.ts';

interface KindButtonsProps {
  readonly kinds: readonly ReviewKind[];
  /** As kindValue gives it; null: all. */
  readonly value: string | null;
  readonly onChoose: (kind: ReviewKind | null) => void;
  /** Offers all kinds together, and shows how many names wait. */
  readonly counted?: boolean;
}

/** The kinds of records to choose from. */
export function KindButtons({ kinds, value, onChoose, counted = false }: KindButtonsProps) {
  const translate = useTranslate();
  const texts = useKindTexts();
  const format = useFormat();
  const count = (open: number) => (counted ? ` (${format.count(open)})` : '');
  const all = kinds.reduce((sum, { open }) => sum + open, 0);
  return (
    <Box sx={{ overflowX: 'auto', maxWidth: '100%' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={value ?? 'all'}
        aria-label={translate('sluice.review.kinds')}
        onChange={(_event, chosen: unknown) => {
          const kind = kinds.find((each) => kindValue(each) === chosen);
          if (kind || (counted && chosen === 'all')) onChoose(kind ?? null);
        }}
      >
        {counted ? (
          <ToggleButton value="all" sx={buttonSx}>
            {translate('sluice.review.kind_all')}
            {count(all)}
          </ToggleButton>
        ) : null}
        {kinds.map((kind) => (
          <ToggleButton key={kindValue(kind)} value={kindValue(kind)} sx={buttonSx}>
            {texts.many(kind)}
            {count(kind.open)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}

const buttonSx = { textTransform: 'none', px: 1.5, whiteSpace: 'nowrap', color: 'text.primary' } as const;
