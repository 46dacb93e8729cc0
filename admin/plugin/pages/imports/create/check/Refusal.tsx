import { Alert, AlertTitle, Button } from '@mui/material';
import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { type InputIssue, SluiceError } from '../../../../api/errors.ts';
import { useErrorText } from '../../../../messages/useErrorText.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';

interface RefusalProps {
  readonly error: Error;
  /** Goes to the step of the options; null on that step. */
  readonly onOptions: (() => void) | null;
}

/** Why the server did not start it, issue by issue. */
export function Refusal({ error, onOptions }: RefusalProps) {
  const translate = useTranslate();
  const messageText = useMessageText();
  const errorText = useErrorText();
  // Below a long page nobody would see it.
  const show = useCallback((alert: HTMLDivElement | null) => alert?.scrollIntoView({ block: 'nearest' }), []);
  const issues = error instanceof SluiceError ? error.issues : [];
  return (
    <Alert
      ref={show}
      severity="error"
      action={
        onOptions && issues.some(isOption) ? (
          <Button color="inherit" size="small" variant="text" onClick={onOptions}>
            {translate('sluice.wizard.to_options')}
          </Button>
        ) : null
      }
    >
      <AlertTitle>{translate('sluice.wizard.refused')}</AlertTitle>
      {issues.length === 0 ? errorText(error) : null}
      {issues.length > 0 ? (
        <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
          {issues.map((issue) => (
            <li key={`${issue.path.join('.')} ${issue.message}`}>{messageText(issue)}</li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}

const OPTION_FIELDS = ['options', 'onDuplicate', 'maxErrorRate', 'notifyEmails', 'webhookUrl'];

function isOption({ path }: InputIssue): boolean {
  return path.some((part) => OPTION_FIELDS.includes(part));
}
