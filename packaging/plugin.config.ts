import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundledPackages } from './licenses.ts';
import { isHostsPackage } from './packageJson.ts';

/**
 * Builds the plug-in for hosts: modules of JavaScript that import the packages of the host (React, react-admin, MUI), of
 * which an app must have one copy, and bring all others along. Any bundler can take them: no TypeScript, no JSX, no CSS,
 * no files, no environment.
 */
export default defineConfig({
  plugins: [react(), bundledPackages()],
  build: {
    target: 'es2022',
    minify: false,
    reportCompressedSize: false,
    lib: { entry: path.join(import.meta.dirname, '../admin/plugin/index.ts'), formats: ['es'], fileName: 'index' },
    rolldownOptions: { external: isHostsPackage, output: { chunkFileNames: 'parts/[name]-[hash].js' } },
  },
});
