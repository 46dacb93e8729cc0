export { createSluice } from './createSluice.ts';
export { sluiceMessages } from './i18n/messages.ts';
export { ProjectSwitcher } from './pages/project/ProjectSwitcher.tsx';
export { SluiceScope } from './SluiceContext.tsx';
export { SluiceMenuItems } from './SluiceMenuItems.tsx';
export type { Sluice } from './sluice.ts';
export { type SluiceAdminOptions, sluiceAdmin, sluiceScope } from './sluiceAdmin.tsx';
