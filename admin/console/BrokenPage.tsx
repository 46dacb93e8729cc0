import { Alert, AlertTitle, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Page } from '../plugin/ui/Page.tsx';

/** In place of a page that broke, or whose code an upgrade of the server has replaced. */
export function BrokenPage() {
  const translate = useTranslate();
  const reload = (
    <Button color="inherit" size="small" variant="text" onClick={() => window.location.reload()}>
      {translate('sluice.error.reload')}
    </Button>
  );
  return (
    <Page>
      <Alert severity="error" action={reload}>
        <AlertTitle>{translate('sluice.error.crash')}</AlertTitle>
        {translate('sluice.error.crash_hint')}
      </Alert>
    </Page>
  );
}
