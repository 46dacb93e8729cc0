import AddIcon from '@mui/icons-material/AddRounded';
import { Button } from '@mui/material';
import { useCreatePath, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { mayEdit, useProject } from '../pages/project/useProject.ts';
import { useSluice } from '../SluiceContext.tsx';
import { FROM_TOP } from './browser/fromTop.ts';

/** A link to the new import page, for viewers who can start imports. */
export function NewImportLink() {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const { importsResource } = useSluice();
  const project = useProject();
  if (project.kind !== 'ready' || !mayEdit(project.role)) return null;
  return (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      component={Link}
      to={createPath({ resource: importsResource, type: 'create' })}
      state={FROM_TOP}
    >
      {translate('sluice.list.new')}
    </Button>
  );
}
