import { Box, ButtonBase, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ErrorGroup } from '../../../../api/types.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { useFieldName } from '../../../../ui/words/useFieldName.ts';
import type { GroupChoice } from './scope.ts';
import { useCodeName } from './useCodeName.ts';

interface ErrorGroupsProps {
  /** Whose fields the groups name. */
  readonly importer: string;
  readonly groups: readonly ErrorGroup[];
  readonly chosen: GroupChoice;
  readonly onChoose: (group: GroupChoice) => void;
}

/** The reasons as bars, longest first; choosing one shows its rows, choosing it again shows all. */
export function ErrorGroups({ importer, groups, chosen, onChoose }: ErrorGroupsProps) {
  const translate = useTranslate();
  const most = Math.max(1, ...groups.map(({ count }) => count));
  return (
    <Box component="section" aria-label={translate('sluice.failed.groups')} sx={{ minWidth: 0 }}>
      <Typography component="h2" variant="subtitle2" sx={{ mb: 1 }}>
        {translate('sluice.failed.groups')}
      </Typography>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5, gridTemplateColumns: 'minmax(0, 1fr)' }}
      >
        {groups.map((group) => {
          const pressed = chosen?.code === group.code && chosen.field === group.field;
          return (
            <li key={`${group.code} ${group.field}`}>
              <GroupButton
                importer={importer}
                group={group}
                share={group.count / most}
                pressed={pressed}
                onClick={() => onChoose(pressed ? null : { code: group.code, field: group.field })}
              />
            </li>
          );
        })}
      </Box>
      {chosen ? (
        <ButtonBase sx={{ mt: 1, px: 1, py: 0.5, color: 'primary.main', fontSize: 14 }} onClick={() => onChoose(null)}>
          {translate('sluice.failed.clear')}
        </ButtonBase>
      ) : null}
    </Box>
  );
}

interface GroupButtonProps {
  readonly importer: string;
  readonly group: ErrorGroup;
  readonly share: number;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

function GroupButton({ importer, group, share, pressed, onClick }: GroupButtonProps) {
  const codeName = useCodeName();
  const translate = useTranslate();
  const format = useFormat();
  const fieldName = useFieldName();
  const sample = useSample()(group);
  return (
    <ButtonBase
      aria-pressed={pressed}
      onClick={onClick}
      sx={{
        display: 'block',
        width: '100%',
        textAlign: 'left',
        p: 1,
        borderRadius: 1.5,
        border: 1,
        borderColor: pressed ? 'primary.main' : 'transparent',
        bgcolor: pressed ? 'action.selected' : 'transparent',
        '&:hover': { bgcolor: 'action.hover' },
        '&:focus-visible': { outline: 2, outlineColor: 'primary.main' },
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography component="span" variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {codeName(group.code)}
        </Typography>
        <Typography component="span" variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {format.count(group.count)}
        </Typography>
      </Box>
      <Typography component="span" variant="body2" color="textSecondary" noWrap sx={{ display: 'block' }}>
        {[group.field && fieldName(importer, group.field), sample].filter(Boolean).join(' · ') ||
          translate('sluice.failed.any_field')}
      </Typography>
      <Box aria-hidden sx={{ mt: 0.75, height: 4, borderRadius: 2, bgcolor: 'action.hover' }}>
        <Box sx={{ width: `${100 * share}%`, height: 1, borderRadius: 2, bgcolor: 'error.main' }} />
      </Box>
    </ButtonBase>
  );
}

/** A value that is wrong, for example; of a row that lacks one, and of a whole row, what is wrong with it. */
function useSample(): (group: ErrorGroup) => string {
  const translate = useTranslate();
  const messageText = useMessageText();
  return ({ field, sampleValue, sampleMessage }) =>
    field === null || !sampleValue
      ? messageText(sampleMessage)
      : translate('sluice.failed.sample', { sample: sampleValue });
}
