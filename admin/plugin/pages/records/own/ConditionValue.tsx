import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { RecordFilterInput } from '../../../../gql/generated/graphql.ts';
import type { RecordField } from '../../../api/types.ts';
import { DayRange } from '../../../ui/lists/DayRange.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import type { Condition } from './conditions.ts';

interface ConditionValueProps {
  readonly field: RecordField;
  readonly condition: Condition;
  readonly filter: RecordFilterInput;
  readonly onChange: (filter: RecordFilterInput) => void;
}

/** What a condition compares with; nothing for one that says all by itself. */
export function ConditionValue({ field, condition, filter, onChange }: ConditionValueProps) {
  if (condition === 'contains' || condition === 'equals') {
    const text = String(filter[condition] ?? '');
    return (
      <SearchField
        key={condition}
        label={field.label}
        value={text}
        onSearch={(value) => onChange({ field: field.name, [condition]: value })}
      />
    );
  }
  if (condition !== 'range') return null;
  return field.kind === 'DATE_TIME' ? (
    <TimeRange filter={filter} onChange={onChange} />
  ) : (
    <>
      <Bound name="from" field={field} filter={filter} onChange={onChange} />
      <Bound name="to" field={field} filter={filter} onChange={onChange} />
    </>
  );
}

type RangeProps = Pick<ConditionValueProps, 'filter' | 'onChange'>;

/** Whole days where the person is: to the last millisecond of the last one. */
function TimeRange({ filter, onChange }: RangeProps) {
  const { from, to } = filter;
  return (
    <DayRange
      from={typeof from === 'string' ? from : null}
      before={typeof to === 'string' ? shifted(to, 1) : null}
      onChange={(day) => {
        if ('from' in day) onChange({ ...filter, from: day.from });
        else onChange({ ...filter, to: day.before === null ? null : shifted(day.before, -1) });
      }}
    />
  );
}

function shifted(time: string, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds).toISOString();
}

interface BoundProps extends RangeProps {
  readonly name: 'from' | 'to';
  readonly field: RecordField;
}

/** A number counts once one has left the input, or on Enter: 1 is not meant on the way to 100. */
function Bound({ name, field, filter, onChange }: BoundProps) {
  const translate = useTranslate();
  const given = String(filter[name] ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed !== given) onChange({ ...filter, [name]: typed });
    setTyped(null);
  };
  const isDate = field.kind === 'DATE';
  return (
    <TextField
      size="small"
      margin="none"
      fullWidth={false}
      type={isDate ? 'date' : 'number'}
      label={translate(`sluice.list.${name}`)}
      value={typed ?? given}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
      }}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { step: 'any' } }}
      sx={{ width: isDate ? 150 : 110 }}
    />
  );
}
