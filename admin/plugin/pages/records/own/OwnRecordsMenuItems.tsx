import RecordsIcon from '@mui/icons-material/TableRowsOutlined';
import { MenuItemLink } from 'react-admin';
import { useOwnImporters, useOwnPath } from './useOwnRecords.ts';

/** An entry of the menu for the records of each importer of an author's own. */
export function OwnRecordsMenuItems() {
  const path = useOwnPath();
  const importers = useOwnImporters() ?? [];
  return importers.map(({ name, label }) => (
    <MenuItemLink key={name} to={path(name)} primaryText={label} leftIcon={<RecordsIcon />} />
  ));
}
