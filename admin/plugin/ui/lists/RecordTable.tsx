import {
  Box,
  Link,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
} from '@mui/material';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { FROM_TOP } from '../browser/fromTop.ts';
import { SortChoice } from './SortChoice.tsx';
import { SortHead } from './SortHead.tsx';

export interface Column<Item> {
  readonly name: string;
  readonly label: string;
  /** Null and '' are shown as nothing on a phone and as a dash at a desk. */
  readonly cell: (item: Item) => ReactNode;
  /** The sort field of this column. */
  readonly sort?: string;
  readonly align?: 'right';
  /** On one line on wide screens, truncated if it does not fit: a wrapped number or address is hard to read. */
  readonly oneLine?: true;
  /** Says itself what it is, as buttons do: a card shows no name beside it. */
  readonly bare?: true;
}

interface RecordTableProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  /** The first is the record's name and leads to its page. */
  readonly columns: readonly [Column<Item>, ...Column<Item>[]];
  readonly keyOf: (item: Item) => string;
  readonly hrefOf: (item: Item) => string | null;
}

/** Records as rows at a desk and as cards in the hand. */
export function RecordTable<Item>(props: RecordTableProps<Item>) {
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  return wide ? <Rows {...props} /> : <Cards {...props} />;
}

function Rows<Item>({ label, items, columns, keyOf, hrefOf }: RecordTableProps<Item>) {
  const [first, ...others] = columns;
  return (
    <TableContainer component={Paper} elevation={0} sx={{ borderRadius: 2 }}>
      <Table aria-label={label} sx={{ '& td, & th': { px: 1.5, py: 1.25 } }}>
        <TableHead>
          <TableRow>
            {columns.map(({ name, label: words, sort, align }) =>
              sort ? (
                <SortHead key={name} field={sort} label={words} align={align} />
              ) : (
                <TableCell key={name} align={align ?? 'left'}>
                  {words}
                </TableCell>
              ),
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <TableRow key={keyOf(item)} hover>
              <TableCell sx={{ maxWidth: 320, overflowWrap: 'anywhere' }}>
                <Name href={hrefOf(item)}>{first.cell(item)}</Name>
              </TableCell>
              {others.map(({ name, cell, align, oneLine }) => (
                <TableCell key={name} align={align ?? 'left'} sx={oneLine ? ONE_LINE : WRAPPED}>
                  <Content>{cell(item) || '—'}</Content>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Cards<Item>({ label, items, columns, keyOf, hrefOf }: RecordTableProps<Item>) {
  const [first, ...others] = columns;
  const orders = columns.flatMap(({ sort, label: words }) => (sort ? [{ field: sort, label: words }] : []));
  return (
    <>
      {orders.length > 0 ? <SortChoice fields={orders} /> : null}
      <Stack component="ul" aria-label={label} sx={{ gap: 1.5, listStyle: 'none', p: 0, m: 0 }}>
        {items.map((item) => (
          <Paper
            key={keyOf(item)}
            component="li"
            elevation={0}
            sx={{ p: 2, borderRadius: 2, overflowWrap: 'anywhere' }}
          >
            <Name href={hrefOf(item)}>{first.cell(item)}</Name>
            {others.map(({ name, label: words, cell, bare }) => {
              const content = cell(item);
              return content ? (
                <Box key={name} sx={{ display: 'flex', alignItems: 'baseline', gap: 1, typography: 'body2', mt: 0.5 }}>
                  {bare ? null : (
                    <Typography variant="body2" color="textSecondary" component="span" sx={{ flexShrink: 0 }}>
                      {words}
                    </Typography>
                  )}
                  <Content>{content}</Content>
                </Box>
              ) : null;
            })}
          </Paper>
        ))}
      </Stack>
    </>
  );
}

const WRAPPED = { maxWidth: 320, overflowWrap: 'anywhere' } as const;
const ONE_LINE = { maxWidth: 240, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' } as const;
/** A text of five hundred characters must not push everything else out of sight; its record's page has all of it. */
const FEW_LINES = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: '3',
  overflow: 'hidden',
} as const;

function Content({ children }: { children: ReactNode }) {
  if (typeof children !== 'string') return <span>{children}</span>;
  return (
    <span
      style={children.length > SHORT ? FEW_LINES : {}}
      dir="auto"
      title={children.length > SHORT ? children : undefined}
    >
      {children}
    </span>
  );
}

/** Characters that fit in a few lines anyway. */
const SHORT = 60;

function Name({ href, children }: { href: string | null; children: ReactNode }) {
  const name = <Content>{children}</Content>;
  if (href === null) {
    return (
      <Typography component="span" variant="body2" sx={{ fontWeight: 600 }}>
        {name}
      </Typography>
    );
  }
  return (
    <Link component={RouterLink} to={href} state={FROM_TOP} underline="hover" sx={{ fontWeight: 600 }}>
      {name}
    </Link>
  );
}
