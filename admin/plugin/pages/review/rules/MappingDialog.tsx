import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Stack,
  TextField,
} from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EntityRule, ReviewKind } from '../../../api/reviewApi.ts';
import { EntityPicker } from '../EntityPicker.tsx';
import { useKindTexts } from '../useReviewKinds.ts';
import { recognised } from './recognised.ts';
import { useMappings } from './useMappings.ts';

interface MappingDialogProps {
  readonly projectId: string;
  readonly kind: ReviewKind;
  /** The one to change; null: a name that one says. */
  readonly known: EntityRule | null;
  readonly onClose: () => void;
}

/** What a name means: one of the project's own, a new one, or nothing. */
type Means = 'own' | 'new' | 'nothing';

/** Says what a source's name means, before it is met or after. */
export function MappingDialog({ projectId, kind, known, onClose }: MappingDialogProps) {
  const translate = useTranslate();
  const texts = useKindTexts();
  const id = useId();
  const { busy, remember, rememberNew } = useMappings(projectId);
  const how = known ? recognised(known.key) : null;
  const [name, setName] = useState(known?.name ?? '');
  const [place, setPlace] = useState(how?.by === 'name' ? how.place : '');
  const [means, setMeans] = useState<Means>(known?.entityId === null ? 'nothing' : 'own');
  const [entityId, setEntityId] = useState<string | null>(known?.entityId ?? null);
  const [own, setOwn] = useState('');
  const complete = name.trim() !== '' && isComplete(means, entityId, own);

  function save(event: FormEvent): void {
    event.preventDefault();
    if (!complete) return;
    const meaning = { kind: kind.kind, target: kind.target, name: name.trim(), place: place.trim() };
    if (means === 'new') rememberNew(meaning, own.trim(), onClose);
    else remember({ ...meaning, entityId: means === 'own' ? entityId : null }, onClose);
  }
  const label = (word: string) => translate(`sluice.rules.${word}`);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <form onSubmit={save}>
        <DialogTitle id={id}>
          {known ? translate('sluice.rules.change_title', { name: known.name }) : label('add_title')}
        </DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 2, pt: 1 }}>
            {known ? null : (
              <TextField
                label={label('name')}
                value={name}
                onChange={({ target }) => setName(target.value)}
                required
                autoFocus
                margin="none"
              />
            )}
            {known || !kind.hasPlace ? null : (
              <TextField
                label={label('place')}
                value={place}
                onChange={({ target }) => setPlace(target.value)}
                margin="none"
              />
            )}
            <RadioGroup
              aria-label={label('means')}
              value={means}
              onChange={({ target }) => setMeans(meansOf(target.value))}
            >
              <Choice value="own" label={texts.one(kind)} />
              <Choice value="new" label={label('or_new')} />
              <Choice value="nothing" label={label('nothing')} />
            </RadioGroup>
            {means === 'own' ? (
              <EntityPicker
                kind={kind}
                projectId={projectId}
                label={label('means')}
                value={entityId}
                valueName={known?.entityName ?? null}
                onPick={setEntityId}
              />
            ) : null}
            {means === 'new' ? (
              <TextField
                label={label('new_name')}
                value={own}
                onChange={({ target }) => setOwn(target.value)}
                required
                margin="none"
              />
            ) : null}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button variant="text" onClick={onClose}>
            {translate('sluice.review.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || !complete}>
            {label('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Choice({ value, label }: { value: Means; label: string }) {
  return <FormControlLabel value={value} control={<Radio size="small" />} label={label} />;
}

function meansOf(value: string): Means {
  return value === 'new' || value === 'nothing' ? value : 'own';
}

function isComplete(means: Means, entityId: string | null, own: string): boolean {
  if (means === 'nothing') return true;
  return means === 'own' ? entityId !== null : own.trim() !== '';
}
