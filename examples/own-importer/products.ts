import { importerMessages, integer, number, RowRejected, tableImporter, text, z } from 'sluice/sdk';

const { message, messages } = importerMessages({
  en: { NEGATIVE_PRICE: 'A price is 0 or more, not %{price}.' },
  de: { NEGATIVE_PRICE: 'Ein Preis ist 0 oder mehr, nicht %{price}.' },
});

export const products = tableImporter({
  name: 'products',
  label: 'Products',
  table: 'product',
  fields: {
    sku: text({ label: 'SKU', aliases: ['article', 'item number'], required: true }),
    title: text({ label: 'Title', aliases: ['name'], required: true }),
    price: number({ label: 'Price', required: true }),
    stock: integer({ label: 'Stock' }),
  },
  match: 'sku',
  options: z.strictObject({
    discount: z.number().min(0).max(0.9).default(0).describe('Taken off every price: 0.1 is a tenth.'),
  }),
  messages,
  record(values, { options }) {
    if (values.price < 0) {
      throw new RowRejected({ ...message('NEGATIVE_PRICE', { price: values.price }), field: 'price' });
    }
    return { ...values, price: Math.round(values.price * (1 - options.discount) * 100) / 100 };
  },
});
