import { Alert, AlertTitle, Button } from '@mui/material';
import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { type InputIssue, SluiceError } from '../../../../api/errors.ts';
import { useSaid } from '../../../../said/useSaid.ts';
import { useErrorWords } from '../../../../ui/words/useErrorWords.ts';

interface RefusalProps {
  readonly error: Error;
  /** Goes to where options are said; null when one is there. */
  readonly onOptions: (() => void) | null;
}

/** Why the server did not start it, fault by fault. */
export function Refusal({ error, onOptions }: RefusalProps) {
  const translate = useTranslate();
  const said = useSaid();
  const words = useErrorWords();
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
      {issues.length === 0 ? words(error) : null}
      {issues.length > 0 ? (
        <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
          {issues.map((issue) => (
            <li key={`${issue.path.join('.')} ${issue.message}`}>{said(issue.message)}</li>
          ))}
        </ul>
      ) : null}
    </Alert>
  );
}

const SAID_IN_OPTIONS = ['options', 'onDuplicate', 'maxErrorRate', 'notifyEmails', 'webhookUrl'];

function isOption({ path }: InputIssue): boolean {
  return path.some((part) => SAID_IN_OPTIONS.includes(part));
}
