import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // In a project of your own, Sluice brings its packages along.
  resolve: { dedupe: ['react', 'react-dom', 'react-admin'] },
  build: { target: 'es2023' },
});
