import { randomUUID } from 'node:crypto';
import { choice, decimal, integer, reference, tableImporter, text } from 'sluice/sdk';

export const productImporter = tableImporter({
  name: 'product',
  label: 'Product',
  table: 'public.Product',
  tenant: null,
  // Your application makes ids with cuid(). For such ids: npm install @paralleldrive/cuid2, and newId: createId.
  newId: () => randomUUID(),
  fields: {
    sku: text({ label: 'SKU', required: true }),
    title: text({ label: 'Title', required: true, maxLength: 1_000_000 }),
    price: decimal({ label: 'Price', required: true }),
    stock: integer({ label: 'Stock' }),
    status: choice(['DRAFT', 'ACTIVE', 'RETIRED'], { label: 'Status' }),
    category: reference({
      label: 'Category',
      to: 'public.Category',
      by: ['name'],
      onMissing: 'create',
      tenant: null,
    }),
  },
  match: 'sku',
  columns: {
    category: 'categoryId',
  },
  stamps: { created: 'createdAt', changed: 'updatedAt' },
});
