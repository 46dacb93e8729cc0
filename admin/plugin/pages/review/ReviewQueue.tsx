import DoneIcon from '@mui/icons-material/TaskAltRounded';
import { Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EntityMatchDecisionInput } from '../../../gql/generated/graphql.ts';
import type { EntityMatch } from '../../api/reviewApi.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ClearFilters } from '../../ui/lists/ListFilters.tsx';
import { Pager } from '../../ui/lists/Pager.tsx';
import { useListState } from '../../ui/lists/useListState.ts';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../ui/Notices.tsx';
import { BulkActionsToolbar, type ManyAction } from './BulkActionsToolbar.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { QueueEntry } from './QueueEntry.tsx';
import { type QueueActions, useQueueKeys } from './useQueueKeys.ts';
import type { Review } from './useReview.ts';

interface ReviewQueueProps {
  readonly projectId: string;
  readonly review: Review;
  readonly editable: boolean;
}

/** What waits for a decision, a page at a time. */
export function ReviewQueue({ projectId, review, editable }: ReviewQueueProps) {
  const translate = useTranslate();
  const state = useListState<EntityMatch>();
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'empty':
      return state.filtered ? (
        <EmptyNotice title={translate('sluice.review.none_found')} action={<ClearFilters />} />
      ) : (
        <EmptyNotice
          icon={<DoneIcon />}
          title={translate('sluice.review.none')}
          hint={translate('sluice.review.none_hint')}
        />
      );
    case 'rows':
      return (
        <>
          <Entries items={state.items} projectId={projectId} review={review} editable={editable} />
          <Pager page={state.page} perPage={state.perPage} total={state.total} onPage={state.setPage} />
        </>
      );
  }
}

/** The question before an action: none, which entity to link to, or a confirmation. */
type Asking =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'link'; readonly entities: readonly EntityMatch[] }
  | { readonly kind: 'confirm'; readonly action: Exclude<ManyAction, 'link'> };

function Entries({ items, projectId, review, editable }: ReviewQueueProps & { items: readonly EntityMatch[] }) {
  const translate = useTranslate();
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Asking>({ kind: 'nothing' });
  const chosen = items.filter(({ id }) => chosenIds.has(id));
  const close = () => setAsking({ kind: 'nothing' });
  const actions: QueueActions | null = editable
    ? {
        link: ({ id }, entityId) => review.decide([{ id, action: 'LINK', entityId }]),
        linkOther: (entity) => setAsking({ kind: 'link', entities: [entity] }),
        create: ({ id }) => review.decide([{ id, action: 'CREATE' }]),
        ignore: ({ id }) => review.decide([{ id, action: 'IGNORE' }]),
        choose: ({ id }) => setChosenIds((before) => toggled(before, id)),
      }
    : null;
  const keys = useQueueKeys(items, actions);
  return (
    <>
      {editable ? (
        <BulkActionsToolbar
          items={items}
          chosen={chosen}
          busy={review.busy}
          onChoose={(all) => setChosenIds(new Set(all ? items.map(({ id }) => id) : []))}
          onAct={(action) =>
            setAsking(action === 'link' ? { kind: 'link', entities: chosen } : { kind: 'confirm', action })
          }
        />
      ) : null}
      <Stack role="feed" aria-label={translate('sluice.review.queue')} aria-busy={review.busy} sx={{ gap: 1.5 }}>
        {items.map((entity, index) => (
          <QueueEntry
            key={entity.id}
            entity={entity}
            index={index}
            of={items.length}
            keys={keys}
            chosen={chosenIds.has(entity.id)}
            actions={actions}
            busy={review.busy}
          />
        ))}
      </Stack>
      {asking.kind === 'link' ? (
        <LinkDialog
          projectId={projectId}
          entities={asking.entities}
          busy={review.busy}
          onLink={(entityId) =>
            review.decide(
              asking.entities.map(({ id }) => ({ id, action: 'LINK', entityId })),
              close,
            )
          }
          onClose={close}
        />
      ) : null}
      {asking.kind === 'confirm' ? (
        <ConfirmDialog
          open
          title={translate(`sluice.review.confirm_${asking.action}`, { smart_count: chosen.length })}
          confirm={translate('sluice.review.confirm')}
          busy={review.busy}
          onConfirm={() => review.decide(decisionsOf(asking.action, chosen), close)}
          onClose={close}
        >
          <Typography>{translate('sluice.review.confirm_text')}</Typography>
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}

function decisionsOf(
  action: 'create' | 'best' | 'ignore',
  chosen: readonly EntityMatch[],
): readonly EntityMatchDecisionInput[] {
  return chosen.flatMap(({ id, candidates }): EntityMatchDecisionInput[] => {
    if (action === 'create') return [{ id, action: 'CREATE' }];
    if (action === 'ignore') return [{ id, action: 'IGNORE' }];
    const [best] = candidates;
    return best ? [{ id, action: 'LINK', entityId: best.entityId }] : [];
  });
}
