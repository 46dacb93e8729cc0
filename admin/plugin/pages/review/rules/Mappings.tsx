import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EntityRule, ReviewKind } from '../../../api/reviewApi.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { Pager } from '../../../ui/lists/Pager.tsx';
import { type Column, RecordTable } from '../../../ui/lists/RecordTable.tsx';
import { useListState } from '../../../ui/lists/useListState.ts';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { MappingDialog } from './MappingDialog.tsx';
import { recognised } from './recognised.ts';
import { useMappings } from './useMappings.ts';

interface MappingsProps {
  readonly projectId: string;
  readonly kind: ReviewKind;
  /** Whether a filter is set. */
  readonly searched: boolean;
  readonly editable: boolean;
}

type Listed = EntityRule & { readonly id: string };
type Asking = { readonly kind: 'nothing' } | { readonly kind: 'change' | 'forget'; readonly mapping: EntityRule };

/** The table that maps a source's names of a kind to the project's own. */
export function Mappings({ projectId, kind, searched, editable }: MappingsProps) {
  const translate = useTranslate();
  const [asking, setAsking] = useState<Asking>({ kind: 'nothing' });
  const { forget, busy } = useMappings(projectId);
  const columns = useColumns(editable ? setAsking : null);
  const state = useListState<Listed>();
  const close = () => setAsking({ kind: 'nothing' });
  const label = (name: string) => translate(`sluice.rules.${name}`);
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'empty':
      return searched ? (
        <EmptyNotice title={label('none_found')} />
      ) : (
        <EmptyNotice title={label('none')} hint={label('none_hint')} />
      );
    case 'rows':
      return (
        <>
          <RecordTable
            label={translate(`sluice.rules.table_${kind.kind}`, {
              _: translate('sluice.rules.table', { kind: kind.label }),
            })}
            items={state.items}
            columns={columns}
            keyOf={({ key }) => key}
            hrefOf={() => null}
          />
          <Pager page={state.page} perPage={state.perPage} total={state.total} onPage={state.setPage} />
          {asking.kind === 'change' ? (
            <MappingDialog projectId={projectId} kind={kind} known={asking.mapping} onClose={close} />
          ) : null}
          {asking.kind === 'forget' ? (
            <ConfirmDialog
              open
              title={translate('sluice.rules.forget_title', { name: asking.mapping.name })}
              confirm={label('forget')}
              busy={busy}
              onConfirm={() => forget(asking.mapping, close)}
              onClose={close}
            >
              <Typography>{label('forget_text')}</Typography>
            </ConfirmDialog>
          ) : null}
        </>
      );
  }
}

function useColumns(ask: ((asking: Asking) => void) | null): readonly [Column<EntityRule>, ...Column<EntityRule>[]] {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string, words?: object) => translate(`sluice.rules.${name}`, words);
  return [
    { name: 'name', label: label('name'), cell: ({ name }) => name },
    {
      name: 'means',
      label: label('means'),
      cell: ({ entityId, entityName }) => (entityId === null ? label('nothing') : (entityName ?? entityId)),
    },
    {
      name: 'by',
      label: label('by'),
      cell: ({ key }) => {
        const how = recognised(key);
        if (how.by === 'id') return label('by_id', how);
        return how.place === '' ? label('by_name') : label('by_place', how);
      },
    },
    { name: 'who', label: label('who'), cell: ({ decidedBy }) => decidedBy ?? label('who_import') },
    {
      name: 'when',
      label: label('when'),
      cell: ({ createdAt }) => <span title={format.time(createdAt)}>{format.ago(createdAt)}</span>,
      oneLine: true,
    },
    {
      name: 'actions',
      bare: true,
      label: '',
      cell: (mapping) => (ask ? <Actions mapping={mapping} ask={ask} /> : null),
      align: 'right',
      oneLine: true,
    },
  ];
}

function Actions({ mapping, ask }: { mapping: EntityRule; ask: (asking: Asking) => void }) {
  const translate = useTranslate();
  const { name } = mapping;
  return (
    <Stack direction="row" sx={{ gap: 0.5, justifyContent: 'flex-end' }}>
      {/* What an id means follows its name: it is changed there, or forgotten. */}
      {recognised(mapping.key).by === 'name' ? (
        <Button
          size="small"
          variant="text"
          aria-label={translate('sluice.rules.change', { name })}
          onClick={() => ask({ kind: 'change', mapping })}
        >
          {translate('sluice.rules.change_short')}
        </Button>
      ) : null}
      <Button
        size="small"
        variant="text"
        color="error"
        aria-label={translate('sluice.rules.forget_name', { name })}
        onClick={() => ask({ kind: 'forget', mapping })}
      >
        {translate('sluice.rules.forget')}
      </Button>
    </Stack>
  );
}
