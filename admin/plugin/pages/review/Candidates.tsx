import LinkIcon from '@mui/icons-material/LinkRounded';
import { Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Candidate, EntityMatch } from '../../api/reviewApi.ts';
import { useFormat } from '../../ui/format/useFormat.ts';
import type { QueueActions } from './useQueueKeys.ts';

interface CandidatesProps {
  readonly entity: EntityMatch;
  readonly actions: QueueActions | null;
  readonly busy: boolean;
}

/** The project's own that are most alike, the best first, each a press from being the answer. */
export function Candidates({ entity, actions, busy }: CandidatesProps) {
  const translate = useTranslate();
  const id = useId();
  if (entity.candidates.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {translate('sluice.review.no_candidates')}
      </Typography>
    );
  }
  return (
    <Stack role="group" aria-labelledby={id} sx={{ gap: 0.5 }}>
      <Typography variant="body2" color="textSecondary" id={id}>
        {translate('sluice.review.candidates')}
      </Typography>
      {entity.candidates.map((candidate, index) => (
        <Line
          key={candidate.entityId}
          candidate={candidate}
          place={index + 1}
          disabled={busy || actions === null}
          onLink={() => actions?.link(entity, candidate.entityId)}
        />
      ))}
    </Stack>
  );
}

interface LineProps {
  readonly candidate: Candidate;
  readonly place: number;
  readonly disabled: boolean;
  readonly onLink: () => void;
}

function Line({ candidate: { name, place: city, score }, place, disabled, onLink }: LineProps) {
  const translate = useTranslate();
  const format = useFormat();
  const named = [name, city].filter(Boolean).join(', ');
  const alike = translate('sluice.review.alike', { share: format.percent(score * 100) });
  return (
    <Button
      size="small"
      variant="text"
      disabled={disabled}
      onClick={onLink}
      title={translate('sluice.review.link', { name: named })}
      sx={{
        justifyContent: 'flex-start',
        textAlign: 'left',
        gap: 1,
        border: 1,
        borderColor: 'divider',
        px: 1,
        py: 0.5,
      }}
    >
      <Typography
        aria-hidden
        component="kbd"
        variant="body2"
        color="textSecondary"
        sx={{ fontFamily: 'inherit', width: 12 }}
      >
        {place}
      </Typography>
      <Box component="span" sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', color: 'text.primary' }}>
        {named}
      </Box>
      <LinearProgress
        aria-hidden
        variant="determinate"
        value={score * 100}
        sx={{ width: 56, flexShrink: 0, display: { xs: 'none', sm: 'block' }, borderRadius: 2 }}
      />
      <Typography component="span" variant="body2" color="textSecondary" sx={{ flexShrink: 0, minWidth: 76 }}>
        {alike}
      </Typography>
      <LinkIcon aria-hidden fontSize="small" />
    </Button>
  );
}
