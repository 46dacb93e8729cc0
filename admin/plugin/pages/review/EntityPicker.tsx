import { Autocomplete, TextField } from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EntityOption, KindRef } from '../../api/reviewApi.ts';
import { useDebounced } from '../../ui/hooks/useDebounced.ts';
import { useEntityOptions, usePicked } from './useEntityOptions.ts';

interface EntityPickerProps {
  readonly kind: KindRef;
  readonly projectId: string;
  readonly label: string;
  readonly value: string | null;
  /** The value's name, where one knows it; else it is asked for. */
  readonly valueName?: string | null;
  readonly onPick: (id: string | null) => void;
  /** Among other filters, rather than in a form. */
  readonly small?: boolean;
  readonly autoFocus?: boolean;
}

/** A picker for the project's records of a kind that searches as the viewer types. */
export function EntityPicker(props: EntityPickerProps) {
  const { kind, projectId, label, value, valueName = null, onPick, small, autoFocus } = props;
  const translate = useTranslate();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [last, setLast] = useState<EntityOption | null>(null);
  const known = last?.entityId === value ? last.name : valueName;
  const picked = usePicked({ kind, projectId }, value, known);
  // The field shows the picked entity, whose name is not a search text.
  const wanted = useDebounced(text === picked?.name ? '' : text.trim(), 200);
  const found = useEntityOptions({ kind, projectId, search: wanted, enabled: open }, keepPreviousData);
  return (
    <Autocomplete<EntityOption>
      size={small ? 'small' : 'medium'}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={[...(found.data ?? [])]}
      value={picked}
      inputValue={text}
      onInputChange={(_event, typed) => setText(typed)}
      onChange={(_event, option) => {
        setLast(option);
        onPick(option?.entityId ?? null);
      }}
      filterOptions={(options) => options}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ entityId }) => entityId}
      isOptionEqualToValue={(option, { entityId }) => option.entityId === entityId}
      loading={found.isPending}
      loadingText={translate('sluice.review.pick_loading')}
      noOptionsText={translate('sluice.review.pick_none')}
      renderOption={({ key, ...attributes }, { name, place }) => (
        <li key={key} {...attributes}>
          {[name, place].filter(Boolean).join(', ')}
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          margin="none"
          size={small ? 'small' : 'medium'}
          autoFocus={autoFocus ?? false}
        />
      )}
      sx={small ? { width: { xs: '100%', sm: 180 } } : { width: '100%' }}
    />
  );
}
