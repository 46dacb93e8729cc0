import GoIcon from '@mui/icons-material/CheckCircleOutlineRounded';
import NoGoIcon from '@mui/icons-material/HighlightOffRounded';
import { Box, Chip } from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { isRecord } from '../../../api/json.ts';
import type { Assessment, ImportDetail } from '../../../api/types.ts';
import { isFinal } from '../../../live/progress.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { Fact, FactList } from '../../../ui/FactList.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { Panel } from '../../../ui/Panel.tsx';

/** Go or no-go: whether the import is as good as was asked for, and why. Nothing before its end. */
export function AssessmentPanel({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const { data } = useSluiceQuery({
    // Each revision may have changed a rate: rows are retried after the end, too.
    queryKey: ['sluice', 'assessment', item.id, item.revision],
    queryFn: () => api.assessment(item.id),
    placeholderData: keepPreviousData,
    enabled: isFinal(item.status),
  });
  if (!data || !isFinal(item.status)) return null;
  return (
    <Panel
      title={translate('sluice.assessment.title')}
      beside={
        <Chip
          size="small"
          icon={data.canProceed ? <GoIcon /> : <NoGoIcon />}
          color={data.canProceed ? 'success' : 'error'}
          variant="outlined"
          label={translate(data.canProceed ? 'sluice.assessment.go' : 'sluice.assessment.no_go')}
        />
      }
    >
      <Rates assessment={data} />
    </Panel>
  );
}

const RATES = [
  ['successRate', 'minSuccessRate'],
  ['validationRate', 'minValidationRate'],
  ['entityResolutionRate', 'minEntityResolutionRate'],
] as const;

/** Each rate beside what was asked for: that is the reason, and those that miss it are marked. */
function Rates({ assessment }: { assessment: Assessment }) {
  const translate = useTranslate();
  const format = useFormat();
  const thresholds = isRecord(assessment.thresholds) ? assessment.thresholds : {};
  return (
    <FactList>
      {RATES.map(([rate, least]) => {
        const value = assessment[rate];
        const threshold = thresholds[least];
        if (value === null) return null;
        const asked = typeof threshold === 'number' ? threshold : null;
        const missed = asked !== null && value < asked;
        return (
          <Fact key={rate} name={translate(`sluice.assessment.${rate}`)}>
            <Box component="span" sx={missed ? MISSED : {}}>
              {missed ? <NoGoIcon titleAccess={translate('sluice.assessment.missed')} fontSize="inherit" /> : null}
              {format.share(roundedDown(value))}
            </Box>
            {asked === null ? null : ` (${translate('sluice.assessment.at_least', { rate: format.share(asked) })})`}
          </Fact>
        );
      })}
    </FactList>
  );
}

const MISSED = { color: 'error.main', fontWeight: 600, '& svg': { verticalAlign: '-0.15em', mr: 0.5 } };

/** What misses a threshold by a hair must not look as if it met it. */
function roundedDown(rate: number): number {
  return Math.floor(rate * 1000 + 1e-6) / 1000;
}
