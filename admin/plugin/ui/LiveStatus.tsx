import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLiveState } from '../live/useLive.ts';

const COLOURS = {
  idle: 'transparent',
  connecting: 'text.secondary',
  live: 'success.main',
  lost: 'warning.main',
  refused: 'error.main',
};

/** Shows with a dot and a word whether the page is current. */
export function LiveStatus() {
  const translate = useTranslate();
  const state = useLiveState();
  const word = state === 'idle' ? '' : translate(`sluice.live.${state}`);
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minHeight: 24 }}>
      <Box aria-hidden sx={{ width: 8, height: 8, borderRadius: 4, bgcolor: COLOURS[state] }} />
      <Typography variant="body2" color="textSecondary">
        {word}
      </Typography>
    </Box>
  );
}

/** Shows prominently that the page is not current. */
export function LostConnectionBanner() {
  const translate = useTranslate();
  const state = useLiveState();
  if (state !== 'lost' && state !== 'refused') return null;
  return (
    <Alert severity={state === 'lost' ? 'warning' : 'error'} sx={{ mb: 2 }}>
      <strong>{translate(`sluice.live.${state}`)}</strong> {translate(`sluice.live.${state}_hint`)}
    </Alert>
  );
}
