import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConsoleApp } from './console/ConsoleApp.tsx';
import { createSluice } from './plugin/sluice.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <ConsoleApp sluice={createSluice({ url: '' })} />
  </StrictMode>,
);
