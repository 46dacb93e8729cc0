import SearchIcon from '@mui/icons-material/SearchRounded';
import { InputAdornment, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useDebounced } from './useDebounced.ts';
import { useStable } from './useStable.ts';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (search: string) => void;
}

/** Searches once one pauses typing. What is searched for from elsewhere (a link, a saved filter) is written into it. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const settled = useDebounced(text, 300);
  const search = useStable((wanted: string) => {
    if (wanted.trim() !== value) onSearch(wanted.trim());
  });
  useEffect(() => search(settled), [settled, search]);
  useEffect(() => setText((shown) => (shown.trim() === value ? shown : value)), [value]);
  return (
    <TextField
      type="search"
      size="small"
      margin="none"
      label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      slotProps={{
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon aria-hidden fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
      sx={{ width: { xs: '100%', sm: 260 } }}
    />
  );
}
