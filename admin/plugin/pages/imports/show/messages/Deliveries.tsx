import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Delivery, ImportDetail } from '../../../../api/types.ts';
import { isFinal } from '../../../../live/progress.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { useCommand } from '../../../../ui/hooks/useCommand.ts';
import { Pager } from '../../../../ui/lists/Pager.tsx';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
import { mayEdit, useProject } from '../../../project/useProject.ts';
import { useDeliveries } from './useDeliveries.ts';

/** The notifications about the end of the import and their delivery. */
export function Deliveries({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const project = useProject();
  const { query, page, perPage, setPage } = useDeliveries(item);
  if (query.isPending) return <LoadingNotice />;
  if (!query.data) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  const { items, total } = query.data;
  if (total === 0) {
    return (
      <Typography color="textSecondary">
        {translate(isFinal(item.status) ? 'sluice.delivery.none' : 'sluice.delivery.none_yet')}
      </Typography>
    );
  }
  const editor = project.kind === 'ready' && mayEdit(project.role);
  return (
    <>
      <Stack
        component="ul"
        aria-label={translate('sluice.show.tab_messages')}
        sx={{ gap: 2.5, listStyle: 'none', m: 0, p: 0 }}
      >
        {items.map((delivery) => (
          <Message key={delivery.id} delivery={delivery} editor={editor} />
        ))}
      </Stack>
      <Pager page={page} perPage={perPage} total={total} onPage={setPage} />
    </>
  );
}

const COLOURS = { PENDING: 'info', DELIVERED: 'success', FAILED: 'error', NOT_SENT: 'default' } as const;

function Message({ delivery, editor }: { delivery: Delivery; editor: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const { api } = useSluice().sluice;
  const command = useCommand();
  const { id, kind, target, event, status, createdAt, nextAttemptAt } = delivery;
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>
          {translate(`sluice.delivery.${kind}`)}: {target}
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          color={COLOURS[status]}
          label={translate(`sluice.delivery.status_${status}`)}
        />
        {editor ? (
          <Button
            size="small"
            variant="text"
            disabled={command.busy || status === 'PENDING'}
            aria-label={translate('sluice.delivery.again_to', { target })}
            onClick={() => command.run({ call: () => api.redeliver(id), message: ['sluice.delivery.sent'] })}
          >
            {translate('sluice.delivery.again')}
          </Button>
        ) : null}
      </Stack>
      <Typography variant="body2" color="textSecondary">
        {[
          translate(`sluice.status.${event.replace('import.', '').toUpperCase()}`, { _: event }),
          format.time(createdAt),
          nextAttemptAt ? nextTry(nextAttemptAt) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <Attempts delivery={delivery} />
    </Box>
  );

  function nextTry(at: string): string {
    return translate('sluice.delivery.next', { when: format.time(at) });
  }
}

function Attempts({ delivery: { attempts, target } }: { delivery: Delivery }) {
  const translate = useTranslate();
  const format = useFormat();
  const messageText = useMessageText();
  if (attempts.length === 0) return null;
  return (
    <Box
      component="ol"
      aria-label={`${translate('sluice.delivery.attempts')}: ${target}`}
      sx={{ m: 0, mt: 0.5, pl: 2.5, typography: 'body2' }}
    >
      {attempts.map(({ at, durationMs, status, error }) => (
        <li key={at}>
          {translate('sluice.delivery.attempt', {
            time: format.time(at),
            ms: format.count(durationMs),
            answer: [
              status === null ? null : translate('sluice.delivery.answered', { status }),
              error && messageText(error),
            ]
              .filter(Boolean)
              .join(', '),
          })}
        </li>
      ))}
    </Box>
  );
}
