import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EntityMatch } from '../../api/reviewApi.ts';
import { EntityPicker } from './EntityPicker.tsx';
import { useKindTexts } from './useReviewKinds.ts';

interface LinkDialogProps {
  readonly projectId: string;
  /** At least one; all of one kind. */
  readonly entities: readonly EntityMatch[];
  readonly busy: boolean;
  readonly onLink: (entityId: string) => void;
  readonly onClose: () => void;
}

/** Looks for the project's own that a name means. */
export function LinkDialog({ projectId, entities, busy, onLink, onClose }: LinkDialogProps) {
  const translate = useTranslate();
  const texts = useKindTexts();
  const id = useId();
  const [entityId, setEntityId] = useState<string | null>(null);
  const [first] = entities;
  if (!first) return null;
  const title =
    entities.length === 1
      ? translate('sluice.review.link_title', { name: first.name })
      : translate('sluice.review.link_many', { smart_count: entities.length });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        {/* Room for the label that floats above the field. */}
        <div style={{ paddingTop: 8 }}>
          <EntityPicker
            kind={first}
            projectId={projectId}
            label={texts.one(first)}
            value={entityId}
            onPick={setEntityId}
            autoFocus
          />
        </div>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="text" onClick={onClose}>
          {translate('sluice.review.cancel')}
        </Button>
        <Button
          variant="contained"
          disabled={busy || entityId === null}
          onClick={() => {
            if (entityId !== null) onLink(entityId);
          }}
        >
          {translate('sluice.review.link_do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
