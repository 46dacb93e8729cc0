import { defineConfig } from 'sluice/sdk';

export default defineConfig({
  importers: ['./importers/product.ts'],
  projects: [{ id: 'shop', name: 'Shop' }],
});
