import HistoryIcon from '@mui/icons-material/HistoryRounded';
import { MenuItemLink, useCreatePath, useTranslate } from 'react-admin';
import { useSluice } from './SluiceContext.tsx';

/** The pages' entries for a menu, inside a SluiceScope. */
export function SluiceMenuItems() {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const { importsResource } = useSluice();
  return (
    <MenuItemLink
      to={createPath({ resource: importsResource, type: 'list' })}
      primaryText={translate('sluice.list.title')}
      leftIcon={<HistoryIcon />}
    />
  );
}
