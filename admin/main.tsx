import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConsoleApp } from './console/ConsoleApp.tsx';
import { createI18nProvider } from './console/i18nProvider.ts';
import { loadMessages, startingLanguage } from './console/languages.ts';
import { createSluice } from './plugin/createSluice.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
const language = startingLanguage();
const i18nProvider = createI18nProvider(language, await loadMessages(language));
createRoot(root).render(
  <StrictMode>
    <ConsoleApp sluice={createSluice({ url: '' })} i18nProvider={i18nProvider} />
  </StrictMode>,
);
