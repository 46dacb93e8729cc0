import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  // The sample file of contacts is the server's.
  server: { fs: { allow: [path.resolve(import.meta.dirname, '..')] } },
  build: { assetsInlineLimit: 0, target: 'es2023', reportCompressedSize: false },
});
