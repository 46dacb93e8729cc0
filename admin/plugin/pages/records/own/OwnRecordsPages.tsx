import { useTranslate } from 'react-admin';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { EmptyNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { OwnRecordListPage } from './OwnRecordListPage.tsx';
import { OwnRecordPage } from './OwnRecordPage.tsx';
import { useOwnImporters, useOwnPath } from './useOwnRecords.ts';

/** The pages of records of importers of an author's own: which importers there are, the server says. */
export function OwnRecordsPages() {
  return (
    <Routes>
      <Route path=":importer" element={<OfImporter />} />
      <Route path=":importer/:id" element={<OfImporter />} />
      <Route path="*" element={<First />} />
    </Routes>
  );
}

function First() {
  const importers = useOwnImporters();
  const path = useOwnPath();
  if (!importers) return <LoadingNotice />;
  return importers[0] ? <Navigate to={path(importers[0].name)} replace /> : <Missing />;
}

function OfImporter() {
  const { importer: name = '', id } = useParams();
  const importers = useOwnImporters();
  if (!importers) return <LoadingNotice />;
  const importer = importers.find((one) => one.name === name);
  if (!importer) return <Missing />;
  return id === undefined ? (
    <OwnRecordListPage key={name} importer={importer} />
  ) : (
    <OwnRecordPage key={name} importer={importer} id={id} />
  );
}

function Missing() {
  const translate = useTranslate();
  return (
    <Page>
      <PageHeader title={translate('sluice.records.title')} />
      <EmptyNotice
        title={translate('sluice.records.none_listed')}
        hint={translate('sluice.records.none_listed_hint')}
      />
    </Page>
  );
}
