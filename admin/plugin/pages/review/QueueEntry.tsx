import { Box, Button, Checkbox, Chip, Paper, Stack, Typography } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { isRecord } from '../../api/json.ts';
import type { EntityMatch } from '../../api/reviewApi.ts';
import { useFormat } from '../../ui/format/useFormat.ts';
import { ImportLink } from '../records/ImportLink.tsx';
import { Candidates } from './Candidates.tsx';
import type { QueueActions, QueueKeys } from './useQueueKeys.ts';
import { useKindTexts } from './useReviewKinds.ts';

interface QueueEntryProps {
  readonly entity: EntityMatch;
  readonly index: number;
  readonly of: number;
  readonly keys: QueueKeys;
  readonly chosen: boolean;
  /** Null for viewers who cannot decide. */
  readonly actions: QueueActions | null;
  readonly busy: boolean;
}

/** A name that an import did not recognize, with its details, its possible matches and the decisions. */
export function QueueEntry({ entity, index, of, keys, chosen, actions, busy }: QueueEntryProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Paper
      component="article"
      elevation={0}
      ref={keys.refOf(index)}
      tabIndex={keys.current === index ? 0 : -1}
      aria-labelledby={id}
      aria-posinset={index + 1}
      aria-setsize={of}
      onFocus={(event) => keys.onFocus(event, index)}
      onKeyDown={keys.onKeyDown}
      sx={{
        p: { xs: 1.5, sm: 2 },
        borderRadius: 2,
        display: 'grid',
        gap: { xs: 1.5, md: 3 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
      }}
    >
      <Stack direction="row" sx={{ gap: 1, minWidth: 0 }}>
        {actions ? (
          <Checkbox
            checked={chosen}
            onChange={() => actions.choose(entity)}
            slotProps={{ input: { 'aria-label': translate('sluice.review.choose', { name: entity.name }) } }}
            sx={{ alignSelf: 'flex-start', p: 0.5 }}
          />
        ) : null}
        <About entity={entity} headingId={id} />
      </Stack>
      <Stack sx={{ gap: 1.5, minWidth: 0 }}>
        <Candidates entity={entity} actions={actions} busy={busy} />
        {actions ? <Decisions entity={entity} actions={actions} busy={busy} /> : null}
      </Stack>
    </Paper>
  );
}

function About({ entity, headingId }: { entity: EntityMatch; headingId: string }) {
  const translate = useTranslate();
  const texts = useKindTexts();
  const format = useFormat();
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component="h2" variant="subtitle1" id={headingId} sx={{ fontWeight: 700 }}>
          {entity.name}
        </Typography>
        <Chip size="small" label={texts.one(entity)} />
      </Stack>
      <Typography variant="body2">{detailsOf(entity).join(', ')}</Typography>
      <Typography variant="body2" sx={{ fontWeight: 600, mt: 0.5 }}>
        {entity.createdEntityId === null
          ? translate('sluice.review.waiting', {
              smart_count: entity.waitingRows,
              rows: format.count(entity.waitingRows),
            })
          : translate('sluice.review.made')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {entity.source ? `${entity.source} · ` : ''}
        {entity.importId ? (
          <>
            <ImportLink id={entity.importId} /> ·{' '}
          </>
        ) : null}
        {format.ago(entity.createdAt)}
      </Typography>
    </Box>
  );
}

/** As an address is written; the database keeps them in an order of its own. */
const ORDER = ['address', 'city', 'region', 'postalCode', 'country', 'phone', 'email', 'website'];

function detailsOf({ details }: EntityMatch): string[] {
  if (!isRecord(details)) return [];
  const others = Object.keys(details).filter((name) => !ORDER.includes(name));
  return [...ORDER, ...others].flatMap((name) => {
    const text = details[name];
    return typeof text === 'string' && text !== '' ? [text] : [];
  });
}

interface DecisionsProps {
  readonly entity: EntityMatch;
  readonly actions: QueueActions;
  readonly busy: boolean;
}

function Decisions({ entity, actions, busy }: DecisionsProps) {
  const translate = useTranslate();
  const made = entity.createdEntityId !== null;
  const button = { size: 'small', disabled: busy } as const;
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      <Button {...button} variant="contained" onClick={() => actions.create(entity)}>
        {translate(made ? 'sluice.review.keep' : 'sluice.review.create')}
      </Button>
      <Button {...button} onClick={() => actions.linkOther(entity)}>
        {translate('sluice.review.link_other')}
      </Button>
      <Button
        {...button}
        color="inherit"
        title={translate('sluice.review.ignore_hint')}
        onClick={() => actions.ignore(entity)}
      >
        {translate(made ? 'sluice.review.remove' : 'sluice.review.ignore')}
      </Button>
    </Stack>
  );
}
