import SearchIcon from '@mui/icons-material/SearchRounded';
import { InputAdornment, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '../hooks/useDebounced.ts';
import { useStable } from '../hooks/useStable.ts';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (search: string) => void;
}

const PAUSE_MS = 300;

/**
 * Searches when you pause typing. A search that comes from elsewhere (a link, a saved filter, "Clear filters") takes the
 * place of what was typed, and nothing typed before it comes back.
 */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const asked = useRef(value);
  const paused = useDebounced(typed, PAUSE_MS);
  const search = useStable(() => {
    if (typed === null || typed.trim() === value) return;
    asked.current = typed.trim();
    onSearch(asked.current);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pause is what starts the search.
  useEffect(search, [paused]);
  useEffect(() => {
    // The answer to what was asked here may come while more is typed.
    if (value === asked.current) return;
    asked.current = value;
    setTyped(null);
  }, [value]);
  return (
    <TextField
      type="search"
      size="small"
      margin="none"
      label={label}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
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
